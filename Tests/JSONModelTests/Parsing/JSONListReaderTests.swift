import JSONModel
import Testing

@Suite struct JSONListReaderTests {
    private static let list = #"""
        {"kind": "PodList", "apiVersion": "v1", "metadata": {"items": [1, 2], "continue": "abc"},
         "items": [{"a": 1}, {"items": [3]}, 7, "x", [], [[1]], null], "more": {"items": []}, "last": [8]}
        """#
    private static let items: [JSONValue] = [["a": 1], ["items": [3]], 7, "x", [], [[1]], .null]
    private static let rest: JSONValue = [
        "kind": "PodList", "apiVersion": "v1", "metadata": ["items": [1, 2], "continue": "abc"], "more": ["items": []],
        "last": [8],
    ]

    private func read(_ pieces: [[UInt8]], _ name: String = "items") throws -> (items: [JSONValue], rest: JSONValue) {
        let reader = JSONListReader(elementsOf: name)
        var items: [JSONValue] = []
        for piece in pieces { items += try reader.append(piece) }
        return (items, try reader.finish())
    }

    @Test func handsOutElementsWhereverTheTextIsCut() throws {
        let text = Array(Self.list.utf8)
        for place in 0...text.count {
            let result = try read([Array(text[..<place]), Array(text[place...])])
            #expect(result.items == Self.items)
            #expect(result.rest == Self.rest)
        }
        let result = try read(text.map { [$0] })
        #expect(result.items == Self.items)
        #expect(result.rest == Self.rest)
    }

    @Test func handsOutEachElementAsSoonAsItIsComplete() throws {
        let reader = JSONListReader(elementsOf: "items")
        #expect(try reader.append(Array(#"{"items":["#.utf8)) == [])
        #expect(try reader.append(Array(#"{"a":1"#.utf8)) == [])
        #expect(try reader.append(Array("}".utf8)) == [["a": 1]])
        #expect(try reader.append(Array(#",{"b":2},"c""#.utf8)) == [["b": 2], "c"])
        #expect(try reader.append(Array(",1".utf8)) == [])
        #expect(try reader.append(Array("2]".utf8)) == [12])
        #expect(try reader.append(Array("}".utf8)) == [])
        #expect(try reader.finish() == [:])
    }

    @Test func showsTheMembersThatAreThere() throws {
        let reader = JSONListReader(elementsOf: "rows")
        #expect(reader.members == [:])
        _ = try reader.append(Array(#"{"kind":"Table","columnDefinitions":[{"name":"#.utf8))
        #expect(reader.members == ["kind": "Table"])
        _ = try reader.append(Array(#""Name"}],"rows":[{"cells":["x"]},{"ce"#.utf8))
        #expect(reader.members == ["kind": "Table", "columnDefinitions": [["name": "Name"]]])
        _ = try reader.append(Array(#"lls":[]}],"metadata":{}}"#.utf8))
        #expect(reader.members == ["kind": "Table", "columnDefinitions": [["name": "Name"]], "metadata": [:]])
        #expect(try reader.finish() == .object(reader.members))
    }

    @Test(arguments: [
        #"{"kind":"Status","items":null}"#, #"{"items":{"a":1}}"#, #"{"items":"x"}"#, #"{"a":{"items":[1]}}"#,
        "[[1],{\"items\":[1]}]",
        "3", "null", #""items""#, "{}", #"{"a":[{"items":[1]}]}"#,
    ])
    func leavesWhatIsNoListOfThatName(text: String) throws {
        let result = try read([Array(text.utf8)])
        #expect(result.items == [])
        #expect(result.rest == (try JSONParser.parse(text)))
    }

    @Test func readsAnEmptyList() throws {
        let result = try read([Array(#"{"items":[],"kind":"List"}"#.utf8)])
        #expect(result.items == [])
        #expect(result.rest == ["kind": "List"])
    }

    @Test func sharesPartsAmongElements() throws {
        let item = #"{"spec":{"env":[{"name":"LOG_LEVEL","value":"information"}]},"n":"#
        let text = #"{"items":["# + (0..<20).map { item + "\($0)}" }.joined(separator: ",") + "]}"
        let items = try read([Array(text.utf8)]).items
        let expected = (0..<20).map { number -> JSONValue in
            ["spec": ["env": [["name": "LOG_LEVEL", "value": "information"]]], "n": .number(JSONNumber(number))]
        }
        #expect(items == expected)
    }

    @Test func givesWhatWasCompleteBeforeAMistake() throws {
        let reader = JSONListReader(elementsOf: "items")
        #expect(throws: JSONError.self) { try reader.append(Array(#"{"items":[1,{"a":2},x"#.utf8)) }
        #expect(reader.takeCompleted() == [1, ["a": 2]])
        #expect(throws: JSONError.self) { try reader.finish() }
    }

    @Test func endsInTheMiddle() throws {
        let reader = JSONListReader(elementsOf: "items")
        #expect(try reader.append(Array(#"{"items":[1,"#.utf8)) == [1])
        #expect(throws: JSONError.unexpectedEnd(at: JSONPosition(offset: 12, line: 1, column: 13))) {
            try reader.finish()
        }
    }

    @Test func limitsEachElement() throws {
        let reader = JSONListReader(elementsOf: "items", options: JSONParsingOptions(byteLimit: 24))
        #expect(try reader.append(Array(#"{"items":["#.utf8)) == [])
        for _ in 0..<100 { #expect(try reader.append(Array(#""0123456789","#.utf8)).count == 1) }
        #expect(throws: JSONError.tooLarge(limit: 24)) { try reader.append(Array(#""012345678901234567890123""#.utf8)) }
    }

    @Test func readsASecondListOfTheSameName() throws {
        let result = try read([Array(#"{"items":[1],"x":0,"items":[2]}"#.utf8)])
        #expect(result.items == [1, 2])
        #expect(result.rest == ["x": 0])
    }
}
