/// A shell pattern for file names, by the rules of Go's `path/filepath`: `*`, `?`, `[a-z]`, `[^a]` and backslashes.
struct GlobPattern {
    private enum Element {
        case character(Unicode.Scalar)
        /// Any character but a slash.
        case anyCharacter
        /// Any number of characters but slashes.
        case star
        case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    private var elements: [Element] = []

    /// Reads a pattern; nil for bad syntax.
    init?(_ text: some StringProtocol) {
        var rest = Array(text.unicodeScalars)[...]
        while let first = rest.popFirst() {
            switch first {
            case "*": elements.append(.star)
            case "?": elements.append(.anyCharacter)
            case "[":
                guard let element = Self.popClass(&rest) else { return nil }
                elements.append(element)
            case "\\":
                guard let character = rest.popFirst() else { return nil }
                elements.append(.character(character))
            default: elements.append(.character(first))
            }
        }
    }

    /// Whether all of `name` matches.
    func matches(_ name: some StringProtocol) -> Bool {
        let name = Array(name.unicodeScalars)
        // Where to go on after a mismatch: the last star, and the first character it does not yet take.
        var retry: (element: Int, character: Int)?
        var element = 0
        var character = 0
        while character < name.count || element < elements.count {
            if element < elements.count {
                if case .star = elements[element] {
                    retry = (element, character)
                    element += 1
                    continue
                }
                if character < name.count, Self.matches(elements[element], name[character]) {
                    element += 1
                    character += 1
                    continue
                }
            }
            guard let last = retry, last.character < name.count, name[last.character] != "/" else { return false }
            retry = (last.element, last.character + 1)
            element = last.element + 1
            character = last.character + 1
        }
        return true
    }

    private static func matches(_ element: Element, _ character: Unicode.Scalar) -> Bool {
        switch element {
        case .character(let expected): expected == character
        case .anyCharacter: character != "/"
        case .star: false
        case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(character) } != isNegated
        }
    }

    /// Takes the rest of a class such as `^a-z]` off the pattern; nil for bad syntax.
    private static func popClass(_ pattern: inout ArraySlice<Unicode.Scalar>) -> Element? {
        let isNegated = pattern.first == "^"
        if isNegated { pattern.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while ranges.isEmpty || pattern.first != "]" {
            guard let low = popMember(&pattern) else { return nil }
            var high = low
            if pattern.first == "-" {
                pattern.removeFirst()
                guard let end = popMember(&pattern) else { return nil }
                high = end
            }
            // A range that runs backwards holds nothing.
            ranges.append(low <= high ? low...high : "\0"..."\0")
        }
        pattern.removeFirst()
        return .oneOf(ranges, isNegated: isNegated)
    }

    private static func popMember(_ pattern: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        guard let first = pattern.popFirst(), first != "-", first != "]" else { return nil }
        let member = first == "\\" ? pattern.popFirst() : first
        // A class is closed after its members.
        return pattern.isEmpty ? nil : member
    }
}
