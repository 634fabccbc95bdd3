import KubeModel
import TestSupport
import Testing

@testable import Renderers

/// Two pages of a table with odd rows, as kubectl prints them.
struct TableGoldenTests {
    private func print(_ change: (inout TableOptions) -> Void) throws -> String {
        var options = TableOptions()
        change(&options)
        var report = TableReport()
        var output = ""
        report.begin(options, into: &output)
        for page in ["tables/page1.json", "tables/page2.json"] {
            report.add(try Fixture().json(page), now: .zero)
        }
        report.flush(into: &output)
        return output
    }

    @Test func printsAsKubectlDoes() throws {
        let golden = Fixture()
        #expect(try print { _ in } == golden.text("tables/plain.txt"))
        #expect(try print { $0.isWide = true } == golden.text("tables/wide.txt"))
        #expect(try print { $0.showsNamespace = true } == golden.text("tables/namespaces.txt"))
        #expect(try print { $0.showsLabels = true } == golden.text("tables/labels.txt"))
        #expect(try print { $0.labelColumns = ["app", "foo.io/tier"] } == golden.text("tables/label-columns.txt"))
        #expect(try print { $0.showsHeaders = false } == golden.text("tables/no-headers.txt"))
        #expect(try print { $0.kindPrefix = "pod" } == golden.text("tables/kind.txt"))
        let everything = try print {
            $0.showsNamespace = true
            $0.isWide = true
            $0.kindPrefix = "pod"
            $0.showsLabels = true
            $0.labelColumns = ["app"]
            $0.showsHeaders = false
        }
        #expect(try everything == golden.text("tables/everything.txt"))
    }
}
