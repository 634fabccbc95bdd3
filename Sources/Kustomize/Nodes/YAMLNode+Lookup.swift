import StdlibExtensions
import YAMLCodec

/// kyaml's `PathGetter`: a node by the names, indices and conditions on the way to it.
extension YAMLNode {
    /// The node at the end of a path; nil where a part of it is missing.
    func lookup(_ path: [String]) throws(KustomizeError) -> YAMLNode? {
        try lookup(path, creating: nil)
    }

    /// The node at the end of a path; what is missing on the way is made, the last one of the kind `kind`.
    func lookupCreating(_ kind: Kind, _ path: [String]) throws(KustomizeError) -> YAMLNode? {
        try lookup(path, creating: kind)
    }

    private func lookup(_ path: [String], creating kind: Kind?) throws(KustomizeError) -> YAMLNode? {
        let parts = path.map { $0.trimmingSpace() }.filter { !$0.isEmpty }
        var node = self
        for (index, part) in parts.enumerated() {
            let next = index + 1 < parts.count ? parts[index + 1] : ""
            guard let found = try node.step(part, next: next, creating: kind) else { return nil }
            node = found
        }
        return node
    }

    private func step(_ part: String, next: String, creating kind: Kind?) throws(KustomizeError) -> YAMLNode? {
        if let index = FieldPath.integer(part) {
            guard index >= 0 else { throw .negativeIndex(index) }
            try require(.sequence)
            return index < content.count ? content[index] : nil
        }
        if part == "-" {
            try require(.sequence)
            return content.last
        }
        if part == "*" { throw .wildcardInPath }
        if FieldPath.isCondition(part) { return try element(part, creating: kind != nil) }
        if let found = try getField(part) { return found }
        guard let kind, !isNull else { return nil }
        return try setField(part, YAMLNode(FieldPath.kind(before: next, last: kind)))
    }

    private func element(_ part: String, creating: Bool) throws(KustomizeError) -> YAMLNode? {
        let (name, value) = try FieldPath.condition(part)
        try require(.sequence)
        if let found = firstElement(keys: [name], values: [value]) { return found }
        guard creating else { return nil }
        let scalar = YAMLNode(plain: value)
        let element = name.isEmpty ? scalar : YAMLNode(.mapping, content: [YAMLNode(plain: name), scalar])
        content.append(element)
        return element
    }

    /// The first element whose fields have these values, or that is this value where the key is empty
    /// (kyaml's `ElementMatcher`).
    func firstElement(keys: [String], values: [String]) -> YAMLNode? {
        guard kind == .sequence, let first = keys.first else { return nil }
        if first.isEmpty { return content.first { $0.value == values.first ?? "" } }
        guard keys.count == values.count else { return nil }
        return content.first { element in
            guard element.kind == .mapping || element.isNull else { return false }
            return zip(keys, values).allSatisfy { element.field($0)?.value == $1 }
        }
    }
}

/// The parts of paths of fields.
enum FieldPath {
    /// Splits at a delimiter, which a backslash before it keeps (kyaml's `PathSplitter`).
    static func split(_ path: String, at delimiter: Character) -> [String] {
        var parts = path.split(separator: delimiter, omittingEmptySubsequences: false).map(String.init)
        if parts.count > 1, parts[0].isEmpty { parts.removeFirst() }
        var result = [parts[0]]
        for part in parts.dropFirst() {
            let last = result.count - 1
            if result[last].hasSuffix("\\") {
                result[last] = result[last].dropLast() + String(delimiter) + part
            } else {
                result.append(part)
            }
        }
        return result
    }

    /// Splits at points, but not in brackets (kyaml's `SmarterPathSplitter`).
    static func splitAtPoints(_ path: String) -> [String] {
        var result: [String] = []
        let parts = split(path, at: ".")
        var index = 0
        while index < parts.count {
            let part = parts[index]
            if part.hasPrefix("["), !part.hasSuffix("]") {
                var bracketed = [part]
                while index < parts.count - 1 {
                    index += 1
                    bracketed.append(parts[index])
                    if parts[index].hasSuffix("]") { break }
                }
                let text = bracketed.joined(separator: ".")
                if text.contains("=") {
                    result.append(text)
                } else {
                    result.append(
                        String(text.drop { "[]".contains($0) }.reversed().drop { "[]".contains($0) }.reversed()))
                }
            } else {
                result.append(part)
            }
            index += 1
        }
        return result
    }

    /// The number a part is, as Go's `strconv.Atoi` reads it.
    static func integer(_ part: String) -> Int? {
        Int(part)
    }

    static func isCondition(_ part: String) -> Bool {
        part.hasPrefix("[") && part.hasSuffix("]")
    }

    /// The name and the value of `[name=value]`.
    static func condition(_ part: String) throws(KustomizeError) -> (name: String, value: String) {
        var inner = Substring(part)
        if inner.hasSuffix("]") { inner.removeLast() }
        if inner.hasPrefix("[") { inner.removeFirst() }
        guard let equals = inner.firstIndex(of: "=") else { throw .conditionWithoutValue }
        return (String(inner[..<equals]), String(inner[inner.index(after: equals)...]))
    }

    /// What kind of node a field is made as, by the part of the path after it.
    static func kind(before next: String, last: YAMLNode.Kind) -> YAMLNode.Kind {
        if isCondition(next) { return .sequence }
        if let index = integer(next), index >= 0 { return .sequence }
        return next.isEmpty ? last : .mapping
    }
}
