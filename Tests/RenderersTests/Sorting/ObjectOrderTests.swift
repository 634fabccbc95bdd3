import JSONModel
import Templates
import Testing

@testable import Renderers

struct ObjectOrderTests {
    private func places(_ values: [JSONValue?], field: String = ".spec.x") throws(PrinterError) -> [Int] {
        let objects = values.map { value -> JSONValue in value.map { ["spec": ["x": $0]] } ?? ["spec": [:]] }
        return try ObjectOrder.places(of: objects, by: field)
    }

    @Test func ordersTextsByTheirBytes() throws {
        #expect(try places(["b", "a", "B", "é", "a1", "a10", "a2"]) == [2, 1, 4, 5, 6, 0, 3])
    }

    @Test func ordersQuantitiesByTheirAmount() throws {
        #expect(try places(["1Gi", "2", "500m", "1Mi", "1k"]) == [2, 1, 4, 3, 0])
        #expect(try places(["10", "9", "x"]) == [1, 0, 2])
    }

    @Test func ordersNumbers() throws {
        #expect(try places([3, -1, 20]) == [1, 0, 2])
        #expect(try places([.number(JSONNumber(verbatim: "1.5")), .number(JSONNumber(verbatim: "0.5"))]) == [1, 0])
    }

    @Test func putsWhatIsNotThereFirst() throws {
        #expect(try places(["b", nil, "a"]) == [1, 2, 0])
        #expect(try places(["b", .null, "a"]) == [1, 2, 0])
    }

    @Test(arguments: ["spec.x", ".spec.x", "{spec.x}", "{.spec.x}"])
    func takesPathsWithOrWithoutBraces(field: String) throws {
        #expect(try places(["b", "a"], field: field) == [1, 0])
    }

    @Test func findsTheFieldAtLeastOnce() {
        #expect {
            try places(["a"], field: ".no")
        } throws: { error in
            guard case PrinterError.fieldNotFound(path: "{.no}") = error else { return false }
            return true
        }
    }

    @Test(
        arguments: [
            ([1, "a"], UnsortableValue.mixture), ([true, false], .type("bool")),
            ([["a"], ["b"]], .type("[]interface {}")),
            ([["a": 1], 1], .mixture),
        ] as [([JSONValue], UnsortableValue)])
    func refusesWhatHasNoOrder(values: [JSONValue], reason: UnsortableValue) {
        #expect {
            try places(values)
        } throws: { error in
            guard case PrinterError.unsortable(path: "{.spec.x}", holder: .objects, reason) = error else {
                return false
            }
            return true
        }
    }

    @Test(arguments: ["{.a}{.b}", "{", "{}", "{{.a}}"])
    func refusesWhatIsNoPath(field: String) {
        #expect {
            try places(["a"], field: field)
        } throws: { error in
            guard case PrinterError.sorting(.unexpected) = error else { return false }
            return true
        }
    }

    @Test func sortsRowsAndDropsTheirObjects() throws {
        func row(_ name: String) -> JSONValue {
            ["cells": [.string(name)], "object": ["metadata": ["name": .string(name)], "spec": ["big": "data"]]]
        }
        var table = SortedTable(by: ".metadata.name", keepsMetadata: false)
        table.add(["kind": "Table", "columnDefinitions": [], "rows": [row("c"), row("a")]])
        table.add(["kind": "Table", "columnDefinitions": [], "rows": [row("b")]])
        #expect(
            try table.sorted() == [
                "kind": "Table", "columnDefinitions": [],
                "rows": [["cells": ["a"]], ["cells": ["b"]], ["cells": ["c"]]],
            ])
        var kept = SortedTable(by: "spec.big", keepsMetadata: true)
        kept.add(["rows": [row("x")]])
        #expect(try kept.sorted() == ["rows": [["cells": ["x"], "object": ["metadata": ["name": "x"]]]]])
    }

    @Test func doesNotLookAtTablesOfOneRow() throws {
        var table = SortedTable(by: "[", keepsMetadata: false)
        table.add(["rows": [["cells": ["a"], "object": [:]]]])
        #expect(try table.sorted() == ["rows": [["cells": ["a"]]]])
        table.add(["rows": [["cells": ["b"], "object": [:]]]])
        #expect(throws: PrinterError.self) { try table.sorted() }
    }
}
