package import JSONModel

/// Reads parts of objects that users write by hand, such as a container, as kubectl reads YAML into its Go types.
package enum TypedReading {
    /// A value that is not of its field's type.
    package enum Mismatch: Error, Hashable {
        /// - Parameters:
        ///   - path: the way to the field, with a point before each name; empty for the part itself.
        ///   - found: what is there, in JSON's words: "string", "array".
        ///   - wanted: the field's type as Go writes it: "[]v1.EnvVar", "int64".
        case type(path: String, found: String, wanted: String)
        case quantity(QuantityError)
    }

    /// The part with texts where its type has texts: numbers and truth values count as what they are written as.
    ///
    /// - Parameter structure: the name of its type in core/v1.
    package static func read(_ part: JSONValue, asCore structure: String) throws(Mismatch) -> JSONValue {
        try read(part, .structure("core.\(structure)"), path: "")
    }

    private static func read(
        _ value: JSONValue, _ type: TypedStructures.FieldType, path: String
    ) throws(Mismatch) -> JSONValue {
        if value.isNull { return value }
        func mismatch() -> Mismatch { .type(path: path, found: found(value), wanted: goType(of: type)) }
        switch (type, value) {
        case (.any, _), (.time, .string), (.string, .string), (.number, .number), (.bool, .bool): return value
        case (.string, .number(let number)): return .string(number.text)
        case (.string, .bool(let isTrue)): return .string(isTrue ? "true" : "false")
        case (.quantity, .string(let text)):
            do throws(QuantityError) { _ = try Quantity(text) } catch { throw .quantity(error) }
            return value
        case (.quantity, .number): return value
        case (.list(let element), .array(let elements)):
            var read: [JSONValue] = []
            for item in elements { read.append(try self.read(item, element, path: path)) }
            return .array(read)
        case (.map(let element), .object(let members)):
            var read = JSONObject()
            for member in members { read[member.key] = try self.read(member.value, element, path: path) }
            return .object(read)
        case (.structure(let name), .object(var members)):
            for field in TypedStructures.fields(of: name) ?? [] {
                guard let member = members[field.name] else { continue }
                members[field.name] = try read(member, field.type, path: "\(path).\(field.name)")
            }
            return .object(members)
        default: throw mismatch()
        }
    }

    static func found(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "bool"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    static func goType(of type: TypedStructures.FieldType) -> String {
        switch type {
        case .string(let name): name
        case .bool: "bool"
        case .number(let bits): "int\(bits)"
        case .quantity: "resource.Quantity"
        case .time: "v1.Time"
        case .any: "interface {}"
        case .list(let element): "[]\(goType(of: element))"
        case .map(let element): "map[string]\(goType(of: element))"
        case .structure(let name): "v1.\(name.drop { $0 != "." }.dropFirst())"
        }
    }
}
