import JSONModel
import KubeModel
import Testing

struct PodTests {
    @Test func decodesNothingAsTheZeroPod() throws {
        let pod: Pod = try JSONValue.object([:]).decoded()
        #expect(pod.metadata.name.isEmpty && pod.metadata.creationTimestamp.isZero)
        #expect(pod.spec.containers.isEmpty && pod.spec.priority == nil)
        #expect(pod.status.phase.isEmpty && pod.status.startTime == nil)
    }

    @Test func writesWhatItRead() throws {
        let value: JSONValue = [
            "metadata": ["name": "p", "labels": ["a": "1"]],
            "spec": [
                "containers": [
                    [
                        "name": "c",
                        "ports": [["containerPort": 80, "protocol": "TCP"]],
                        "resources": ["limits": ["cpu": "100m"]],
                        "livenessProbe": ["httpGet": ["path": "/", "port": "http"], "periodSeconds": 3],
                    ]
                ],
                "ephemeralContainers": [["name": "e", "resources": [:], "targetContainerName": "c"]],
                "tolerations": [["operator": "Exists", "tolerationSeconds": 0]],
            ],
            "status": ["startTime": "2021-03-04T05:06:07Z"],
        ]
        let pod: Pod = try value.decoded()
        #expect(pod.spec.containers[0].livenessProbe?.httpGet?.port == .string("http"))
        #expect(pod.spec.ephemeralContainers[0].targetContainerName == "c")
        #expect(try JSONValue(encoding: pod).decoded(as: Pod.self) == pod)
        #expect(try JSONValue(encoding: pod)["status"] == value["status"])
        #expect(try JSONValue(encoding: pod)[path: "spec", "tolerations"] == value[path: "spec", "tolerations"])
    }

    @Test func tellsWhereAFieldIsOfTheWrongType() {
        let value: JSONValue = ["spec": ["containers": [["name": 5]]]]
        let mismatch = JSONMismatch(path: "spec.containers[0].name", expected: "String", found: "number 5")
        #expect(throws: mismatch) { try value.decoded(as: Pod.self) }
    }
}
