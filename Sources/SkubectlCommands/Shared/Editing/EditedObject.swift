import JSONModel
import KubeClient
import KubeModel
import Manifests

/// An object that is edited, with its place on the server.
struct EditedObject: Sendable {
    var value: JSONValue
    let selected: SelectedObject

    /// By which objects before and after the editing belong together; empty for none.
    var uid: String { value["metadata"]?["uid"]?.string ?? "" }

    /// The object with the namespace that belongs to the command, where it names none; refuses another one.
    func inNamespace(_ namespace: String) throws(SelectionError) -> EditedObject {
        guard selected.mapping.isNamespaced else { return self }
        let own = selected.namespace ?? ""
        guard own.isEmpty else {
            if own != namespace { throw .otherNamespace(own, wanted: namespace) }
            return self
        }
        var value = value
        var metadata = value["metadata"]?.object ?? [:]
        metadata["namespace"] = .string(namespace)
        value["metadata"] = .object(metadata)
        return EditedObject(
            value: value,
            selected: SelectedObject(
                mapping: selected.mapping, namespace: namespace, name: selected.name, subresource: selected.subresource)
        )
    }

    /// Reads the objects of a text; also returns what is wrong with it.
    static func reading(
        _ text: [UInt8], in cluster: Cluster
    ) async -> (objects: [EditedObject], errors: [any Error]) {
        var stream = ManifestStream(text: text, named: "edited-file")
        var objects: [EditedObject] = []
        var errors: [any Error] = []
        while let next = await stream.nextDocument() {
            switch next {
            case .failure(let error): errors.append(error)
            case .success(let document):
                for result in document.objects {
                    do {
                        objects.append(
                            try await located(result.get(), isItem: document.value["items"] != nil, in: cluster))
                    } catch {
                        errors.append(error)
                    }
                }
            }
        }
        return (objects, errors)
    }

    private static func located(
        _ object: ManifestObject, isItem: Bool, in cluster: Cluster
    ) async throws -> EditedObject {
        guard let mapping = try await cluster.discovery.mapping(for: object.kind) else {
            throw SelectionError.noMatch(object, isItem: isItem)
        }
        return EditedObject(
            value: object.value,
            selected: SelectedObject(
                mapping: mapping, namespace: mapping.isNamespaced ? object.namespace : nil, name: object.name))
    }
}
