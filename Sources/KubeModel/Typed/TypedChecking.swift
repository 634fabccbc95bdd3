package import JSONModel

/// Looks through an object for values that are not of their fields' types, as kubectl does when it reads one into its Go
/// types (encoding/json).
///
/// Unlike `TypedReading` it takes no number for a text.
package struct TypedChecking {
    /// Whether keys count in their order, as for what was YAML before, or as they stand.
    let sortsKeys: Bool

    package init(sortingKeys sortsKeys: Bool = false) {
        self.sortsKeys = sortsKeys
    }

    /// The first value that is of another type; nil for kinds whose types are not known here.
    package func mismatch(in object: JSONValue) -> TypedReading.Mismatch? {
        do throws(TypedReading.Mismatch) {
            if let structure = TypedObject.structure(of: object) {
                try check(object, .structure(structure), path: [], holder: "")
            } else if let structure = TypedObject.structureOfItems(of: object), let items = object["items"] {
                try check(items, .list(.structure(structure)), path: ["items"], holder: "")
            }
            return nil
        } catch {
            return error
        }
    }

    /// - Parameters:
    ///   - path: the names that lead to the value.
    ///   - holder: the structure whose field the last of these names is.
    private func check(
        _ value: JSONValue, _ type: TypedStructures.FieldType, path: [String], holder: String
    ) throws(TypedReading.Mismatch) {
        switch (type, value) {
        case (_, .null), (.any, _), (.time, .string), (.string, .string), (.bool, .bool), (.quantity, .number): return
        case (.number(let bits), .number(let number)) where fits(number, bits: bits): return
        case (.quantity, .string(let text)):
            do throws(QuantityError) { _ = try Quantity(text) } catch { throw .quantity(error) }
        case (.list(let element), .array(let elements)):
            for item in elements { try check(item, element, path: path, holder: holder) }
        case (.map(let element), .object(let members)):
            for member in ordered(members) { try check(member.value, element, path: path, holder: holder) }
        case (.structure(let name), .object(let members)):
            let fields = TypedStructures.fields(of: name) ?? []
            for member in ordered(members) {
                guard let field = fields.first(where: { $0.name == member.key }) else { continue }
                try check(
                    member.value, field.type, path: path + [field.name],
                    holder: String(name.drop { $0 != "." }.dropFirst()))
            }
        default:
            let names = path.joined(separator: ".")
            throw .type(
                path: path.isEmpty ? "" : "\(holder).\(names)", found: found(value, wanting: type),
                wanted: TypedReading.goType(of: type))
        }
    }

    private func ordered(_ members: JSONObject) -> JSONObject {
        sortsKeys ? members.sortedByKey() : members
    }

    private func fits(_ number: JSONNumber, bits: Int) -> Bool {
        guard let value = number.int64 else { return false }
        return bits == 64 || Int32(exactly: value) != nil
    }

    /// Go names the number itself where a whole one is wanted.
    private func found(_ value: JSONValue, wanting type: TypedStructures.FieldType) -> String {
        guard case (.number, .number(let number)) = (type, value) else { return TypedReading.found(value) }
        return "number \(number.text)"
    }
}
