import JSONModel
import YAMLCodec

/// What all kustomizations of one build share.
final class BuildContext {
    let sources: any KustomizationSources
    let isHelmEnabled: Bool
    let arePluginsEnabled: Bool
    /// What is told on standard error, in order.
    var notices: [BuildNotice] = []

    private var schemaIsSet = false
    private var customSchema: JSONValue?
    private var document: MergeSchema.Document?

    init(sources: any KustomizationSources, options: BuildOptions) {
        self.sources = sources
        isHelmEnabled = options.isHelmEnabled
        arePluginsEnabled = options.arePluginsEnabled
    }

    /// How lists are merged; made when a patch first needs it.
    func mergeSchema() -> MergeSchema.Document {
        if let document { return document }
        let made = customSchema.map(MergeSchema.Document.init(openAPI:)) ?? .standard()
        document = made
        return made
    }

    /// Takes the schema a kustomization's `openapi:` names; of several the outermost counts.
    func setSchema(of kustomization: Kustomization, _ loader: Loader, isRoot: Bool) throws(KustomizeError) {
        let field = kustomization.textMap("openapi")
        let bytes = try field["path"].map { (path) throws(KustomizeError) in try loader.load(path) }
        if schemaIsSet, !isRoot { return }
        let version = field["version"]
        if let bytes {
            guard version == nil else { throw .twoSchemas }
            do throws(YAMLError) {
                customSchema = try YAMLDecoder.decodeFirst(bytes)
            } catch {
                throw .yaml(error)
            }
            schemaIsSet = true
            document = nil
            return
        }
        guard let version, !version.isEmpty else { return }
        guard version == "v1.21.2" else { throw .unknownSchemaVersion }
        schemaIsSet = true
    }
}

/// How a build is done.
package struct BuildOptions: Sendable, Hashable {
    /// Whether files may only lie in or below the directory of their kustomization.
    package var isRestricted = true
    package var isHelmEnabled = false
    package var arePluginsEnabled = false
    /// Whether all resources get the label `app.kubernetes.io/managed-by`.
    package var addsManagedByLabel = false

    /// Whether the resources are sorted by kind where the kustomization does not say how.
    package var sortsByKind = true

    package init() {}
}

/// Something told on standard error beside the result.
package enum BuildNotice: Sendable, Hashable {
    /// A line as it is.
    case warning(String)
    /// A line of Go's log package, which has the time before it.
    case logged(String)
}
