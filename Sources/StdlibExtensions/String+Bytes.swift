extension String {
    /// Whether both strings are the same UTF-8 bytes; `==` also holds for canonically equivalent characters.
    package func hasSameBytes(as other: String) -> Bool {
        // What is the same is also equivalent, and to tell that most strings are not even that is quick.
        guard self == other else { return false }
        return utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }

    /// Calls `body` with the string's UTF-8 bytes, without copying them when they are at hand.
    @inlinable
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return copy.withUTF8(body)
    }

    /// Whether the string comes before `other` in the order of their UTF-8 bytes, which is how Go compares strings.
    package func precedesByBytes(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}
