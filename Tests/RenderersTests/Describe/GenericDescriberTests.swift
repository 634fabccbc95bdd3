import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import Renderers

/// Objects of kinds without a describer, as kubectl describes them.
struct GenericDescriberTests {
    private let fixture = Fixture()

    @Test(arguments: ["widget", "gizmo"])
    func describesAsKubectlDoes(name: String) throws {
        let object = try fixture.json("describe/\(name).json")
        try DescribeGolden.compare(GenericDescriber(object: object, events: []), name)
    }

    @Test func survivesDeepNesting() throws {
        var object: JSONValue = "end"
        for _ in 0..<2000 { object = ["a": object] }
        let bytes = GenericDescriber(object: object, events: nil).render(now: .zero, zone: .utc)
        #expect(bytes.count > 4_000_000)

        var list: JSONValue = "end"
        for _ in 0..<5000 { list = [["a": list]] }
        #expect(GoValueText.text(list).hasPrefix("[map[a:[map[a:"))
    }
}
