/// Reads the elements of a DER encoding one after the other (ITU-T X.690); never past the end of what it was given.
package struct DERReader {
    /// One element: its identifier byte, its contents, and all of it.
    package struct Element {
        package let tag: UInt8
        package let contents: ArraySlice<UInt8>
        package let whole: ArraySlice<UInt8>

        /// A reader of the elements inside.
        package var reader: DERReader { DERReader(contents) }
    }

    private var rest: ArraySlice<UInt8>

    package init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    package var isAtEnd: Bool { rest.isEmpty }

    /// The next element; nil at the end and where the encoding is broken or its tag has several bytes.
    package mutating func next() -> Element? {
        let all = rest
        let start = rest.startIndex
        guard let tag = rest.popFirst(), tag & 0x1F != 0x1F, let first = rest.popFirst() else { return nil }
        var length = Int(first)
        if first >= 0x80 {
            let count = Int(first & 0x7F)
            guard (1...4).contains(count), rest.count >= count else { return nil }
            length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(count)
        }
        guard length <= rest.count else { return nil }
        let contents = rest.prefix(length)
        rest = rest.dropFirst(length)
        return Element(tag: tag, contents: contents, whole: all[start..<contents.endIndex])
    }

    /// The next element if it has this tag; otherwise it stays.
    package mutating func next(_ tag: UInt8) -> Element? {
        rest.first == tag ? next() : nil
    }
}
