import JSONModel
import KubeModel
import TestSupport
import Testing

@testable import SkubectlCommands

struct LabelQueryErrorTextTests {
    /// Selectors of all sorts with what kubectl says of them.
    @Test func saysWhatKubectlSays() throws {
        let cases = try Fixture().json("label-selectors.json").decoded(as: [[String]].self)
        #expect(cases.count > 70)
        for pair in cases {
            var message = ""
            do throws(LabelQueryError) {
                _ = try LabelQuery(pair[0])
            } catch {
                message = "error: \(SelectionError.badSelector(pair[0], error).message(program: "kubectl"))"
            }
            // The commands take white space at the ends of a selector away before it is read.
            #expect(message == pair[1], "\(pair[0])")
        }
    }
}
