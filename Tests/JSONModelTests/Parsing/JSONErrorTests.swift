import JSONModel
import Testing

/// Findings and places, as kubectl 1.36 tells them; see `JSONError`.
@Suite struct JSONErrorTests {
    static func error(_ bytes: [UInt8], options: JSONParsingOptions = JSONParsingOptions()) -> JSONError? {
        do throws(JSONError) {
            _ = try JSONParser.parse(bytes, options: options)
            return nil
        } catch {
            return error
        }
    }

    private static func at(_ offset: Int) -> JSONPosition { JSONPosition(offset: offset, line: 1, column: offset + 1) }

    @Test(
        arguments: [
            (#"{"a":x}"#, 5, "x", .beginningOfValue), ("[}", 1, "}", .beginningOfValue),
            ("[,1]", 1, ",", .beginningOfValue),
            ("[1,]", 3, "]", .beginningOfValue), (#"{"a":}"#, 5, "}", .beginningOfValue),
            ("é", 0, "é", .beginningOfValue),
            ("{,}", 1, ",", .beginningOfKey), ("{'a'", 1, "'", .beginningOfKey),
            (#"{"a":1,}"#, 7, "}", .beginningOfKey),
            ("{]", 1, "]", .beginningOfKey), (#"{"a" 1}"#, 5, "1", .afterKey), (#"{"a"é"#, 4, "é", .afterKey),
            (#"{"a"}"#, 4, "}", .afterKey), (#"{"a":1 "b"}"#, 7, "\"", .afterMember),
            (#"{"a":1]"#, 6, "]", .afterMember),
            (#"{"a":01}"#, 6, "1", .afterMember), (#"{"a":1😀}"#, 6, "😀", .afterMember),
            ("[1 2]", 3, "2", .afterElement),
            ("[1}", 2, "}", .afterElement), ("[01]", 2, "1", .afterElement), ("{} x", 3, "x", .afterDocument),
            ("1]", 1, "]", .afterDocument), ("\"a\u{1}", 2, "\u{1}", .inString), ("\"\n", 1, "\n", .inString),
            ("-x", 1, "x", .inNumber), ("--1", 1, "-", .inNumber), ("[1.]", 3, "]", .inNumber),
            ("1.x", 2, "x", .inNumber),
            ("1ex", 2, "x", .inNumber), ("1e+}", 3, "}", .inNumber), ("1.5.5", 3, ".", .afterDocument),
            ("trux", 3, "x", .inLiteral(literal: "true", expected: "e")),
            ("nan", 1, "a", .inLiteral(literal: "null", expected: "u")),
            ("falsd", 4, "d", .inLiteral(literal: "false", expected: "e")),
            ("[nul]", 4, "]", .inLiteral(literal: "null", expected: "l")),
        ] as [(String, Int, String, JSONPlace)])
    func tellsInvalidCharacters(text: String, offset: Int, character: String, place: JSONPlace) {
        let expected = JSONError.invalidCharacter(character: Array(character.utf8), place: place, at: Self.at(offset))
        #expect(Self.error(Array(text.utf8)) == expected)
        #expect(expected.endOffset == offset + character.utf8.count)
    }

    @Test(
        arguments: [
            (#""\x"}"#, 1, #"\x"#), (#""\u12x4""#, 1, #"\u12x4"#), (#""\u12"}]"#, 1, #"\u12"}"#),
            (#""ab\u"}]}}"#, 3, #"\u"}]}"#),
            (#""\ud800\u12"}"#, 7, #"\u12"}"#), (#""\u12x"#, 1, #"\u12x"#), (#""\ "#, 1, #"\ "#),
        ])
    func tellsInvalidEscapes(text: String, offset: Int, sequence: String) {
        let expected = JSONError.invalidEscape(sequence: Array(sequence.utf8), at: Self.at(offset))
        #expect(Self.error(Array(text.utf8)) == expected)
        #expect(expected.endOffset == offset + sequence.utf8.count)
    }

    @Test func cutsEscapesAfterTheirSecondByte() {
        #expect(Self.error(Array("\"\\é\"".utf8)) == .invalidEscape(sequence: [0x5C, 0xC3], at: Self.at(1)))
    }

    @Test(arguments: [
        "", "  ", "[", "{\"a\"", "{\"a\":", "[1,", "\"abc", "\"\\", "\"\\u", "\"\\u12", "\"\\uD8", "tr", "-", "1.",
        "1e", "1e+",
    ])
    func tellsTheEnd(text: String) {
        #expect(Self.error(Array(text.utf8)) == .unexpectedEnd(at: Self.at(text.utf8.count)))
    }

    @Test func tellsBytesThatBeginNoCharacter() {
        #expect(
            Self.error([0x5B, 0xFF]) == .invalidCharacter(character: [0xFF], place: .beginningOfValue, at: Self.at(1)))
        #expect(
            Self.error([0x31, 0xE2, 0x82])
                == .invalidCharacter(character: [0xE2], place: .afterDocument, at: Self.at(1)))
    }

    @Test func countsLinesAndColumns() {
        let text = "{\n  \"é\": [1,\r\n    x\n"
        let position = JSONPosition(offset: 19, line: 3, column: 5)
        #expect(
            Self.error(Array(text.utf8)) == .invalidCharacter(character: [0x78], place: .beginningOfValue, at: position)
        )
        #expect(Self.error(Array("[1,\n\n".utf8)) == .unexpectedEnd(at: JSONPosition(offset: 5, line: 3, column: 1)))
    }

    /// The lines inside a part that is not read again count as well.
    @Test func countsLinesOfRecurringParts() {
        let part = "{\n \"name\": \"long enough to be kept\",\n \"value\": [\n1]}"
        let text = "[\(String(repeating: "[\(part)],\n", count: 10))x]"
        let lines = 10 * 4
        let position = JSONPosition(offset: text.utf8.count - 2, line: lines + 1, column: 1)
        #expect(
            Self.error(Array(text.utf8)) == .invalidCharacter(character: [0x78], place: .beginningOfValue, at: position)
        )
        let cut = "[\(String(repeating: "[\(part)],", count: 10))x]"
        #expect(Self.error(Array(cut.utf8))?.position == JSONPosition(offset: cut.utf8.count - 2, line: 31, column: 6))
    }

    // MARK: - Limits

    @Test func nestsTenThousandDeep() throws {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let deep =
                String(repeating: open, count: 10_000) + (open == "[" ? "" : "1")
                + String(repeating: close, count: 10_000)
            let value = try JSONParser.parse(deep)
            let other = try JSONParser.parse(deep)
            #expect(JSONWriter.text(value) == deep)
            let isSame = value == other && value.hashValue == other.hashValue
            #expect(isSame)
            let error = Self.error(Array((open + deep + close).utf8))
            #expect(error == .tooDeep(limit: 10_000, at: Self.at(10_000 * open.utf8.count)))
            #expect(error?.endOffset == 10_000 * open.utf8.count + 1)
        }
    }

    @Test func countsTheDepthOfRecurringParts() throws {
        let part = #"{"name":["long enough to be kept",{"x":[1]}]}"#
        let options = JSONParsingOptions(depthLimit: 7)
        let fits = "[[[\(String(repeating: part + ",", count: 8))\(part)]]]"
        #expect(throws: Never.self) { try JSONParser.parse(fits, options: options) }
        let exceeds = "[[[\(String(repeating: part + ",", count: 8))[\(part)]]]]"
        let offset = 3 + 8 * (part.utf8.count + 1) + 1 + part.utf8.count - 6
        #expect(Self.error(Array(exceeds.utf8), options: options) == .tooDeep(limit: 7, at: Self.at(offset)))
    }

    @Test func limitsBytes() {
        let options = JSONParsingOptions(byteLimit: 5)
        #expect(Self.error(Array("[1,2]".utf8), options: options) == nil)
        #expect(Self.error(Array("[1,22]".utf8), options: options) == .tooLarge(limit: 5))
    }

    @Test func limitsNumbersWhereTheyBecomeDoubles() {
        let options = JSONParsingOptions(numbers: .normalizedAsGo)
        #expect(Self.error(Array("[1e999]".utf8), options: options) == .numberOutOfRange(text: "1e999", at: Self.at(1)))
        #expect(Self.error(Array("[1e999]".utf8)) == nil)
    }
}
