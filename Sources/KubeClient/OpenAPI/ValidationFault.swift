/// What is wrong with an object before it is sent, as kubectl's own validation says it.
///
/// `at` is a place in the object, beginning with its kind: "Pod.spec.containers[0]"; `schema` is the place in the
/// server's definitions: "io.k8s.api.core.v1.Container". kubectl puts all findings of an object into one sentence:
/// `error: error validating "FILE": error validating data: [FAULT, FAULT]; if you choose to ignore these errors, turn
/// validation off with --validate=false`, without brackets for a single one.
package enum ValidationFault: Error, Hashable {
    /// Something else than an object, or a list without items. kubectl: `invalid object to validate`.
    case notAnObject
    /// kubectl: `json: cannot unmarshal number 1e999 into Go value of type float64`.
    case oversizedNumber(String)
    /// kubectl: `apiVersion not set`.
    case missingAPIVersion
    /// kubectl: `apiVersion isn't string type`.
    case apiVersionNotString
    /// More than one slash. kubectl: `unexpected GroupVersion string: a/b/c`.
    case malformedAPIVersion(String)
    /// kubectl: `kind not set`.
    case missingKind
    /// kubectl: `kind isn't string type`.
    case kindNotString
    /// kubectl: `ValidationError(Pod.spec): unknown field "foo" in io.k8s.api.core.v1.PodSpec`.
    case unknownField(String, at: String, schema: String)
    /// kubectl: `ValidationError(Pod.spec.containers[0]): missing required field "name" in
    /// io.k8s.api.core.v1.Container`.
    case missingField(String, at: String, schema: String)
    /// kubectl: `ValidationError(Pod.spec.containers): invalid type for io.k8s.api.core.v1.PodSpec.containers: got
    /// "map", expected "array"`.
    case wrongType(FieldType, expected: FieldType, at: String, schema: String)
    /// A null in an array. kubectl: `ValidationError(Pod.spec.containers[0].args): unknown object type "nil" in
    /// Pod.spec.containers[0].args[0]`.
    case nullElement(index: Int, at: String)
    /// A null as a value under a free key. kubectl: `unknown object type "nil" in ConfigMap.data.a`.
    case nullValue(at: String)
    /// A label or an annotation that stands twice in a JSON text. kubectl: `duplicate key: a`.
    case duplicateKey(String)
    /// The server's definitions could not be had. kubectl: `failed to download openapi: MESSAGE`.
    case schemaUnavailable(ClientError)
}

extension ValidationFault {
    /// The types of values, by the words kubectl has for them.
    package enum FieldType: String, Sendable, Hashable {
        case boolean, integer, number, string, array, map
    }
}
