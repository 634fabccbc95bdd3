import CommandLineKit
import JSONModel
import KubeModel

/// What keeps pods away from a node: a key, a value and an effect (core/v1 `Taint`).
struct Taint: Sendable, Hashable {
    let key: String
    var value = ""
    /// Empty where all effects of the key are meant.
    var effect = ""

    private static let effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]

    init(key: String, value: String = "", effect: String = "") {
        self.key = key
        self.value = value
        self.effect = effect
    }

    /// Reads `key=value:effect`, `key:effect` or `key`.
    init(_ text: String) throws(UsageError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2 else { throw Self.invalid(text) }
        var pair = [parts[0]]
        if parts.count == 2 {
            effect = parts[1]
            guard Self.effects.contains(effect) else {
                throw .invalid("invalid taint effect: \(effect), unsupported taint effect", hint: .helpAndExamples)
            }
            pair = parts[0].split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard pair.count <= 2 else { throw Self.invalid(text) }
            if pair.count == 2 {
                value = pair[1]
                try Self.check(LabelSyntax.faults(ofValue: value), of: text)
            }
        }
        key = pair[0]
        try Self.check(LabelSyntax.faults(ofKey: key), of: text)
    }

    private static func check(_ faults: [LabelFault], of text: String) throws(UsageError) {
        guard !faults.isEmpty else { return }
        throw .invalid(
            "invalid taint spec: \(text), \(faults.map(\.message).joined(separator: "; "))", hint: .helpAndExamples)
    }

    static func invalid(_ text: String) -> UsageError {
        .invalid("invalid taint spec: \(text)", hint: .helpAndExamples)
    }

    /// Whether both mean the same place among a node's taints.
    func matches(_ other: JSONValue) -> Bool {
        key == other["key"]?.string ?? "" && effect == other["effect"]?.string ?? ""
    }

    /// As it stands in a node.
    var object: JSONValue {
        var object: JSONValue = ["key": .string(key)]
        if !value.isEmpty { object["value"] = .string(value) }
        object["effect"] = .string(effect)
        return object
    }

    /// As errors name it.
    var text: String {
        if effect.isEmpty { return value.isEmpty ? key : "\(key)=\(value):" }
        return value.isEmpty ? "\(key):\(effect)" : "\(key)=\(value):\(effect)"
    }
}
