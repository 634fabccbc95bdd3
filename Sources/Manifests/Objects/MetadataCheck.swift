import JSONModel
import StdlibExtensions

/// Finds values that do not fit the fields of an object's metadata, as kubectl does before it uses an object.
///
/// Of several misfits the first in the text counts. Null fits everywhere; unknown fields may hold anything.
struct MetadataCheck {
    /// A Go type.
    private indirect enum Shape: Sendable {
        case text(String = "string")
        case integer
        case flag
        case time
        case texts
        case textMap
        case list(element: Shape)
        case structure(String, [String: Shape])

        var goName: String {
            switch self {
            case .text(let name): name
            case .integer: "int64"
            case .flag: "bool"
            case .time: "string"
            case .texts: "[]string"
            case .textMap: "map[string]string"
            case .list(let element): "[]\(element.goName)"
            case .structure(let name, _): "v1.\(name)"
            }
        }
    }

    private static let ownerReference = Shape.structure(
        "OwnerReference",
        [
            "apiVersion": .text(), "kind": .text(), "name": .text(), "uid": .text("types.UID"), "controller": .flag,
            "blockOwnerDeletion": .flag,
        ])

    private static let managedFieldsEntry = Shape.structure(
        "ManagedFieldsEntry",
        [
            "manager": .text(), "operation": .text("v1.ManagedFieldsOperationType"), "apiVersion": .text(),
            "time": .time, "fieldsType": .text(), "subresource": .text(),
        ])

    private static let metadata = Shape.structure(
        "ObjectMeta",
        [
            "name": .text(), "generateName": .text(), "namespace": .text(), "selfLink": .text(),
            "uid": .text("types.UID"), "resourceVersion": .text(), "generation": .integer, "creationTimestamp": .time,
            "deletionTimestamp": .time, "deletionGracePeriodSeconds": .integer, "labels": .textMap,
            "annotations": .textMap, "ownerReferences": .list(element: ownerReference), "finalizers": .texts,
            "managedFields": .list(element: managedFieldsEntry),
        ])

    let source: String
    /// Whether the text is one with sorted keys.
    let sortsKeys: Bool

    /// Throws `.mismatch` or `.invalidTime` for the first misfit of an object, its numbers as they are written.
    func check(_ object: JSONValue) throws(ManifestError) {
        for member in members(object) {
            switch member.key {
            case "kind", "apiVersion":
                try check(member.value, .text(), "metadataOnlyObject.TypeMeta.\(member.key)", path: "")
            case "metadata":
                try check(member.value, Self.metadata, "metadataOnlyObject.metadata", path: "metadata")
            default: break
            }
        }
    }

    /// `field` is what Go calls the place, `path` the way there from the object.
    private func check(
        _ value: JSONValue, _ shape: Shape, _ field: String, path: String
    ) throws(ManifestError) {
        if value.isNull { return }
        switch (shape, value) {
        case (.text, .string), (.flag, .bool): return
        case (.time, .string(let text)):
            do throws(GoTimeError) { _ = try GoTime(rfc3339: text) } catch {
                throw .invalidTime(source: source, text: text, error)
            }
        case (.integer, .number(let number)):
            if number.int64 == nil { throw misfit("number \(number.text)", field, shape) }
        case (.texts, .array(let elements)):
            for element in elements { try check(element, .text(), field, path: path) }
        case (.textMap, .object):
            for member in members(value) { try check(member.value, .text(), field, path: path) }
        case (.list(let element), .array(let elements)):
            for value in elements { try check(value, element, field, path: path) }
        case (.structure(let name, let fields), .object):
            for member in members(value) {
                guard let shape = fields[member.key] else { continue }
                let path = "\(path).\(member.key)"
                try check(member.value, shape, "\(name).\(path)", path: path)
            }
        default: throw misfit(value.goKind, field, shape)
        }
    }

    private func misfit(_ found: String, _ field: String, _ shape: Shape) -> ManifestError {
        .mismatch(source: source, ManifestMismatch(found: found, field: field, type: shape.goName))
    }

    private func members(_ value: JSONValue) -> JSONObject {
        let object = value.object ?? JSONObject()
        return sortsKeys ? object.sortedByKey() : object
    }
}
