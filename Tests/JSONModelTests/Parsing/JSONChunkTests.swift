import JSONModel
import Testing

/// However a text is cut into pieces, what comes of it is the same.
@Suite struct JSONChunkTests {
    private enum Outcome: Equatable {
        case value(JSONValue)
        case error(JSONError)
    }

    private func outcome(_ pieces: [[UInt8]]) -> Outcome {
        let parser = JSONStreamParser()
        do throws(JSONError) {
            for piece in pieces { try parser.append(piece) }
            return .value(try parser.finish())
        } catch {
            return .error(error)
        }
    }

    private static let pod = #"""
        {"kind": "Pod", "metadata": {"name": "web-é😀", "labels": {"app": "x", "a\"b\u00e9\ud83d\ude00": "\ud800\n"}},
         "spec": {"n": [1, -2.50e+3, 0, 1e5, true, false, null, [], {}, ""],
          "env": [{"name": "LOG_LEVEL", "value": "information"}, {"name": "LOG_LEVEL", "value": "information"},
                  {"name": "LOG_LEVEL", "value": "information"}, {"name": "LOG_LEVEL", "value": "information"}]}}
        """#

    static let texts: [[UInt8]] = [
        Array(pod.utf8), Array("  123.5e-7  ".utf8), Array("null\n".utf8),
        [0x22, 0xE2, 0x82, 0xAC, 0xE2, 0x82, 0xFF, 0x22],
        // Texts with something wrong: the finding is the same as well.
        Array(#"{"a": [1, 2, "x\q"]}"#.utf8), Array(#"{"a": "\u12x4"}"#.utf8), Array(#"{"a": "\ud83d\u00"#.utf8),
        Array("[1,\n2,\n é]".utf8), Array("[1.5.5]".utf8), Array("[-é]".utf8), Array("{\"a\"\u{2028}".utf8),
        Array("[trué]".utf8),
        [0x5B, 0xF0, 0x9F, 0x98], [0x31, 0x32, 0xC3], Array("{} {}".utf8), Array("\"a\nb\"".utf8), Array("[1,2".utf8),
        Array("\"abc".utf8),
    ]

    @Test(arguments: texts) func cutInTwo(text: [UInt8]) {
        let whole = outcome([text])
        for place in 0...text.count {
            #expect(outcome([Array(text[..<place]), Array(text[place...])]) == whole, "cut at \(place)")
        }
    }

    @Test(arguments: texts) func byteByByte(text: [UInt8]) {
        #expect(outcome(text.map { [$0] }) == outcome([text]))
    }

    @Test func inOneGoAndInPieces() throws {
        for text in Self.texts {
            var whole: Outcome
            do throws(JSONError) {
                whole = .value(try JSONParser.parse(text))
            } catch {
                whole = .error(error)
            }
            #expect(outcome([text]) == whole)
        }
    }

    /// Random values come back from their texts, in every layout, through pieces of every size.
    @Test(arguments: 0..<25) func randomValues(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        let value: JSONValue = .array((0..<12).map { _ in random.value(depth: 5) })
        for style in [JSONStyle.compact, .indented, JSONStyle(indentation: 1, escapesHTML: false)] {
            let text = JSONWriter.bytes(value, style: style)
            let isReadBack = try JSONParser.parse(text) == value
            #expect(isReadBack)
            for size in [1, 2, 3, 7, 64, 1000] {
                let pieces = stride(from: 0, to: text.count, by: size).map {
                    Array(text[$0..<min($0 + size, text.count)])
                }
                let isSame = outcome(pieces) == .value(value)
                #expect(isSame, "pieces of \(size)")
            }
        }
    }

    @Test func throwsTheSameAgain() {
        let parser = JSONStreamParser()
        let error = JSONError.invalidCharacter(
            character: [0x78], place: .beginningOfValue, at: JSONPosition(offset: 0, line: 1, column: 1))
        #expect(throws: error) { try parser.append(Array("x".utf8)) }
        #expect(throws: error) { try parser.append(Array("1".utf8)) }
        #expect(throws: error) { try parser.finish() }
    }

    @Test func changesToASharedPartStayWithOne() throws {
        let part = #"{"name":"LOG_LEVEL","value":"information"}"#
        var list = try JSONParser.parse("[[\(part),\(part),\(part),\(part)]]")
        list.withMutableArray { outer in
            _ = outer[0].withMutableArray { $0[3]["value"] = "debug" }
        }
        let plain: JSONValue = ["name": "LOG_LEVEL", "value": "information"]
        #expect(list == [[plain, plain, plain, ["name": "LOG_LEVEL", "value": "debug"]]])
    }

    @Test func keepsOneOfRepeatedKeysHoweverMany() throws {
        for count in [2, 3, 16, 17, 64, 65, 66, 300, 1000] {
            let keys = (0..<count).map { "key\($0)" }
            let distinct = "{" + keys.map { "\"\($0)\":1" }.joined(separator: ",") + "}"
            #expect(try JSONParser.parse(distinct).object?.keys == keys)
            let repeated = distinct.dropLast() + #","key1":{"key0":2},"k\u0065y0":3}"#
            let value = try JSONParser.parse(String(repeated))
            #expect(value.object?.keys == keys)
            #expect(value["key1"] == ["key0": 2])
            #expect(value["key0"] == 3)
        }
    }

    @Test func tellsEquivalentKeysApart() throws {
        let value = try JSONParser.parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(value.object?.count == 2)
        #expect(value["\u{E9}"] == 1)
        #expect(value["e\u{301}"] == 2)
        #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    }
}
