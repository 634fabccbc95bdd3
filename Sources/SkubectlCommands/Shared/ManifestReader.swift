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
    /// Whether kubectl reads the documents into its Go types, so that those have to fit.
    var isTyped = false

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

    /// All objects, for commands that take from the manifests which they are.
    struct Selected {
        var found: [Object] = []
        var errors: [any Error] = []
        /// Whether one file was named, so that a lone object is not shown as a list.
        var isSingleFile = false
    }

    func selectedObjects() async throws -> Selected {
        var selected = Selected()
        selected.isSingleFile = try await isSingleFile()
        selected.errors = try await forEach { object in
            var object = object
            // What has a name will come from the server.
            if !object.selected.name.isEmpty { object.value = .null }
            selected.found.append(object)
        }
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
        let manifests: ManifestSelection
        do { manifests = try await selection.manifests(in: context) } catch let error as KustomizeError {
            return nestsFaults ? [CommandError.several([error])] : [error]
        }
        var errors: [any Error] = []
        var faults: [any Error] = []
        try await eachResult(of: manifests) { result in
            switch result {
            case .success(let object): do { try await body(object) } catch { errors.append(error) }
            case .failure(let error):
                if case SelectionError.otherNamespace = error { errors.append(error) } else { faults.append(error) }
            }
            return !stopsAtError || errors.isEmpty && faults.isEmpty
        }
        if stopsAtError { return Array((errors + faults).prefix(1)) }
        if faults.count > 1, !errors.isEmpty { faults = [CommandError.together(faults)] }
        if faults.count == 1, errors.isEmpty, nestsFaults { faults = [CommandError.several(faults)] }
        return errors + faults
    }

    /// All objects in order, or what is wrong in their place.
    func results() async throws -> [Result<Object, any Error>] {
        let manifests: ManifestSelection
        do { manifests = try await selection.manifests(in: context) } catch let error as KustomizeError {
            return [.failure(error)]
        }
        var results: [Result<Object, any Error>] = []
        try await eachResult(of: manifests) { result in
            results.append(result)
            return true
        }
        return results
    }

    /// Calls `body` for each object in order, or for what is wrong in its place, until that returns false.
    private func eachResult(
        of manifests: ManifestSelection, _ body: (Result<Object, any Error>) async -> Bool
    ) async throws {
        let labels = try selection.labelQuery()
        var stream = ManifestStream(manifests, input: context.manifestInput)
        while let next = await stream.nextDocument() {
            let document: ManifestDocument
            switch next {
            case .success(let good): document = good
            case .failure(let error):
                guard await body(.failure(error)) else { return }
                continue
            }
            if let error = await validate(document) {
                guard await body(.failure(error)) else { return }
                stream.skipSource()
                continue
            }
            if isTyped, let fault = TypedKinds.fault(of: document) {
                guard await body(.failure(fault)) else { return }
                continue
            }
            for result in document.objects {
                let object: Object
                do { object = try await located(try result.get(), isItem: document.value["items"] != nil) } catch {
                    guard await body(.failure(error)) else { return }
                    continue
                }
                if let labels, !labels.matches(Self.labels(of: object.value)) { continue }
                guard await body(.success(object)) else { return }
            }
        }
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
