import SystemIO
import Testing

@Suite("EnvironmentVariables")
struct EnvironmentVariablesTests {
    @Test func readsAndReplaces() {
        var variables = EnvironmentVariables(["A": "1", "AB": "2", "E": ""])
        #expect(variables["A"] == "1")
        #expect(variables["AB"] == "2")
        #expect(variables["B"] == nil)
        #expect(variables["E"] == "")
        #expect(variables.nonEmpty("E") == nil)
        variables["A"] = "x=y"
        #expect(variables["A"] == "x=y")
        variables["A"] = nil
        #expect(variables["A"] == nil)
    }

    @Test func seesThisProcess() {
        #expect(EnvironmentVariables.ofThisProcess()["PATH"] != nil)
    }
}
