import JSONModel

/// The form in which kubectl's Go types write an object: fields in their order, unknown ones and empty ones left out.
///
/// It matters for objects that users change (`--overrides`); what commands make by themselves has it already.
enum TypedForm {
    /// A field of a structure.
    private struct Field {
        let name: String
        /// What becomes of it without a value; see `core`.
        let mark: Character?
        /// The structure of its value, or of the elements of its value.
        let structure: String?

        init(_ text: Substring) {
            let parts = text.split(separator: ":")
            let isMarked = parts[0].last.map { "*'#~{!".contains($0) } ?? false
            mark = isMarked ? parts[0].last : nil
            name = String(isMarked ? parts[0].dropLast() : parts[0])
            structure = parts.count > 1 ? String(parts[1]) : nil
        }
    }

    private static let structures: [String: [Field]] = {
        var structures: [String: [Field]] = [:]
        var current = ""
        for line in core.split(separator: "\n") {
            var words = line.split(separator: " ")[...]
            if line.first != " ", let name = words.popFirst() { current = String(name.dropLast()) }
            structures[current, default: []] += words.map(Field.init)
        }
        return structures
    }()

    /// A pod or a service in that form; other kinds stay as they are.
    static func of(_ object: JSONValue) -> JSONValue {
        guard let kind = object["kind"], object["apiVersion"]?.string == "v1", let name = kind.string,
            structures[name] != nil, let body = structure(object, named: name).object
        else { return object }
        return .object(JSONObject([(key: "kind", value: kind), (key: "apiVersion", value: "v1")] + Array(body)))
    }

    private static func structure(_ value: JSONValue, named name: String) -> JSONValue {
        let members: JSONObject? = value.isNull ? JSONObject() : value.object
        guard let members, let fields = structures[name] else { return value }
        var typed = JSONObject()
        for field in fields { typed[field.name] = shown(members[field.name] ?? .null, field) }
        return .object(typed)
    }

    private static func shown(_ value: JSONValue, _ field: Field) -> JSONValue? {
        switch (field.mark, value) {
        case ("{", .null): return field.structure.map { structure(.null, named: $0) } ?? [:]
        case ("~", .null): return .null
        case ("'", .null): return ""
        case ("#", .null): return 0
        case ("!", .null): return false
        case (_, .null): return nil
        case (nil, _) where isEmpty(value): return nil
        case (_, .array(let elements)):
            guard let name = field.structure else { return value }
            return .array(elements.map { structure($0, named: name) })
        case (_, .object(let members)):
            return field.structure.map { structure(value, named: $0) } ?? .object(members.sortedByKey())
        default: return value
        }
    }

    /// Whether Go counts a value as empty.
    private static func isEmpty(_ value: JSONValue) -> Bool {
        switch value {
        case .null, .bool(false), .string(""): true
        case .number(let number): number.double == 0
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        default: false
        }
    }
}
