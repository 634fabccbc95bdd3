import KubeClient
import KubeModel
import Testing

@testable import SkubectlCommands

/// Every sentence was printed by kubectl 1.36.
@Suite struct ValidationFaultTextTests {
    private static let ending =
        "; if you choose to ignore these errors, turn validation off with --validate=false"

    @Test(arguments: [
        (ValidationFault.notAnObject, "invalid object to validate"),
        (.missingAPIVersion, "apiVersion not set"), (.apiVersionNotString, "apiVersion isn't string type"),
        (.malformedAPIVersion("a/b/c"), "unexpected GroupVersion string: a/b/c"),
        (.oversizedNumber("1e999"), "json: cannot unmarshal number 1e999 into Go value of type float64"),
        (.missingKind, "kind not set"), (.kindNotString, "kind isn't string type"),
        (
            .unknownField("a\"b\t\u{200B}é", at: "Pod.spec", schema: "io.k8s.api.core.v1.PodSpec"),
            #"ValidationError(Pod.spec): unknown field "a\"b\t\u200bé" in io.k8s.api.core.v1.PodSpec"#
        ),
        (
            .missingField("name", at: "Pod.spec.containers[0]", schema: "io.k8s.api.core.v1.Container"),
            #"ValidationError(Pod.spec.containers[0]): missing required field "name" in io.k8s.api.core.v1.Container"#
        ),
        (
            .wrongType(
                .map, expected: .array, at: "Pod.spec.containers", schema: "io.k8s.api.core.v1.PodSpec.containers"),
            "ValidationError(Pod.spec.containers): invalid type for io.k8s.api.core.v1.PodSpec.containers: "
                + #"got "map", expected "array""#
        ),
        (
            .nullElement(index: 2, at: "Pod.spec.containers[0].args"),
            "ValidationError(Pod.spec.containers[0].args): "
                + #"unknown object type "nil" in Pod.spec.containers[0].args[2]"#
        ),
        (.nullValue(at: "ConfigMap.data.y"), #"unknown object type "nil" in ConfigMap.data.y"#),
        (.duplicateKey("a\"\n"), "duplicate key: a\"\n"),
        (
            .schemaUnavailable(.status(APIStatus(code: 403, reason: "Forbidden", message: "unknown"))),
            "failed to download openapi: unknown"
        ),
    ])
    func sentences(_ fault: ValidationFault, expected: String) {
        #expect(
            [fault].message(source: "pod.yaml")
                == "error validating \"pod.yaml\": error validating data: \(expected)\(Self.ending)")
    }

    @Test func severalFindingsStandInBracketsEachOnce() {
        let faults: [ValidationFault] = [.missingKind, .duplicateKey("a"), .missingKind, .duplicateKey("b")]
        #expect(
            faults.message(source: "a b")
                == "error validating \"a b\": error validating data: "
                + "[kind not set, duplicate key: a, duplicate key: b]\(Self.ending)")
        #expect(
            [ValidationFault.missingKind, .missingKind].message(source: "x")
                == "error validating \"x\": error validating data: kind not set\(Self.ending)")
    }
}
