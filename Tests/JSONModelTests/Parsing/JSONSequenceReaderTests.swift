import JSONModel
import Testing

@Suite struct JSONSequenceReaderTests {
    @Test func readsValuesWhereverTheTextIsCut() throws {
        let text = Array(
            "{\"type\":\"ADDED\",\"object\":{\"n\":[1,2]}}\n{\"type\":\"x\"}[1]\"a\"\"b\" 12 -3 true null\n".utf8)
        let expected: [JSONValue] = [
            ["type": "ADDED", "object": ["n": [1, 2]]], ["type": "x"], [1], "a", "b", 12, -3, true, .null,
        ]
        for place in 0...text.count {
            let reader = JSONSequenceReader()
            var values = try reader.append(Array(text[..<place]))
            values += try reader.append(Array(text[place...]))
            values += try reader.finish()
            #expect(values == expected, "cut at \(place)")
        }
    }

    @Test func handsOutEachValueAsSoonAsItIsComplete() throws {
        let reader = JSONSequenceReader()
        #expect(try reader.append(Array("{\"a\":1}".utf8)) == [["a": 1]])
        #expect(try reader.append(Array("\n".utf8)) == [])
        #expect(try reader.append(Array("{\"b\":".utf8)) == [])
        #expect(try reader.append(Array("2}\n{\"c\":3}\n4".utf8)) == [["b": 2], ["c": 3]])
        #expect(try reader.finish() == [4])
    }

    @Test(arguments: ["", " \n", "{}\n"]) func endsBetweenValues(text: String) throws {
        let reader = JSONSequenceReader()
        _ = try reader.append(Array(text.utf8))
        #expect(try reader.finish() == [])
    }

    @Test(arguments: ["{", "{}[", "{} tr", "1 -"]) func refusesToEndInside(text: String) throws {
        let reader = JSONSequenceReader()
        _ = try reader.append(Array(text.utf8))
        #expect(throws: JSONError.self) { try reader.finish() }
    }

    @Test func tellsPlacesFromTheBeginningOfTheStream() throws {
        let reader = JSONSequenceReader()
        #expect(try reader.append(Array("{}\n{}\n".utf8)).count == 2)
        let position = JSONPosition(offset: 6, line: 3, column: 1)
        let error = JSONError.invalidCharacter(character: [0x7D], place: .beginningOfValue, at: position)
        #expect(throws: error) { try reader.append(Array("}".utf8)) }
    }

    @Test func givesWhatWasCompleteBeforeAMistake() throws {
        let reader = JSONSequenceReader()
        #expect(throws: JSONError.self) { try reader.append(Array("{} [1] ]".utf8)) }
        #expect(reader.takeCompleted() == [[:], [1]])
    }

    @Test func limitsEachValue() throws {
        let reader = JSONSequenceReader(options: JSONParsingOptions(byteLimit: 10))
        for _ in 0..<100 { #expect(try reader.append(Array("{\"a\":1}\n".utf8)).count == 1) }
        #expect(throws: JSONError.tooLarge(limit: 10)) { try reader.append(Array("{\"abcdefgh\":".utf8)) }
    }
}
