import Testing

@testable import Renderers

struct TabWriterTests {
    /// Expected texts are those of Go's text/tabwriter for the same input.
    @Test(arguments: [
        ("a\tb\tc\nlonger\tx\ty\n", "a       b  c\nlonger  x  y\n"),
        ("a\tb\nno tab\nccc\td\n", "a  b\nno tab\nccc  d\n"),
        ("a\tb\tc\na\tb\nlonger\tb\tc\n", "a       b  c\na       b\nlonger  b  c\n"),
        ("a\t\nb\t\n", "a  \nb  \n"),
        ("日本\tx\nabc\ty\n", "日本   x\nabc  y\n"),
        ("a\tb\u{0c}cccc\td\n", "a  b\ncccc  d\n"),
        ("a\u{0b}b\nccc\td\n", "a    b\nccc  d\n"),
        ("open\tline", "open  line"),
        ("open\tcell\t", "open  cell"),
        ("", ""),
        ("\n\n", "\n\n"),
    ])
    func alignsAsGoDoes(input: String, expected: String) {
        var writer = TabWriter(style: .description)
        var output = ""
        writer.write(input)
        writer.flush(into: &output)
        #expect(output == expected)
    }

    /// `tabwriter.Escape`: what is between two such bytes is one text, whatever it has.
    @Test func bytesBetweenEscapesAreLeftAlone() {
        var writer = TabWriter(style: .description)
        let input: [UInt8] = Array("a\t".utf8) + [0xff] + Array("b\tc\n".utf8) + [0xff] + Array("\td\ne\tf\tg\n".utf8)
        input.withUnsafeBufferPointer { writer.write(bytes: $0) }
        let expected: [UInt8] =
            Array("a  ".utf8) + [0xff] + Array("b\tc\n".utf8) + [0xff] + Array("  d\ne  f     g\n".utf8)
        #expect(writer.flushedBytes() == expected)
    }

    @Test func remembersWidthsBetweenFlushes() {
        var writer = TabWriter(style: .table)
        var output = ""
        writer.write("a long cell\tb\n")
        writer.flush(into: &output)
        writer.write("a\tb\n")
        writer.flush(into: &output)
        writer.forgetWidths()
        writer.write("a\tb\n")
        writer.flush(into: &output)
        #expect(output == "a long cell   b\na             b\na     b\n")
    }

    @Test func alignsManyColumnsWithoutDeepRecursion() {
        var writer = TabWriter(style: .description)
        var output = ""
        writer.write(String(repeating: "x\t", count: 300_000) + "\n")
        writer.flush(into: &output)
        #expect(output.utf8.count == 900_001)
    }
}
