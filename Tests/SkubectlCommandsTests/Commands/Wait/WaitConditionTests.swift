import JSONModel
import Testing

@testable import SkubectlCommands

@Suite struct WaitConditionTests {
    private static let object = #"""
        {"metadata":{"name":"web","generation":3},
         "spec":{"replicas":2,"paused":true,"ratio":1.5,"names":["a","b"],"text":" x ","none":null},
         "status":{"observedGeneration":3,"conditions":[
           {"type":"Available","status":"True"},{"type":"Old","status":"True","observedGeneration":2},
           {"type":"New","status":"Unknown","observedGeneration":3},"odd",{"type":7}]}}
        """#

    private static func isMet(_ condition: String, _ text: String = object) throws -> Bool {
        try WaitCondition(condition).isMet(by: try JSONParser.parse(Array(text.utf8)))
    }

    @Test(arguments: [
        ("condition=Available", true), ("condition=available=TRUE", true), ("condition=Available=False", false),
        ("condition=Old", false), ("condition=New=unknown", true), ("condition=Missing", false), ("condition=", false),
        ("jsonpath={.spec.replicas}=2", true), ("jsonpath=.spec.replicas=2", true), ("jsonpath={.spec.replicas}", true),
        ("jsonpath={.spec.replicas}=3", false), ("jsonpath={.spec.paused}=true", true),
        ("jsonpath={.spec.ratio}=1.5", true), ("jsonpath={.spec.text}=x", true), ("jsonpath={.spec.missing}", false),
        ("jsonpath={.spec.names}", true), ("jsonpath={.spec.names[0]}='a'", true), ("jsonpath={.spec.none}", true),
        ("jsonpath={.status.conditions[0].status}=True", true), ("create", true),
        ("Delete", false),
    ])
    func conditions(_ condition: String, _ expected: Bool) throws {
        #expect(try Self.isMet(condition) == expected)
    }

    @Test func whatIsNotObservedYetDoesNotCount() throws {
        let text = #"""
            {"metadata":{"generation":4},"status":{"observedGeneration":3,"conditions":[{"type":"Ready","status":"True"}]}}
            """#
        #expect(try !Self.isMet("condition=Ready", text))
    }

    @Test(arguments: [
        ("", "unrecognized condition: \"\""), ("ready", "unrecognized condition: \"ready\""),
        ("jsonpath=", "jsonpath expression cannot be empty"),
        (
            "jsonpath={.a}=",
            "jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3"
        ),
        (
            "jsonpath={.a}=b=c",
            "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or "
                + "--for=jsonpath='{.status.readyReplicas}'"
        ),
        ("jsonpath={.spec.names}=a", "jsonpath leads to a nested object or list which is not supported"),
        ("jsonpath={.spec.names[*]}=a", "given jsonpath expression matches more than one value"),
    ])
    func mistakes(_ condition: String, _ sentence: String) {
        let error = #expect(throws: (any Error).self) { try Self.isMet(condition) }
        #expect(error.map { ErrorReport.sentence(of: $0, programName: "kubectl") } == sentence)
    }

    @Test func conditionsThatAreNoList() {
        let error = #expect(throws: (any Error).self) {
            try Self.isMet("condition=Ready", #"{"status":{"conditions":"x"}}"#)
        }
        #expect(
            error.map { ErrorReport.sentence(of: $0, programName: "kubectl") }
                == ".status.conditions accessor error: x is of the type string, expected []interface{}")
    }
}
