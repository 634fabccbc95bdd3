import JSONModel
import KubeConfig
import KubeModel
import Manifests

/// Reads the objects of `-f` for a command that asks no server (`--local`).
struct LocalManifestReader {
    let selection: ResourceSelection
    let context: CommandContext
    /// Whether kubectl reads the documents into its Go types, so that those have to fit.
    var isTyped = false

    /// What the manifests have.
    struct Found {
        var results: [Result<ManifestObject, any Error>] = []
        /// Whether one file was named.
        var isSingleFile = false
    }

    /// All objects in order, or what is wrong in their place.
    ///
    /// Whether a kind has namespaces nobody knows here, so that only a namespace that an object names counts.
    func objects() async throws -> Found {
        let manifests = try await selection.manifests(in: context)
        let namespace = try context.configurationSource().namespace()
        var stream = ManifestStream(manifests, input: context.manifestInput)
        var found = Found(isSingleFile: selection.kustomization.isEmpty && manifests.isSingleItem)
        while let next = await stream.nextDocument() {
            switch next {
            case .failure(let error): found.results.append(.failure(error))
            case .success(let document):
                if isTyped, let fault = TypedKinds.fault(of: document) {
                    found.results.append(.failure(fault))
                    continue
                }
                for result in document.objects {
                    found.results.append(Result { try Self.checked(result.get(), namespace) })
                }
            }
        }
        return found
    }

    private static func checked(
        _ object: ManifestObject, _ namespace: ConfigurationSource.Namespace
    ) throws -> ManifestObject {
        let own = object.namespace
        if namespace.isExplicit, !own.isEmpty, own != namespace.name {
            throw SelectionError.otherNamespace(own, wanted: namespace.name)
        }
        return object
    }
}
