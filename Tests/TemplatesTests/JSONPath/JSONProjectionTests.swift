import JSONModel
import Testing

@testable import Templates

struct JSONProjectionTests {
    private func projection(_ expression: String) throws -> JSONProjection { try JSONPath(expression).projection }

    private func parts(_ members: [String: JSONProjection], elements: JSONProjection? = nil) -> JSONProjection {
        .parts(members: members, elements: elements)
    }

    @Test func `a path leads to what it shows`() throws {
        let items = parts([:], elements: parts(["metadata": parts(["name": .whole])]))
        #expect(try projection("{.items[*].metadata.name}") == parts(["items": items]))
        #expect(try projection("{.items[0].metadata['name']}") == parts(["items": items]))
    }

    @Test func `paths in a range begin at its items`() throws {
        let found = try projection("{range .items[*]}{.metadata.name}{\"\\n\"}{end}")
        #expect(found.elements(of: "items") == parts(["metadata": parts(["name": .whole])]))
    }

    @Test func `paths in ranges of ranges begin at the items of both`() throws {
        let found = try projection("{range .items[*]}{range .spec.containers[*]}{.image}{end}{end}").elements(
            of: "items")
        let item: JSONValue = [
            "kind": "Pod", "spec": ["nodeName": "a", "containers": [["image": "i", "name": "n"]]],
        ]
        #expect(found.applied(to: item) == ["spec": ["containers": [["image": "i"]]]])
    }

    @Test func `what filters compare is kept too`() throws {
        let found = try projection("{.items[?(@.status.phase=='Running')].metadata.name}").elements(of: "items")
        #expect(found == parts(["metadata": parts(["name": .whole]), "status": parts(["phase": .whole])]))
    }

    @Test(arguments: [
        "{.items[*]..name}", "{.items[*].*}", "{range .items[*]}{@}{end}", "{..}", "{.items}", "{.items[*]}",
    ])
    func `what may be anywhere keeps everything`(expression: String) throws {
        #expect(try projection(expression).elements(of: "items") == .whole)
    }

    @Test(arguments: ["{range .items[*]}{.a}", "{end}{.a}", "{foo}"])
    func `what cannot be told keeps everything`(expression: String) throws {
        #expect(try projection(expression) == .whole)
    }

    @Test func `items that nothing is shown of are kept as items`() throws {
        let found = try projection("{range .items[*]}x{end}").elements(of: "items")
        #expect(found.applied(to: ["a": 1]) == [:])
        #expect(try projection("{.kind}").elements(of: "items") == .nothing)
    }

    @Test func `objects where lists were expected stay whole, for the message about them`() throws {
        #expect(try projection("{.a[?(@.b)].c}").applied(to: ["a": ["x": 1], "y": 2]) == ["a": ["x": 1]])
    }

    @Test func `many ranges are not thought through`() throws {
        let text = String(repeating: "{range @}", count: 10_000) + String(repeating: "{end}", count: 10_000)
        #expect(try projection(text) == .whole)
    }
}
