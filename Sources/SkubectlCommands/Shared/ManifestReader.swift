import JSONModel
import KubeClient
import KubeModel
import Manifests
import StdlibExtensions

/// Reads the objects of `-f` and finds out where on the server each of them belongs (cli-runtime's path visitors).
///
/// A bad document does not keep the others from being read, as in kubectl; what is wrong with it is collected.
struct ManifestReader {
    let cluster: Cluster
    let selection: ResourceSelection
    let context: CommandContext
    /// Checks each document before its objects count; what is wrong leaves out the rest of the document's source.
    var validate: (ManifestDocument) async -> (any Error)? = { _ in nil }

    /// An object of a manifest, with its namespace filled in.
    struct Object: Sendable {
        /// The object as it is sent.
        let value: JSONValue
        let selected: SelectedObject
        /// The file or URL as errors name it.
        let source: String
    }

    /// All objects, for commands that only need to know which they are.
    struct Selected {
        var found: [SelectedObject] = []
        var errors: [any Error] = []
        /// Whether one file was named, so that a lone object is not shown as a list.
        var isSingleFile = false
    }

    func selectedObjects() async throws -> Selected {
        var selected = Selected()
        selected.isSingleFile = try manifests().isSingleItem
        selected.errors = try await forEach { selected.found.append($0.selected) }
        return selected
    }

    /// Calls `body` for each object in order and returns what went wrong, in `body` too.
    func forEach(_ body: (Object) async throws -> Void) async throws -> [any Error] {
        let labels = try labelQuery()
        var stream = ManifestStream(try manifests(), input: context.manifestInput)
        var errors: [any Error] = []
        while let next = await stream.nextDocument() {
            let document: ManifestDocument
            switch next {
            case .success(let good): document = good
            case .failure(let error):
                errors.append(error)
                continue
            }
            if let error = await validate(document) {
                errors.append(error)
                stream.skipSource()
                continue
            }
            for result in document.objects {
                do {
                    let object = try await located(try result.get(), isItem: document.value["items"] != nil)
                    if let labels, !labels.matches(Self.labels(of: object.value)) { continue }
                    try await body(object)
                } catch {
                    errors.append(error)
                }
            }
        }
        return errors
    }

    private func manifests() throws -> ManifestSelection {
        try ManifestSelection(names: selection.filenames, isRecursive: selection.isRecursive)
    }

    private func labelQuery() throws(SelectionError) -> LabelQuery? {
        guard !selection.labelSelector.isEmpty else { return nil }
        do {
            return try LabelQuery(selection.labelSelector)
        } catch {
            throw .badSelector(selection.labelSelector, error)
        }
    }

    private static func labels(of object: JSONValue) -> [String: String] {
        var labels: [String: String] = [:]
        for member in object["metadata"]?["labels"]?.object ?? [:] { labels[member.key] = member.value.string ?? "" }
        return labels
    }

    /// Finds the object's resource, and fills in or checks its namespace.
    private func located(_ object: ManifestObject, isItem: Bool) async throws -> Object {
        guard let mapping = try await cluster.discovery.mapping(for: object.kind) else {
            throw SelectionError.noMatch(object, isItem: isItem)
        }
        var value = object.value
        var namespace: String?
        if mapping.isNamespaced {
            let own = object.namespace
            if cluster.namespaceIsExplicit, !own.isEmpty, own != cluster.namespace {
                throw SelectionError.otherNamespace(own, wanted: cluster.namespace)
            }
            namespace = own.isEmpty ? cluster.namespace : own
            if own.isEmpty {
                var metadata = value["metadata"] ?? [:]
                if metadata.object == nil { metadata = [:] }
                metadata["namespace"] = .string(cluster.namespace)
                value["metadata"] = metadata
            }
        }
        return Object(
            value: value, selected: SelectedObject(mapping: mapping, namespace: namespace, name: object.name),
            source: object.source.name)
    }
}
