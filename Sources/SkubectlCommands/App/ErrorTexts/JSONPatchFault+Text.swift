import KubePatch
import StdlibExtensions

extension JSONPatchFault {
    /// The bare sentence, in the words of evanphx/json-patch, version 5.6.
    var message: String {
        switch self {
        case .unsupportedOperation: "unsupported operation"
        case .undecodable(let field, let fault): "failed to decode '\(field)': \(fault.message)"
        case .missing(let operation, let what, let path):
            "\(operation) operation does not apply: \(what.text(operation: operation, path: path)): missing value"
        case .failed(let operation, let preposition, let path, let fault):
            "error in \(operation) for \(preposition): '\(path)': \(fault.message)"
        case .copyFailed(let fault): "error while adding value during copy: \(fault.message)"
        case .testFailed(let path): "testing value \(path) failed: test failed"
        case .nonexistentKey(let key, let verb): "unable to \(verb) nonexistent key: \(key): missing value"
        case .invalidIndex(let index): "Unable to access invalid index: \(index): invalid index referenced"
        case .notNumber(let text): "strconv.Atoi: parsing \(text.goQuoted): invalid syntax"
        case .numberOutOfRange(let text): "strconv.Atoi: parsing \(text.goQuoted): value out of range"
        case .notIndex(let key, let fault): "value was not a proper array index: '\(key)': \(fault.message)"
        case .missingField(let field):
            field == "path"
                ? "operation missing path field: missing value" : "operation, missing \(field) field: missing value"
        case .notText(let value):
            "json: cannot unmarshal \(GoType(value).jsonName) into Go value of type string"
        }
    }
}

extension JSONPatchFault.MissingPart {
    fileprivate func text(operation: String, path: String) -> String {
        switch self {
        case .path where operation == "replace": "doc is missing path: \(path)"
        case .path where operation == "test": "is missing path: \(path)"
        case .path: "doc is missing path: \"\(path)\""
        case .key: "doc is missing key: \(path)"
        case .from: "doc is missing from path: \(path)"
        case .destination: "doc is missing destination path: \(path)"
        }
    }
}
