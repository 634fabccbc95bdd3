import JSONModel
import Testing

@testable import SkubectlCommands

@Suite struct ListChangesTests {
    private static func object(_ name: String, _ version: String) -> JSONValue {
        ["metadata": ["name": .string(name), "resourceVersion": .string(version)]]
    }

    @Test func `of a list, the objects that are newer`() {
        let list: JSONValue = [
            "metadata": ["resourceVersion": "12"],
            "items": [Self.object("a", "9"), Self.object("b", "10"), Self.object("c", "11")],
        ]
        let changes = ListChanges(of: list, since: "10")
        #expect(changes.documents == [Self.object("c", "11")])
        #expect(changes.resourceVersion == "12")
    }

    @Test func `of a table, the rows whose objects are newer`() {
        let rows: [JSONValue] = [
            ["cells": ["a"], "object": Self.object("a", "9")], ["cells": ["b"], "object": Self.object("b", "100")],
        ]
        let table: JSONValue = ["kind": "Table", "metadata": ["resourceVersion": "101"], "rows": .array(rows)]
        var expected = table
        expected["rows"] = .array([rows[1]])
        #expect(ListChanges(of: table, since: "99").documents == [expected])
        #expect(ListChanges(of: table, since: "100").documents.isEmpty)
    }
}
