/// One thing manifests are read from.
package enum ManifestSource: Sendable, Hashable {
    case file(String)
    case standardInput
    case url(String)

    /// The name in kubectl's messages.
    package var name: String {
        switch self {
        case .file(let path): path
        case .standardInput: "STDIN"
        case .url(let url): url
        }
    }
}
