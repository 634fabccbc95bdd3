/// Finds the commands someone may have meant by an unknown word.
enum CommandSuggestions {
    /// The names of the commands at most two edits away, that begin with the word, or that are declared for it.
    ///
    /// The order is that of the commands, and a command can be named twice, as cobra does.
    static func names(for word: String, among commands: [any DeclaredCommand.Type]) -> [String] {
        let typed = word.lowercased()
        var names: [String] = []
        for command in commands where command.spec.visibility.contains(.suggestions) {
            let spec = command.spec
            let name = spec.name.lowercased()
            if name.hasPrefix(typed) || editDistance(Array(typed.utf8), Array(name.utf8)) <= 2 {
                names.append(spec.name)
            }
            for other in spec.suggestedFor where other.lowercased() == typed {
                names.append(spec.name)
            }
        }
        return names
    }

    /// The number of bytes to insert, remove or replace to turn one text into the other.
    static func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var previous = Array(0...second.count)
        for (row, left) in first.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(previous.count)
            for (column, right) in second.enumerated() {
                let replaced = previous[column] + (left == right ? 0 : 1)
                current.append(min(replaced, min(previous[column + 1], current[column]) + 1))
            }
            previous = current
        }
        return previous[second.count]
    }
}
