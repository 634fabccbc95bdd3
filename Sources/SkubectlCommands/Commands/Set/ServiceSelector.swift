import CommandLineKit
import JSONModel
import KubeModel
import StdlibExtensions

/// A selector as it is given for a service, which knows labels with one value only (`ParseToLabelSelector`).
struct ServiceSelector: Sendable {
    private(set) var labels = JSONObject()
    /// The requirements that a service cannot have, as Go prints them; nil where there are none.
    private(set) var unsupported: String?

    init(_ text: String) throws(UsageError) {
        let query: LabelQuery
        do throws(LabelQueryError) { query = try LabelQuery(text) } catch {
            throw .invalid("couldn't parse the selector string \"\(text)\": \(error.message)", hint: .none)
        }
        var expressions: [String] = []
        for requirement in query.requirements {
            switch requirement {
            case .equals(let key, let value): labels[key] = .string(value)
            case .differs: throw .invalid("\"!=\" is not a valid label selector operator", hint: .none)
            case .isOne(let key, let values): expressions.append(Self.text(key, "In", values))
            case .isNone(let key, let values): expressions.append(Self.text(key, "NotIn", values))
            case .exists(let key): expressions.append(Self.text(key, "Exists", []))
            case .absent(let key): expressions.append(Self.text(key, "DoesNotExist", []))
            case .greater: throw .invalid("\"gt\" isn't supported in label selectors", hint: .none)
            case .less: throw .invalid("\"lt\" isn't supported in label selectors", hint: .none)
            }
        }
        if !expressions.isEmpty { unsupported = "[\(expressions.joined(separator: " "))]" }
    }

    private static func text(_ key: String, _ word: String, _ values: Set<String>) -> String {
        let sorted = values.sorted { $0.precedesByBytes($1) }
        return "{\(key) \(word) [\(sorted.joined(separator: " "))]}"
    }
}
