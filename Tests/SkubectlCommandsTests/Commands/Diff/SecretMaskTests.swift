import JSONModel
import Testing

@testable import SkubectlCommands

@Suite struct SecretMaskTests {
    @Test(
        arguments: [
            (
                ["data": ["a": "x", "b": "y", "c": "z"]], ["data": ["a": "x", "b": "Y", "d": "n"]],
                ["data": ["a": "***", "b": "*** (before)", "c": "***"]],
                ["data": ["a": "***", "b": "*** (after)", "d": "***"]]
            ),
            (nil, ["data": ["a": "x"]], nil, ["data": ["a": "***"]]),
            (["kind": "Secret"], ["data": ["a": "x"]], ["kind": "Secret"], ["data": ["a": "***"]]),
            (["data": ["a": "x"]], ["kind": "Secret"], ["data": ["a": "***"]], ["kind": "Secret"]),
            (["data": "odd"], ["data": ["a": 1]], ["data": "odd"], ["data": ["a": "***"]]),
        ] as [(JSONValue?, JSONValue, JSONValue?, JSONValue)])
    func valuesAreMasked(live: JSONValue?, merged: JSONValue, maskedLive: JSONValue?, maskedMerged: JSONValue) {
        let masked = SecretMask.masked(live, merged)
        #expect(masked.live == maskedLive)
        #expect(masked.merged == maskedMerged)
    }
}
