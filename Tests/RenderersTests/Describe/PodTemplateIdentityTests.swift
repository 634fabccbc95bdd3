import JSONModel
import Testing

@testable import Renderers

/// Which pod templates are the same to a deployment.
struct PodTemplateIdentityTests {
    private func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
        PodTemplateIdentity(left) == PodTemplateIdentity(right)
    }

    @Test func ignoresTheHash() {
        #expect(
            isSame(
                ["metadata": ["labels": ["a": "b", "pod-template-hash": "1"]]], ["metadata": ["labels": ["a": "b"]]]))
        #expect(isSame(["metadata": ["labels": ["pod-template-hash": "1"]]], ["metadata": [:]]))
        #expect(!isSame(["metadata": ["labels": ["a": "b", "pod-template-hash": "1"]]], ["metadata": ["labels": [:]]]))
    }

    @Test func ignoresOrderAndWhatSaysNothing() {
        #expect(isSame(["a": 1, "b": [["c": 2, "d": 3]]], ["b": [["d": 3, "c": 2]], "a": 1]))
        #expect(isSame(["a": .null, "b": []], [:]))
        #expect(!isSame(["a": [1, 2]], ["a": [2, 1]]))
    }

    @Test func knowsEmptyObjectsFromNone() {
        #expect(
            !isSame(["spec": ["volumes": [["name": "a", "emptyDir": [:]]]]], ["spec": ["volumes": [["name": "a"]]]]))
    }

    @Test func survivesDeepNesting() {
        var deep: JSONValue = "end"
        for _ in 0..<5000 { deep = ["a": [deep]] }
        #expect(isSame(["spec": deep], ["spec": deep]))
    }
}
