import StdlibExtensions
import Testing

@Suite struct StringBytesTests {
    @Test func tellsEquivalentStringsApart() {
        #expect("abc".hasSameBytes(as: "abc"))
        #expect("é😀".hasSameBytes(as: "é😀"))
        #expect("\u{E9}" == "e\u{301}")
        #expect(!"\u{E9}".hasSameBytes(as: "e\u{301}"))
        #expect(!"a".hasSameBytes(as: "b"))
    }

    @Test func ordersByBytes() {
        #expect("Z".precedesByBytes("a"))
        #expect("a".precedesByBytes("ab"))
        #expect("".precedesByBytes("a"))
        #expect(!"a".precedesByBytes("a"))
        #expect("z".precedesByBytes("é"))
        #expect("\u{FFFD}".precedesByBytes("😀"))
        #expect("e\u{301}".precedesByBytes("\u{E9}"))
    }

    @Test func lendsItsBytes() {
        #expect("é".withBytes { Array($0) } == [0xC3, 0xA9])
        #expect("a text of more than fifteen bytes".withBytes { $0.count } == 33)
        #expect("".withBytes { $0.isEmpty })
    }
}
