extension StringProtocol {
    /// The text before and after the first `separator`; nil when there is none.
    ///
    /// As in Go's `strings.Cut` bytes count, not characters: an accent after the separator does not hide it.
    package func cut(at separator: String) -> (before: SubSequence, after: SubSequence)? {
        var start = utf8.startIndex
        while true {
            if let end = utf8[start...].end(of: separator.utf8) { return (self[..<start], self[end...]) }
            guard start < utf8.endIndex else { return nil }
            start = utf8.index(after: start)
        }
    }

    /// Whether the UTF-8 bytes of `prefix` begin the text; unlike `hasPrefix`, without Unicode's equivalences.
    package func hasBytePrefix(_ prefix: String) -> Bool {
        utf8.starts(with: prefix.utf8)
    }

    /// Whether the UTF-8 bytes of `suffix` end the text; unlike `hasSuffix`, without Unicode's equivalences.
    package func hasByteSuffix(_ suffix: String) -> Bool {
        utf8.reversed().starts(with: suffix.utf8.reversed())
    }
}

extension Collection where Element: Equatable {
    /// The place after `prefix`; nil when the collection does not begin with it.
    fileprivate func end(of prefix: some Sequence<Element>) -> Index? {
        var index = startIndex
        for element in prefix {
            guard index < endIndex, self[index] == element else { return nil }
            formIndex(after: &index)
        }
        return index
    }
}
