import Testing

@testable import Kustomize

@Suite struct KustomizeErrorTests {
    @Test func errorsAreValues() {
        #expect(KustomizeError.missingKustomization(directory: "a") != .missingKustomization(directory: "b"))
    }
}
