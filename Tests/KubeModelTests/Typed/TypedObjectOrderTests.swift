import JSONModel
import Testing

@testable import KubeModel

/// Objects in the order and with the fields of kubectl's Go types.
struct TypedObjectOrderTests {
    private func typed(_ text: String) throws -> String {
        JSONWriter.text(TypedObject.normalized(try JSONParser.parse(Array(text.utf8))))
    }

    @Test func `fields have their order, and unknown and empty ones go`() throws {
        #expect(
            try typed(
                #"{"spec":{"nodeName":"x","foo":1,"hostNetwork":false,"containers":[{"image":"q","env":[],"tty":true,"stdin":false}],"#
                    + #""automountServiceAccountToken":false},"apiVersion":"v1","metadata":{"labels":{"b":"1","a":"2"},"#
                    + #""name":"n","creationTimestamp":null},"kind":"Pod"}"#)
                == #"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"n","labels":{"a":"2","b":"1"}},"#
                + #""spec":{"containers":[{"name":"","image":"q","resources":{},"tty":true}],"#
                + #""automountServiceAccountToken":false,"nodeName":"x"},"status":{}}"#)
    }

    @Test func `what has to be there is there`() throws {
        #expect(
            try typed(#"{"kind":"Pod","apiVersion":"v1","spec":{"volumes":[{"emptyDir":{}}]}}"#)
                == #"{"kind":"Pod","apiVersion":"v1","metadata":{},"spec":{"volumes":[{"name":"","emptyDir":{}}],"#
                + #""containers":null},"status":{}}"#)
        #expect(
            try typed(#"{"kind":"Service","apiVersion":"v1","spec":{"ports":[{"name":"a"}]}}"#)
                == #"{"kind":"Service","apiVersion":"v1","metadata":{},"spec":{"ports":[{"name":"a","port":0,"#
                + #""targetPort":0}]},"status":{"loadBalancer":{}}}"#)
    }

    @Test func `other kinds stay as they are`() throws {
        let text = #"{"kind":"Ingress","apiVersion":"networking.k8s.io/v1","b":1,"a":null}"#
        #expect(try typed(text) == text)
        #expect(try typed("[]") == "[]")
    }
}
