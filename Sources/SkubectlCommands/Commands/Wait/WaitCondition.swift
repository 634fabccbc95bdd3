import JSONModel
import KubeModel
import Renderers
import StdlibExtensions
import SystemIO
import Templates

/// What an object is waited for to be (`--for`).
enum WaitCondition: Sendable {
    case create
    case delete
    /// A condition of the object's status with this value; both are compared without regard to case.
    case status(name: String, value: String)
    /// What a JSONPath expression finds; nil is any value.
    case path(JSONPath, value: String?)

    /// Reads one `--for`; throws `CommandError` in kubectl's words.
    init(_ text: String) throws {
        if text.lowercased() == "delete" {
            self = .delete
        } else if text.lowercased() == "create" {
            self = .create
        } else if text.hasPrefix("condition=") {
            let rest = text.dropFirst("condition=".count)
            let parts = rest.cut(at: "=")
            self = .status(
                name: String(parts?.before ?? rest), value: parts.map { String($0.after) } ?? "true")
        } else if text.hasPrefix("jsonpath=") {
            self = try Self.path(String(text.dropFirst("jsonpath=".count)))
        } else {
            throw CommandError.failed("unrecognized condition: \(text.goQuoted)")
        }
    }

    var isCreate: Bool { if case .create = self { true } else { false } }
    var isDelete: Bool { if case .delete = self { true } else { false } }

    // MARK: - JSONPath

    private static func path(_ text: String) throws -> WaitCondition {
        let parts = split(text)
        guard parts.count <= 2 else {
            throw CommandError.failed(
                "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or "
                    + "--for=jsonpath='{.status.readyReplicas}'")
        }
        let expression: String
        do throws(FieldPathError) { expression = try FieldPath(parts[0]).expression } catch {
            throw PrinterError.sorting(error)
        }
        var value: String?
        if parts.count == 2 {
            let quotes: Set<Character> = ["'", "\""]
            let trimmed = parts[1].drop { quotes.contains($0) }.reversed().drop { quotes.contains($0) }.reversed()
            guard !trimmed.isEmpty else {
                throw CommandError.failed(
                    "jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3"
                )
            }
            value = String(trimmed)
        }
        guard !expression.isEmpty else { throw CommandError.failed("jsonpath expression cannot be empty") }
        return .path(try JSONPath(expression), value: value)
    }

    /// Splits at single equal signs; two in a row are part of an expression.
    private static func split(_ text: String) -> [String] {
        var parts = [""]
        var rest = text[...]
        while let first = rest.popFirst() {
            if first != "=" {
                parts[parts.count - 1].append(first)
            } else if rest.first == "=" {
                rest.removeFirst()
                parts[parts.count - 1] += "=="
            } else {
                parts.append("")
            }
        }
        return parts
    }

    // MARK: - Objects

    /// Whether an object is what it is waited for to be; throws where that cannot be told.
    func isMet(by object: JSONValue) throws -> Bool {
        switch self {
        case .create: true
        case .delete: false
        case .status(let name, let value): try Self.hasCondition(name, value, object)
        case .path(var path, let value): try Self.matches(try path.results(in: object), value)
        }
    }

    private static func hasCondition(_ name: String, _ value: String, _ object: JSONValue) throws -> Bool {
        guard let status = object["status"], let found = status["conditions"] else { return false }
        guard let conditions = found.array else {
            throw CommandError.failed(
                ".status.conditions accessor error: \(GoValueText.text(found)) is of the type \(found.goType), "
                    + "expected []interface{}")
        }
        for condition in conditions {
            guard let type = condition["type"]?.string, type.foldsLike(name), let current = condition["status"]?.string
            else { continue }
            if let generation = object["metadata"]?["generation"]?.int64,
                let observed = condition["observedGeneration"]?.int64 ?? status["observedGeneration"]?.int64,
                observed < generation
            {
                return false
            }
            return current.foldsLike(value)
        }
        return false
    }

    private static func matches(_ results: [[JSONValue?]], _ wanted: String?) throws -> Bool {
        guard let first = results.first, let only = first.first else { return false }
        if results.count > 1 {
            throw CommandError.failed("given jsonpath expression matches more than one list")
        }
        if first.count > 1 { throw CommandError.failed("given jsonpath expression matches more than one value") }
        guard let wanted else { return true }
        switch only {
        case .object?, .array?:
            throw CommandError.failed("jsonpath leads to a nested object or list which is not supported")
        default:
            return GoValueText.text(only ?? .null).trimmingSpace() == wanted.trimmingSpace()
        }
    }
}

extension String {
    /// Whether both are the same but for the case of letters.
    fileprivate func foldsLike(_ other: String) -> Bool {
        self == other || lowercased() == other.lowercased()
    }
}

extension JSONValue {
    /// The Go type that kubectl decodes the value to.
    fileprivate var goType: String {
        switch self {
        case .null: "<nil>"
        case .bool: "bool"
        case .number(let number): number.int64 == nil ? "float64" : "int64"
        case .string: "string"
        case .array: "[]interface {}"
        case .object: "map[string]interface {}"
        }
    }
}
