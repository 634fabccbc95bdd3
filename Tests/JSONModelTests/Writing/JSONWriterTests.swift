import JSONModel
import Testing

@Suite struct JSONWriterTests {
    /// What `kubectl label --local -f - a=b -o json` of 1.36 makes of the text here.
    @Test func writesWhatTheReferenceWrites() throws {
        let text = #"""
            {"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"x","z":1.0,"n":[1e21,-0,-0.0,1e20,5e-324]},
            "data":{"b":"<>&\u2028\u2029\u007f\u0000\u001f\b\f\n\r\t\"\\\/'\ud83d\ude00 é","inv":"\ud800x",
            "inv2":"\udc00\ud800\ud83d\ude00\ud800\u0041","a":""},"e":{},"ar":[],"nested":[[],{},[{}],null,true,false],
            "<k&>":1}
            """#
        var value = try JSONParser.parse(text, options: JSONParsingOptions(numbers: .normalizedAsGo))
        value[path: "metadata", "labels", "a"] = "b"
        let expected = #"""
            {
                "\u003ck\u0026\u003e": 1,
                "apiVersion": "v1",
                "ar": [],
                "data": {
                    "a": "",
                    "b": "\u003c\u003e\u0026\u2028\u2029\#u{7F}\u0000\u001f\b\f\n\r\t\"\\/'😀 é",
                    "inv": "\#u{FFFD}x",
                    "inv2": "\#u{FFFD}\#u{FFFD}😀\#u{FFFD}A"
                },
                "e": {},
                "kind": "ConfigMap",
                "metadata": {
                    "labels": {
                        "a": "b"
                    },
                    "n": [
                        1e+21,
                        0,
                        -0,
                        100000000000000000000,
                        5e-324
                    ],
                    "name": "x",
                    "z": 1
                },
                "nested": [
                    [],
                    {},
                    [
                        {}
                    ],
                    null,
                    true,
                    false
                ]
            }
            """#
        #expect(JSONWriter.text(value, style: .indentedSorted) == expected)
    }

    @Test func writesCompactInTheOrderOfTheMembers() {
        let value: JSONValue = ["b": [1, true, .null, "x"], "a": ["z": [:], "y": []]]
        #expect(JSONWriter.text(value) == #"{"b":[1,true,null,"x"],"a":{"z":{},"y":[]}}"#)
        #expect(
            JSONWriter.text(value, style: JSONStyle(sortsKeys: true)) == #"{"a":{"y":[],"z":{}},"b":[1,true,null,"x"]}"#
        )
    }

    @Test func sortsKeysByTheirBytes() {
        let value: JSONValue = ["é": 1, "z": 2, "Z": 3, "ab": 4, "a": 5, "": 6, "\u{1F600}": 7, "\u{FFFD}": 8]
        let text = JSONWriter.text(value, style: JSONStyle(sortsKeys: true))
        #expect(text == #"{"":6,"Z":3,"a":5,"ab":4,"z":2,"é":1,"\#u{FFFD}":8,"😀":7}"#)
    }

    @Test(arguments: 0..<0x80) func escapesASCII(code: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(code))
        let expected =
            switch scalar {
            case "\"": #"\""#
            case "\\": #"\\"#
            case "\u{8}": #"\b"#
            case "\u{C}": #"\f"#
            case "\n": #"\n"#
            case "\r": #"\r"#
            case "\t": #"\t"#
            case "<": #"\u003c"#
            case ">": #"\u003e"#
            case "&": #"\u0026"#
            case "\0"..."\u{F}": #"\u000"# + String(code, radix: 16)
            case "\u{10}"..."\u{1F}": #"\u00"# + String(code, radix: 16)
            default: String(Character(scalar))
            }
        // At each place of a word, and behind the last whole word.
        for length in 0..<20 {
            let before = String(repeating: "x", count: length)
            let text = before + String(Character(scalar)) + "y"
            #expect(JSONWriter.text(.string(text)) == "\"\(before)\(expected)y\"")
        }
    }

    @Test func leavesHTMLWhereTold() {
        #expect(JSONWriter.text("<a&b>", style: JSONStyle(escapesHTML: false)) == #""<a&b>""#)
    }

    @Test func neverCutsCharactersInPieces() throws {
        struct Pieces: TextOutputStream {
            var text = ""
            mutating func write(_ string: String) { text += string }
        }
        for character in ["é", "é<", "\u{2027}", "\u{2028}", "\u{FFFF}", "😀", "\u{2FFF}"] {
            for offset in 0..<4 {
                let long =
                    String(repeating: "x", count: offset)
                    + String(repeating: character, count: 28_000 / character.utf8.count)
                let value: JSONValue = [.string(long), 1]
                var pieces = Pieces()
                JSONWriter.write(value, into: &pieces)
                let isReadBack = try JSONParser.parse(pieces.text) == value
                #expect(isReadBack, "\(character) after \(offset) bytes")
            }
        }
    }

    @Test func writesWhatWasReadBack() throws {
        let text = #"{"a":[1,2.50,-3e+7,{"b":{}}],"c":"\n","d":[[[]]]}"#
        #expect(JSONWriter.text(try JSONParser.parse(text)) == text)
    }

    @Test func appendsToWhatIsThere() {
        var bytes = Array("x = ".utf8)
        JSONWriter.write([1, 2], into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "x = [1,2]")
    }
}
