import CommandLineKit
import JSONModel
import StdlibExtensions

/// The taints that a command adds to nodes and removes from them.
struct TaintChanges: Sendable, Hashable {
    private(set) var additions: [Taint] = []
    private(set) var removals: [Taint] = []
    var overwrites = false

    /// Reads the changes: taints with an effect, and with a dash behind them those to remove.
    init(_ words: [String]) throws(UsageError) {
        for word in words {
            if word.hasSuffix("-") {
                let taint = try Taint(String(word.dropLast()))
                removals.append(Taint(key: taint.key, effect: taint.effect))
                continue
            }
            let taint = try Taint(word)
            guard !taint.effect.isEmpty else { throw Taint.invalid(word) }
            if additions.contains(where: { $0.key == taint.key && $0.effect == taint.effect }) {
                throw .invalid(
                    "duplicated taints with the same key and effect: "
                        + "{\(taint.key) \(taint.value) \(taint.effect) <nil>}", hint: .helpAndExamples)
            }
            additions.append(taint)
        }
    }

    /// The taints that would be added and removed at once, as errors name them.
    var conflicts: [String] {
        additions.flatMap { addition in
            removals.filter {
                $0.key == addition.key && ($0.effect.isEmpty || $0.effect == addition.effect)
            }.map { "\($0.key)=\($0.effect)" }
        }
    }

    /// The node with the changes, and the word for what was done to it.
    func applied(to node: JSONValue, name: String) throws -> (node: JSONValue, operation: String) {
        let old = node["spec"]?["taints"]?.array ?? []
        if !overwrites {
            let present = additions.flatMap { addition in old.filter(addition.matches).map { _ in addition.key } }
            if !present.isEmpty {
                throw CommandError.failed(
                    "node \(name) already has \(present.joined(separator: ",")) taint(s) with same effect(s) and "
                        + "--overwrite is false")
            }
        }
        var new = additions.map(\.object) + old.filter { taint in !additions.contains { $0.matches(taint) } }
        let hasAdded = old.count != new.count
        var missing: [any Error] = []
        // Only whether the last one was there counts (kubectl's `deleteTaints`).
        var hasRemoved = false
        for removal in removals {
            let count = new.count
            new.removeAll { removal.effect.isEmpty ? removal.key == $0["key"]?.string : removal.matches($0) }
            hasRemoved = new.count != count
            if !hasRemoved { missing.append(CommandError.failed("taint \(removal.text.goQuoted) not found")) }
        }
        try CommandError.throwAll(missing)
        var node = node
        node[path: "spec", "taints"] = new.isEmpty ? nil : .array(new)
        let isModified = (hasAdded && hasRemoved) || overwrites
        return (node, isModified ? "modified" : hasAdded ? "tainted" : "untainted")
    }
}
