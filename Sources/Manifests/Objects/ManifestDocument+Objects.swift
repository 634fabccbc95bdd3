import JSONModel
import KubeModel

extension ManifestDocument {
    /// The object, or what is in a list; what is no object is told in its place.
    ///
    /// What is wrong with an item of a list comes after the items that are good. The checks and their order are those
    /// of cli-runtime's mapper and `FlattenListVisitor`.
    package var objects: [Result<ManifestObject, ManifestError>] {
        do throws(ManifestError) { return try decode() } catch { return [.failure(error)] }
    }

    private func decode() throws(ManifestError) -> [Result<ManifestObject, ManifestError>] {
        guard let members = value.object else { throw mismatch(value, "unstructured.detector") }
        guard let items = members["items"] else {
            let object = try normalized(value)
            try check(object)
            return [.success(ManifestObject(object, kind: object.groupVersionKind, document: self))]
        }
        guard items.isNull || items.array != nil else {
            throw mismatch(items, field: "decodeList.items", "[]jsontext.Value")
        }
        let list = try normalized(value)
        let objects = try self.items(of: list)
        try check(list)
        return try flattened(objects, of: list)
    }

    private func check(_ object: JSONValue) throws(ManifestError) {
        guard !object.groupVersionKind.kind.isEmpty else { throw .missingKind(source: source.name, json: json) }
        try MetadataCheck(source: source.name, sortsKeys: hasSortedKeys).check(value)
    }

    /// The items, each an object; those without a kind and a version get the list's.
    private func items(of list: JSONValue) throws(ManifestError) -> [JSONValue] {
        var objects: [JSONValue] = []
        for item in list["items"]?.array ?? [] {
            let object = item.isNull ? [:] : item
            guard object.object != nil else { throw mismatch(item, "map[string]interface {}") }
            objects.append(object.item(of: list))
        }
        return objects
    }

    private func flattened(
        _ objects: [JSONValue], of list: JSONValue
    ) throws(ManifestError) -> [Result<ManifestObject, ManifestError>] {
        if objects.contains(where: { $0["items"]?.array != nil }) { throw .listInList }
        let version = list["metadata"]?["resourceVersion"]?.string ?? ""
        var good: [Result<ManifestObject, ManifestError>] = []
        var bad: [Result<ManifestObject, ManifestError>] = []
        for object in objects {
            let kind = object.groupVersionKind
            if kind.kind.isEmpty {
                bad.append(.failure(.itemWithoutKind))
            } else if kind.version.isEmpty {
                bad.append(.failure(.itemWithoutVersion))
            } else {
                good.append(.success(ManifestObject(object, kind: kind, document: self, listVersion: version)))
            }
        }
        return good + bad
    }

    /// The value with its numbers as Go's untyped objects hold them.
    private func normalized(_ value: JSONValue) throws(ManifestError) -> JSONValue {
        switch value {
        case .number(let number):
            guard let normalized = number.normalizedAsGo else {
                throw .numberOutOfRange(source: source.name, text: number.text)
            }
            return .number(normalized)
        case .array(let elements):
            return .array(try elements.map { (element) throws(ManifestError) in try normalized(element) })
        case .object(let object):
            return .object(try object.mapValues { (member) throws(ManifestError) in try normalized(member) })
        case .null, .bool, .string:
            return value
        }
    }

    private func mismatch(_ value: JSONValue, field: String? = nil, _ type: String) -> ManifestError {
        .mismatch(source: source.name, ManifestMismatch(found: value.goKind, field: field, type: type))
    }
}

extension JSONValue {
    /// What Go's JSON decoder calls the value in its errors.
    var goKind: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
