import HTTPTransport
import JSONModel
import KubeClient
import KubeModel
import Kustomize
import Manifests
import StdlibExtensions

/// Reads the objects of `-f` and finds out where on the server each of them belongs (cli-runtime's path visitors).
///
/// A bad document does not keep the others from being read, as in kubectl; what is wrong with it is collected.
struct ManifestReader {
    let cluster: Cluster
    var selection: ResourceSelection
    let context: CommandContext
    /// Checks each document before its objects count; what is wrong leaves out the rest of the document's source.
    var validate: (ManifestDocument) async -> (any Error)? = { _ in nil }
    /// Whether nothing more is read once something went wrong.
    var stopsAtError = false
    /// Whether a single fault of the manifests is told in the way of several, as by commands that collect once more.
    var nestsFaults = false
    /// Whether objects must be on the server before their namespaces are looked at, as for commands that take the
    /// server's word for them.
    var asksServer = false

    /// An object of a manifest, with its namespace filled in.
    struct Object: Sendable {
        /// The object as it is sent.
        var value: JSONValue
        let selected: SelectedObject
        /// The file or URL as errors name it.
        let source: String
        /// Whether it is one of a list's items.
        var isItem = false
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
        selected.isSingleFile = try await isSingleFile()
        selected.errors = try await forEach { selected.found.append($0.selected) }
        return selected
    }

    /// Whether one file or one kustomization was named.
    func isSingleFile() async throws -> Bool {
        guard selection.kustomization.isEmpty else { return true }
        return try await selection.manifests(in: context).isSingleItem
    }

    /// Calls `body` for each object in order and returns what went wrong, in `body` too.
    ///
    /// As in kubectl, what is wrong with the manifests themselves comes after what went wrong with their objects.
    func forEach(_ body: (Object) async throws -> Void) async throws -> [any Error] {
        let labels = try selection.labelQuery()
        let manifests: ManifestSelection
        do { manifests = try await selection.manifests(in: context) } catch let error as KustomizeError {
            return nestsFaults ? [CommandError.several([error])] : [error]
        }
        var stream = ManifestStream(manifests, input: context.manifestInput)
        var errors: [any Error] = []
        var faults: [any Error] = []
        while let next = await stream.nextDocument() {
            if stopsAtError, let first = errors.first ?? faults.first { return [first] }
            let document: ManifestDocument
            switch next {
            case .success(let good): document = good
            case .failure(let error):
                faults.append(error)
                continue
            }
            if let error = await validate(document) {
                faults.append(error)
                stream.skipSource()
                continue
            }
            for result in document.objects {
                if stopsAtError, let first = errors.first ?? faults.first { return [first] }
                let object: Object
                do { object = try await located(try result.get(), isItem: document.value["items"] != nil) } catch {
                    if case SelectionError.otherNamespace = error { errors.append(error) } else { faults.append(error) }
                    continue
                }
                if let labels, !labels.matches(Self.labels(of: object.value)) { continue }
                do { try await body(object) } catch { errors.append(error) }
            }
        }
        if stopsAtError, let first = errors.first ?? faults.first { return [first] }
        if faults.count > 1, !errors.isEmpty { faults = [CommandError.together(faults)] }
        if faults.count == 1, errors.isEmpty, nestsFaults { faults = [CommandError.several(faults)] }
        return errors + faults
    }

    /// The labels of an object.
    static func labels(of object: JSONValue) -> [String: String] {
        var labels: [String: String] = [:]
        for member in object["metadata"]?["labels"]?.object ?? [:] { labels[member.key] = member.value.string ?? "" }
        return labels
    }

    /// Finds the object's resource, and fills in or checks its namespace.
    private func located(_ object: ManifestObject, isItem: Bool) async throws -> Object {
        let found: RESTMapping?
        do throws(ClientError) { found = try await cluster.discovery.mapping(for: object.kind) } catch {
            if case .transport(.cancelled, _, _) = error { throw error }
            throw CommandError.unrecognized(source: object.source.name, isItem: isItem, error)
        }
        guard let mapping = found else { throw SelectionError.noMatch(object, isItem: isItem) }
        var value = object.value
        var namespace: String?
        if mapping.isNamespaced {
            let own = object.namespace
            if cluster.namespaceIsExplicit, !own.isEmpty, own != cluster.namespace {
                if asksServer { _ = try await cluster.object(mapping.location(namespace: own, name: object.name)) }
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
            source: object.source.name, isItem: isItem)
    }
}
