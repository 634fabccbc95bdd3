extension String {
    /// Whether both strings are the same UTF-8 bytes; `==` also holds for canonically equivalent characters.
    package func hasSameBytes(as other: String) -> Bool {
        guard self == other else { return false }
        // Equivalent strings of ASCII are the same, but others need the look.
        var mine = self
        var others = other
        return mine.withUTF8 { mine in
            others.withUTF8 { others in mine.count == others.count && mine.elementsEqual(others) }
        }
    }

    /// Whether the string comes before `other` in the order of their UTF-8 bytes, which is how Go compares strings.
    package func precedesByBytes(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}
