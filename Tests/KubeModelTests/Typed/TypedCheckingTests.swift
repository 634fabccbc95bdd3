import JSONModel
import Testing

@testable import KubeModel

/// What Go's encoding/json says of values that are not of their fields' types; recorded from kubectl.
struct TypedCheckingTests {
    private func mismatch(_ text: String) throws -> TypedReading.Mismatch? {
        TypedChecking().mismatch(in: try JSONParser.parse(Array(text.utf8)))
    }

    @Test(arguments: [
        (#"{"spec":{"containers":"x"}}"#, "PodSpec.spec.containers", "string", "[]v1.Container"),
        (#"{"spec":{"containers":[{"name":5}]}}"#, "Container.spec.containers.name", "number", "string"),
        (#"{"spec":{"hostNetwork":"yes"}}"#, "PodSpec.spec.hostNetwork", "string", "bool"),
        (
            #"{"spec":{"terminationGracePeriodSeconds":"a"}}"#, "PodSpec.spec.terminationGracePeriodSeconds", "string",
            "int64"
        ),
        (#"{"spec":5}"#, "Pod.spec", "number", "v1.PodSpec"),
        (#"{"metadata":{"labels":{"a":1}}}"#, "ObjectMeta.metadata.labels", "number", "string"),
        (#"{"spec":{"containers":[{"env":{"x":1}}]}}"#, "Container.spec.containers.env", "object", "[]v1.EnvVar"),
        (#"{"spec":{"priority":1.5}}"#, "PodSpec.spec.priority", "number 1.5", "int32"),
        (#"{"spec":{"priority":3000000000}}"#, "PodSpec.spec.priority", "number 3000000000", "int32"),
        (#"{"spec":{"restartPolicy":1}}"#, "PodSpec.spec.restartPolicy", "number", "v1.RestartPolicy"),
        (
            #"{"metadata":{"ownerReferences":[{"uid":1}]}}"#, "OwnerReference.metadata.ownerReferences.uid", "number",
            "types.UID"
        ),
        // The first as they stand.
        (#"{"spec":{"priority":"1","nodeName":true}}"#, "PodSpec.spec.priority", "string", "int32"),
    ])
    func `a value of another type`(members: String, path: String, found: String, wanted: String) throws {
        let text = #"{"apiVersion":"v1","kind":"Pod","# + members.dropFirst()
        #expect(try mismatch(text) == .type(path: path, found: found, wanted: wanted))
    }

    @Test func `a list of a kind`() throws {
        let text = #"{"apiVersion":"v1","kind":"ServiceList","items":[{},{"spec":{"type":1}}]}"#
        #expect(
            try mismatch(text)
                == .type(path: "ServiceSpec.items.spec.type", found: "number", wanted: "v1.ServiceType"))
    }

    @Test func `keys may count in their order`() throws {
        let text = #"{"kind":"Pod","spec":{"priority":"1","nodeName":true},"apiVersion":"v1"}"#
        let found = TypedChecking(sortingKeys: true).mismatch(in: try JSONParser.parse(Array(text.utf8)))
        #expect(found == .type(path: "PodSpec.spec.nodeName", found: "bool", wanted: "string"))
    }

    @Test func `quantities are read`() throws {
        let text =
            #"{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"resources":{"limits":{"cpu":"abc"}}}]}}"#
        guard case .quantity = try mismatch(text) else {
            Issue.record("\(String(describing: try mismatch(text)))")
            return
        }
    }

    @Test(arguments: [
        #"{"apiVersion":"v1","kind":"Pod","spec":{"priority":1,"hostNetwork":null,"unknown":[]}}"#,
        #"{"apiVersion":"example.com/v1","kind":"Other","spec":5}"#, "5",
    ])
    func `what fits, and what has no types here`(text: String) throws {
        #expect(try mismatch(text) == nil)
    }
}
