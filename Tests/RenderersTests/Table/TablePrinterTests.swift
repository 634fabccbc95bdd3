import JSONModel
import KubeModel
import Testing

@testable import Renderers

struct TablePrinterTests {
    static let columns: [JSONValue] = [
        ["name": "Name", "type": "string", "format": "name"], ["name": "Ready", "type": "string"],
        ["name": "IP", "type": "string", "priority": 1],
    ]

    static func table(_ rows: [JSONValue], columns: [JSONValue] = columns) -> JSONValue {
        [
            "kind": "Table", "apiVersion": "meta.k8s.io/v1", "columnDefinitions": .array(columns),
            "rows": .array(rows),
        ]
    }

    static func row(_ cells: JSONValue..., namespace: String = "default") -> JSONValue {
        ["cells": .array(cells), "object": ["metadata": ["namespace": .string(namespace), "labels": ["app": "x"]]]]
    }

    static func print(_ pages: [JSONValue], _ change: (inout TableOptions) -> Void = { _ in }) -> String {
        var options = TableOptions()
        change(&options)
        var report = TableReport()
        var output = ""
        report.begin(options, into: &output)
        for page in pages { report.add(page, now: Timestamp(seconds: 100)) }
        report.flush(into: &output)
        return output
    }

    @Test func alignsOverAllPages() {
        let pages = [Self.table([Self.row("a", "1/1", "::1")]), Self.table([Self.row("long-name", "0/1", .null)])]
        #expect(Self.print(pages) == "NAME        READY\na           1/1\nlong-name   0/1\n")
        #expect(
            Self.print(pages) { $0.isWide = true }
                == "NAME        READY   IP\na           1/1     ::1\nlong-name   0/1     \n")
    }

    @Test func printsNothingWithoutRows() {
        #expect(Self.print([Self.table([])]) == "")
    }

    @Test func putsAnEmptyLineBetweenKinds() {
        var report = TableReport()
        var output = ""
        var options = TableOptions()
        for kind in ["pod", "empty.example.com", "deployment.apps"] {
            options.kindPrefix = kind
            report.begin(options, into: &output)
            report.add(Self.table(kind.hasPrefix("empty") ? [] : [Self.row("a", "1/1", "")]), now: .zero)
        }
        report.flush(into: &output)
        #expect(output == "NAME    READY\npod/a   1/1\n\nNAME                READY\ndeployment.apps/a   1/1\n")
        #expect(report.hasOutput)
    }

    @Test func printsNameAndAgeWithoutATable() {
        let object: JSONValue = [
            "kind": "Widget", "metadata": ["name": "w", "namespace": "n", "creationTimestamp": "1970-01-01T00:01:02Z"],
        ]
        #expect(Self.print([object, object]) == "NAME   AGE\nw      38s\nw      38s\n")
        #expect(
            Self.print([object]) {
                $0.showsNamespace = true; $0.showsHeaders = false
            }
                == "n     w     38s\n")
    }

    @Test func keepsWidthsAndHeadersWhileWatching() {
        var report = TableReport()
        var output = ""
        report.begin(TableOptions(), into: &output)
        report.add(Self.table([Self.row("some-name", "1/1", "")]), now: .zero, event: "ADDED")
        report.flush(into: &output)
        report.add(Self.table([Self.row("x", "0/1", "")], columns: []), now: .zero, event: "MODIFIED")
        report.flush(into: &output)
        #expect(
            output == """
                EVENT      NAME        READY
                ADDED      some-name   1/1
                MODIFIED   x           0/1

                """)
    }
}
