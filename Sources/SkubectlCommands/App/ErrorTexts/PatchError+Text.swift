import JSONModel
import KubePatch
import StdlibExtensions
import YAMLCodec

extension PatchError {
    /// The bare sentence, apimachinery's and evanphx/json-patch's words.
    var message: String {
        switch self {
        case .listOfLists: "lists of lists are not supported"
        case .malformedPrimitiveList: "invalid patch format of primitive list"
        case .malformedRetainKeys: "invalid patch format of retainKeys"
        case .malformedElementOrder: "invalid patch format of setElementOrder list"
        case .wrongType(let expected, let received):
            "expected a \(expected.goName), but received a \(received.goName)"
        case .missingMergeKey(let map, let key):
            "map: \(GoValueText.text(.object(map))) does not contain declared merge key: \(key)"
        case .unknownDirective(let directive, let map):
            "unknown patch type: \(Self.string(directive)) in map: \(GoValueText.text(.object(map)))"
        case .directiveNotString: "invalid value for special key: $patch"
        case .mixedElements(let lists): "list element types are not identical: \(GoValueText.text(.array(lists)))"
        case .noElements: "no elements in any of the given slices"
        case .noMergeKey(let schema): "cannot merge lists without merge key for \(schema)"
        case .mergeDirectiveInList: "merging lists cannot yet be specified in the patch"
        case .elementNotMap(let index): "value for key \(index) is not a map"
        case .unexpectedStrategy(let words): "unexpected patch strategy: [\(words.joined(separator: " "))]"
        case .orderMismatch(let patch, let order):
            "The order in patch list:\n\(GoValueText.text(.array(patch)))\n doesn't match $setElementOrder list:\n"
                + "\(GoValueText.text(.array(order)))\n"
        case .differentRetainKeys(let left, let right):
            "\(GoValueText.text(left)) and \(GoValueText.text(right)) are not deep equal: this may happen when "
                + "calculating the 3-way diff patch"
        case .invalidListElement(let list): "invalid element type in merging list:\(GoValueText.text(.array(list)))"
        case .missingKeyInList(let key, let element):
            "cannot find merge key `\(key)` in merging list element:\(GoValueText.text(.object(element)))"
        default: schemaMessage ?? threeWayMessage
        }
    }

    private var schemaMessage: String? {
        switch self {
        case .unknownField(let field, let structure):
            "unable to find api field in struct \(structure) for the json field \(field.goQuoted)"
        case .notStructure(let kind):
            "merging an object in json but data type is not struct, instead is: \(kind.rawValue)"
        case .notList: "expected slice or array type, but got: struct"
        case .fieldNotFound(let field, let path): "unable to find api field \(field.goQuoted) in \(path)"
        case .fieldMissing(let field): "unable to find api field \"\(field)\""
        case .unresolvedReference(let reference): "unable to resolve \(reference) in OpenAPI V3"
        case .unexpectedSchema(let expected, let got):
            "expected \(expected.rawValue), but got \(got.rawValue)"
        default: nil
        }
    }

    private var threeWayMessage: String {
        switch self {
        case .preconditionFailed(let patch): "precondition failed for: \(GoValueText.text(.object(patch)))"
        case .conflict(let patch, let changes):
            "patch:\n\(Self.yaml(patch))\nconflicts with changes made from original to current:\n\(Self.yaml(changes))\n"
        case .tooDeep(let limit): "exceeded max depth of \(limit) for patches"
        case .operation(let fault): fault.message
        case .notOperations(let value):
            "json: cannot unmarshal \(GoType(value).jsonName) into Go value of type jsonpatch.Patch"
        case .notOperation(let value, let index):
            "json: cannot unmarshal \(GoType(value).jsonName) into Patch.\(index) of type jsonpatch.Operation"
        case .invalidOperation(let operation, let fault):
            "invalid operation \(JSONWriter.text(operation, style: JSONStyle(sortsKeys: true))): \(fault.message)"
        case .notObject: "invalid JSON document"
        case .invalidDocument: "Invalid JSON Document"
        case .invalidPatch: "Invalid JSON Patch"
        default: "\(self)"
        }
    }

    /// A value as Go's `%s` shows it, which is meant for texts.
    private static func string(_ value: JSONValue) -> String {
        switch value {
        case .null: "%!s(<nil>)"
        case .bool, .number: "%!s(\(GoType(value).goName)=\(GoValueText.text(value)))"
        default: GoValueText.text(value)
        }
    }

    private static func yaml(_ object: JSONObject) -> String {
        // Only a value that is nested too deeply has no YAML, and of such ones no patch is made.
        (try? YAMLEmitter.bytes(.object(object))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

extension GoType {
    /// The type as Go's `%s` shows it.
    fileprivate var goName: String {
        switch self {
        case .null: "%!s(<nil>)"
        case .bool: "bool"
        case .int64: "int64"
        case .float64: "float64"
        case .string: "string"
        case .map: "map[string]interface {}"
        case .list: "[]interface {}"
        }
    }

    /// The kind of value as `encoding/json` calls it.
    var jsonName: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int64, .float64: "number"
        case .string: "string"
        case .map: "object"
        case .list: "array"
        }
    }
}
