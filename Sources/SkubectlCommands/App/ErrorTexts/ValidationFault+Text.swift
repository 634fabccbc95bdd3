import KubeClient
import StdlibExtensions

extension ValidationFault {
    /// The sentence of one finding, as kubectl and kube-openapi's `validation` say it.
    var message: String {
        switch self {
        case .notAnObject: "invalid object to validate"
        case .oversizedNumber(let text): "json: cannot unmarshal number \(text) into Go value of type float64"
        case .missingAPIVersion: "apiVersion not set"
        case .apiVersionNotString: "apiVersion isn't string type"
        case .malformedAPIVersion(let text): "unexpected GroupVersion string: \(text)"
        case .missingKind: "kind not set"
        case .kindNotString: "kind isn't string type"
        case .unknownField(let field, let place, let schema):
            "ValidationError(\(place)): unknown field \(field.goQuoted) in \(schema)"
        case .missingField(let field, let place, let schema):
            "ValidationError(\(place)): missing required field \(field.goQuoted) in \(schema)"
        case .wrongType(let found, let expected, let place, let schema):
            "ValidationError(\(place)): invalid type for \(schema): "
                + "got \(found.rawValue.goQuoted), expected \(expected.rawValue.goQuoted)"
        case .nullElement(let index, let place):
            "ValidationError(\(place)): unknown object type \"nil\" in \(place)[\(index)]"
        case .nullValue(let place): "unknown object type \"nil\" in \(place)"
        case .duplicateKey(let key): "duplicate key: \(key)"
        case .schemaUnavailable(let error): "failed to download openapi: \(error.message)"
        }
    }
}

extension [ValidationFault] {
    /// The sentence for all that is wrong with an object of a manifest, without a prefix; `source` names the manifest.
    func message(source: String) -> String {
        "error validating \(source.goQuoted): error validating data: \(message)"
            + "; if you choose to ignore these errors, turn validation off with --validate=false"
    }

    /// What is wrong: each finding is told once (apimachinery's `Aggregate`), several in brackets.
    var message: String {
        var seen: Set<[UInt8]> = []
        let sentences = map(\.message).filter { seen.insert([UInt8]($0.utf8)).inserted }
        let all = sentences.joined(separator: ", ")
        return sentences.count == 1 ? all : "[\(all)]"
    }
}
