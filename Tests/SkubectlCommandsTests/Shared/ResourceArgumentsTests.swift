import Testing

@testable import SkubectlCommands

@Suite struct ResourceArgumentsTests {
    @Test func theFourForms() throws {
        #expect(try ResourceArguments([]) == .none)
        #expect(try ResourceArguments(["pods,svc"]) == .types(["pods", "svc"]))
        #expect(try ResourceArguments(["pod", "a", "b"]) == .names(type: "pod", names: ["a", "b"]))
        #expect(
            try ResourceArguments(["pod/a", "svc/b"])
                == .pairs([.init(type: "pod", name: "a"), .init(type: "svc", name: "b")]))
    }

    @Test func eachNameOfEachType() throws {
        #expect(
            try ResourceArguments(["po,svc", "a", "b"])
                == .pairs([
                    .init(type: "po", name: "a"), .init(type: "po", name: "b"),
                    .init(type: "svc", name: "a"), .init(type: "svc", name: "b"),
                ]))
    }

    @Test func badForms() {
        #expect(throws: SelectionError.mixedForms) { try ResourceArguments(["pod/a", "b"]) }
        #expect(throws: SelectionError.mixedForms) { try ResourceArguments(["pod", "svc/b"]) }
        #expect(throws: SelectionError.tooManySlashes) { try ResourceArguments(["pod/a/b"]) }
        #expect(throws: SelectionError.incompletePair) { try ResourceArguments(["pod/"]) }
        #expect(throws: SelectionError.incompletePair) { try ResourceArguments(["/a"]) }
        #expect(throws: SelectionError.incompletePair) { try ResourceArguments(["pods,svc/a"]) }
    }

    @Test func doubledTypesCountOnce() throws {
        #expect(try ResourceArguments(["pods,pods,,svc,"]) == .types(["pods", "", "svc"]))
    }
}
