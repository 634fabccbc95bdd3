import CommandLineKit

/// The words of a command that changes objects: the resources, and behind them changes such as `key=value` and `key-`
/// (kubectl's `GetResourcesAndPairs` and `ParsePairs`).
struct ChangeWords: Sendable, Hashable {
    let resources: [String]
    /// The changes as they were written.
    let changes: [String]

    /// - Parameter noun: What the changes are about, for the error of a resource that stands behind one.
    init(_ words: [String], noun: String) throws(UsageError) {
        var resources: [String] = []
        var changes: [String] = []
        for word in words {
            if Self.isChange(word) {
                changes.append(word)
            } else if changes.isEmpty {
                resources.append(word)
            } else {
                throw .invalid("all resources must be specified before \(noun) changes: \(word)", hint: .none)
            }
        }
        self.resources = resources
        self.changes = changes
    }

    private static func isChange(_ word: String) -> Bool {
        (word.contains("=") && !word.hasPrefix("=")) || (word.hasSuffix("-") && word != "-")
    }

    /// What changes ask for: values by name, and names to remove.
    struct Pairs: Sendable, Hashable {
        /// In the order of their first mention, with the value of the last.
        var values: [Pair] = []
        var removals: [String] = []

        /// Sets a value, in the place of one that is there.
        mutating func set(_ name: String, _ value: String) {
            if let index = values.firstIndex(where: { $0.name == name }) {
                values[index].value = value
            } else {
                values.append(Pair(name: name, value: value))
            }
        }

        func contains(_ name: String) -> Bool { values.contains { $0.name == name } }
    }

    struct Pair: Sendable, Hashable {
        let name: String
        var value: String
    }

    /// Reads the changes; a name without a value is an error, and so is a removal where nothing may be removed.
    func pairs(noun: String, allowingRemoval: Bool) throws(UsageError) -> Pairs {
        var pairs = Pairs()
        var invalid: [String] = []
        for change in changes {
            if let equals = change.firstIndex(of: "="), equals != change.startIndex {
                pairs.set(String(change[..<equals]), String(change[change.index(after: equals)...]))
            } else if allowingRemoval, change.hasSuffix("-"), change != "-" {
                pairs.removals.append(String(change.dropLast()))
            } else {
                invalid.append(change)
            }
        }
        guard invalid.isEmpty else {
            throw .invalid("invalid \(noun) format: \(invalid.joined(separator: ", "))", hint: .none)
        }
        return pairs
    }
}
