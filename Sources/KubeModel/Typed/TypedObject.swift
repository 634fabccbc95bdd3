package import JSONModel

/// Objects as Go has them after it has read them into its types and written them again.
///
/// Fields stand in the order of the types, those that the types do not have are gone, empty ones are left out or written
/// as the types say, and quantities are in their canonical form. kubectl shows objects like this where it works with the
/// types of its own, and not with what a server or a manifest has.
package enum TypedObject {
    /// The object in that form; as it is for kinds whose types are not known here.
    package static func normalized(_ object: JSONValue) -> JSONValue {
        guard let structure = structure(of: object) else { return object }
        return normalized(object, .structure(structure))
    }

    /// The name of the structure of an object's kind.
    static func structure(of object: JSONValue) -> String? {
        object["kind"]?.string.flatMap { structure(of: object, kind: $0) }
    }

    /// The name of the structure of the items of a list such as `ConfigMapList`.
    static func structureOfItems(of object: JSONValue) -> String? {
        guard let kind = object["kind"]?.string, kind.hasSuffix("List") else { return nil }
        return structure(of: object, kind: String(kind.dropLast("List".count)))
    }

    private static func structure(of object: JSONValue, kind: String) -> String? {
        guard let version = GroupVersion(apiVersion: object["apiVersion"]?.string ?? "") else { return nil }
        return TypedStructures.structure(
            of: GroupVersionKind(group: version.group, version: version.version, kind: kind))
    }

    /// A part of an object in that form, such as a container: `structure` is the name of its type in core/v1.
    package static func normalized(_ part: JSONValue, asCore structure: String) -> JSONValue {
        normalized(part, .structure("core.\(structure)"))
    }

    private static func normalized(_ value: JSONValue, _ type: TypedStructures.FieldType) -> JSONValue {
        switch (type, value) {
        case (.structure(let name), .object(let object)):
            guard let fields = TypedStructures.fields(of: name) else { return value }
            return .object(JSONObject(uniqueMembers: fields.compactMap { member($0, of: object) }))
        case (.structure, .null): return normalized([:], type)
        case (.list(let element), .array(let elements)): return .array(elements.map { normalized($0, element) })
        case (.map(let element), .object(let object)):
            return .object(object.mapValues { normalized($0, element) }.sortedByKey())
        case (.quantity, .string(let text)): return canonical(text) ?? value
        case (.quantity, .number(let number)): return canonical(number.text) ?? value
        case (.quantity, .null): return "0"
        case (.string, .null): return ""
        case (.number, .null), (.any, .null): return 0
        case (.bool, .null): return false
        default: return value
        }
    }

    private static func member(_ field: TypedStructures.Field, of object: JSONObject) -> JSONObject.Member? {
        let found = object[field.name] ?? .null
        switch field.presence {
        case .always: return (field.name, normalized(found, field.type))
        case .alwaysOrNull: return (field.name, found.isNull ? .null : normalized(found, field.type))
        case .unlessEmpty: return isEmpty(found) ? nil : (field.name, normalized(found, field.type))
        case .ifThere, .unlessZero: return found.isNull ? nil : (field.name, normalized(found, field.type))
        }
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        switch value {
        case .null: true
        case .string(let text): text.isEmpty
        case .number(let number): number.double == 0
        case .bool(let isOn): !isOn
        case .array(let elements): elements.isEmpty
        case .object(let object): object.isEmpty
        }
    }

    private static func canonical(_ text: String) -> JSONValue? {
        // What is no quantity stays as it is.
        guard let quantity = try? Quantity(text) else { return nil }
        return .string(quantity.description)
    }
}
