import JSONModel
import Testing

@Suite struct JSONValuePathTests {
    private let pod: JSONValue = ["kind": "Pod", "metadata": ["name": "x", "labels": .null]]

    @Test func readsThroughMembers() {
        #expect(pod[path: "metadata", "name"] == "x")
        #expect(pod[path: "metadata", "name", "deeper"] == nil)
        #expect(pod[path: "spec", "containers"] == nil)
        #expect(pod[path: []] == pod)
    }

    @Test func setsAndCreates() {
        var pod = pod
        pod[path: "metadata", "labels", "app"] = "web"
        pod[path: "spec", "nodeName"] = "n1"
        pod[path: "kind", "x"] = 1
        #expect(
            pod == [
                "kind": "Pod", "metadata": ["name": "x", "labels": ["app": "web"]], "spec": ["nodeName": "n1"],
            ])
    }

    @Test func removesWithoutCreating() {
        var pod = pod
        pod[path: "metadata", "name"] = nil
        pod[path: "spec", "nodeName"] = nil
        #expect(pod == ["kind": "Pod", "metadata": ["labels": .null]])
    }
}
