import CommandLineKit
import Testing

/// Compared with Go's `encoding/csv`.
struct CSVRecordTests {
    @Test(arguments: [
        ("", []), ("a", ["a"]), ("a,b", ["a", "b"]), (",", ["", ""]), ("a,", ["a", ""]), ("\"a,b\",c", ["a,b", "c"]),
        ("\"a\"\"b\"", ["a\"b"]), ("\"\"", [""]), (" a, b ", [" a", " b "]), ("a\nb", ["a"]), ("\n\na", ["a"]),
        ("\"a\nb\",c", ["a\nb", "c"]), ("a\r\n", ["a"]), ("a\r", ["a"]), ("\"a\"\n", ["a"]), ("é,世", ["é", "世"]),
    ])
    func `reads one record`(text: String, fields: [String]) throws {
        #expect(try CSVRecord.fields(of: text) == fields)
    }

    @Test(arguments: [
        ("a\"b", CSVError.bareQuote(CSVPosition(startLine: 1, line: 1, column: 2))),
        ("x,é\"", .bareQuote(CSVPosition(startLine: 1, line: 1, column: 5))),
        ("\"ab", .strayQuote(CSVPosition(startLine: 1, line: 1, column: 4))),
        ("\"", .strayQuote(CSVPosition(startLine: 1, line: 1, column: 2))),
        ("\"ab\"x", .strayQuote(CSVPosition(startLine: 1, line: 1, column: 4))),
        ("\"a\nb", .strayQuote(CSVPosition(startLine: 1, line: 2, column: 2))),
        ("\n\"a\"x", .strayQuote(CSVPosition(startLine: 2, line: 2, column: 3))),
        ("\n", .noRecord), ("\r", .noRecord),
    ])
    func `refuses what Go refuses`(text: String, error: CSVError) {
        #expect(throws: error) { try CSVRecord.fields(of: text) }
    }

    @Test(arguments: [
        ([], ""), (["a", "b"], "a,b"), (["a,b"], "\"a,b\""), (["a\"b"], "\"a\"\"b\""), ([" a"], "\" a\""), ([""], ""),
        (["\\."], "\"\\.\""), (["a\nb"], "\"a\nb\""),
    ])
    func `writes with quotes only where they are needed`(fields: [String], text: String) {
        #expect(CSVRecord.text(of: fields) == text)
    }
}
