import JSONModel
import StdlibExtensions

/// Reads the members of a JSON object into typed fields, and tells a wrong type as Go's encoding/json does.
///
/// Go reads the members in the order of the document, which for a kubeconfig are sorted, and tells the first fault;
/// so a caller reads its fields in byte order of their names. A null leaves a field as it is.
struct FieldReader {
    private let object: JSONObject
    /// The Go name of the struct that is filled.
    private let structName: String
    /// The names of the fields that lead here from the top.
    private let path: [String]
    /// The Go package of the structs.
    private let package: String

    init(_ object: JSONObject, structName: String, path: [String] = [], package: String = "v1") {
        self.object = object
        self.structName = structName
        self.path = path
        self.package = package
    }

    /// The members of the value of `key`, as a reader of a struct.
    ///
    /// Nil for a missing member and for null.
    func structure(_ key: String, named name: String) throws(FileFault) -> FieldReader? {
        guard let value = member(key) else { return nil }
        guard case .object(let members) = value else { throw mismatch(value, key, "\(package).\(name)") }
        return FieldReader(members, structName: name, path: path + [key], package: package)
    }

    /// The elements of the list `key`, each as a reader of a struct; a null element is an empty one.
    func structures(_ key: String, named name: String) throws(FileFault) -> [FieldReader] {
        var readers: [FieldReader] = []
        for element in try elements(key, of: "\(package).\(name)") ?? [] {
            switch element {
            case .object(let members):
                readers.append(FieldReader(members, structName: name, path: path + [key], package: package))
            case .null: readers.append(FieldReader([:], structName: name, path: path + [key], package: package))
            default: throw mismatch(element, key, "\(package).\(name)")
            }
        }
        return readers
    }

    func string(_ key: String) throws(FileFault) -> String {
        guard let value = member(key) else { return "" }
        guard case .string(let text) = value else { throw mismatch(value, key, "string") }
        return text
    }

    func bool(_ key: String) throws(FileFault) -> Bool {
        guard let value = member(key) else { return false }
        guard case .bool(let truth) = value else { throw mismatch(value, key, "bool") }
        return truth
    }

    /// Base64 text as bytes; Go takes an array of small numbers as well.
    func bytes(_ key: String) throws(FileFault) -> [UInt8] {
        switch member(key) {
        case nil: return []
        case .string(let text)?:
            switch Base64.decode(text) {
            case .success(let bytes): return bytes
            case .failure(let fault): throw .base64(offset: fault.offset)
            }
        case .array(let elements)?:
            var bytes: [UInt8] = []
            for element in elements {
                if element.isNull {
                    bytes.append(0)
                    continue
                }
                guard case .number(let number) = element else { throw mismatch(element, key, "uint8") }
                guard let byte = UInt8(number.text) else {
                    throw mismatch(found: "number \(number.text)", key, "uint8")
                }
                bytes.append(byte)
            }
            return bytes
        case let value?: throw mismatch(value, key, "[]uint8")
        }
    }

    /// A list of strings; nil for a missing member and for null, an empty string for a null element.
    func strings(_ key: String) throws(FileFault) -> [String]? {
        guard let elements = try elements(key, of: "string") else { return nil }
        return try strings(elements, key)
    }

    /// A mapping of strings; nil for a missing member and for null.
    func stringMap(_ key: String) throws(FileFault) -> [String: String]? {
        guard let members = try members(key, type: "map[string]string") else { return nil }
        var result: [String: String] = [:]
        for (name, value) in members {
            switch value {
            case .string(let text): result[name] = text
            case .null: result[name] = ""
            default: throw mismatch(value, key, "string")
            }
        }
        return result
    }

    /// A mapping of lists of strings.
    func stringListMap(_ key: String) throws(FileFault) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for (name, value) in try members(key, type: "map[string][]string") ?? [:] {
            switch value {
            case .array(let elements): result[name] = try strings(elements, key)
            case .null: result[name] = []
            default: throw mismatch(value, key, "[]string")
            }
        }
        return result
    }

    /// Any value; null for a missing member.
    func value(_ key: String) -> JSONValue { object[key] ?? .null }

    private func member(_ key: String) -> JSONValue? {
        guard let value = object[key], !value.isNull else { return nil }
        return value
    }

    private func elements(_ key: String, of type: String) throws(FileFault) -> [JSONValue]? {
        guard let value = member(key) else { return nil }
        guard case .array(let elements) = value else { throw mismatch(value, key, "[]\(type)") }
        return elements
    }

    private func members(_ key: String, type: String) throws(FileFault) -> JSONObject? {
        guard let value = member(key) else { return nil }
        guard case .object(let members) = value else { throw mismatch(value, key, type) }
        return members.sortedByKey()
    }

    private func strings(_ elements: [JSONValue], _ key: String) throws(FileFault) -> [String] {
        var texts: [String] = []
        for element in elements {
            switch element {
            case .string(let text): texts.append(text)
            case .null: texts.append("")
            default: throw mismatch(element, key, "string")
            }
        }
        return texts
    }

    private func mismatch(_ value: JSONValue, _ key: String, _ type: String) -> FileFault {
        mismatch(found: value.goTypeName, key, type)
    }

    private func mismatch(found: String, _ key: String, _ type: String) -> FileFault {
        let field = ([structName] + path + [key]).joined(separator: ".")
        return .type(TypeMismatch(found: found, field: field, expected: type))
    }
}

extension JSONValue {
    /// The type of the value as Go's encoding/json names it in its errors.
    var goTypeName: String {
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
