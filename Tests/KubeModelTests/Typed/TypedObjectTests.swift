import JSONModel
import KubeModel
import Testing

@Suite("Objects in the form of Go's types")
struct TypedObjectTests {
    private static func normalized(_ text: String) throws -> String {
        JSONWriter.text(TypedObject.normalized(try JSONParser.parse(text)))
    }

    @Test("Fields get the order of the types, empty ones go, and what is never left out is there")
    func deployment() throws {
        let text = try Self.normalized(
            """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"labels":{"b":"1","a":"2"},"name":"web",
            "creationTimestamp":null,"annotations":{}},"spec":{"template":{"spec":{"containers":[{"image":"x",
            "name":"main","command":[],"resources":{"limits":{"cpu":"1000m"}}}]}},"replicas":0}}
            """)
        #expect(
            text
                == #"{"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"web","labels":{"a":"2","b":"1"}},"#
                + #""spec":{"replicas":0,"selector":null,"template":{"metadata":{},"spec":{"containers":[{"name":"main","#
                + #""image":"x","resources":{"limits":{"cpu":"1"}}}]}},"strategy":{}},"status":{}}"#)
    }

    @Test("Fields that the types do not have are left out")
    func unknownFields() throws {
        let text = try Self.normalized(
            #"{"apiVersion":"v1","kind":"Pod","extra":1,"spec":{"containers":null,"nothing":{}}}"#)
        #expect(
            text == #"{"kind":"Pod","apiVersion":"v1","metadata":{},"spec":{"containers":null},"status":{}}"#)
    }

    @Test("Of a pointer a zero is kept, of a value it is not")
    func zeroes() throws {
        let text = try Self.normalized(
            """
            {"apiVersion":"v1","kind":"Pod","spec":{"containers":[],"terminationGracePeriodSeconds":0,"priority":0,
            "hostNetwork":false,"enableServiceLinks":false,"securityContext":{}}}
            """)
        #expect(
            text == #"{"kind":"Pod","apiVersion":"v1","metadata":{},"spec":{"containers":[],"#
                + #""terminationGracePeriodSeconds":0,"securityContext":{},"priority":0,"enableServiceLinks":false},"#
                + #""status":{}}"#)
    }

    @Test("Embedded structures have their fields among those around them")
    func embedded() throws {
        let text = try Self.normalized(
            """
            {"apiVersion":"v1","kind":"Pod","spec":{"volumes":[{"emptyDir":{"sizeLimit":"1024Mi"},"name":"data"}],
            "containers":[]}}
            """)
        #expect(text.contains(#""volumes":[{"name":"data","emptyDir":{"sizeLimit":"1Gi"}}]"#))
    }

    @Test(
        "Other kinds stay as they are",
        arguments: [
            #"{"kind":"Thing","b":1,"apiVersion":"example.com/v1"}"#, #"{"kind":"Container","apiVersion":"v1"}"#, "[]",
            #"{"kind":"Pod","apiVersion":"a/b/c"}"#,
        ])
    func others(text: String) throws {
        #expect(try Self.normalized(text) == text)
    }
}
