/// One thing manifests are read from.
package enum ManifestSource: Sendable, Hashable {
    case file(String)
    case standardInput
    case url(String)
    /// What a kustomization's directory was built to, in YAML.
    case built(directory: String, [UInt8])

    /// The name in kubectl's messages.
    package var name: String {
        switch self {
        case .file(let path): path
        case .standardInput: "STDIN"
        case .url(let url): url
        case .built(let directory, _): directory
        }
    }
}
