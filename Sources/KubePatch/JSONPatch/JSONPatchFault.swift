package import JSONModel

/// Why a JSON patch cannot be applied, in the words of evanphx/json-patch, version 5.6.
package indirect enum JSONPatchFault: Error, Hashable {
    /// `unsupported operation`.
    case unsupportedOperation
    /// `failed to decode 'path': operation missing path field: missing value`.
    case undecodable(field: String, JSONPatchFault)
    /// `add operation does not apply: doc is missing path: "/a/b": missing value`; see `JSONPatchFault+Text`.
    case missing(operation: String, what: MissingPart, path: String)
    /// `error in add for path: '/a/9': …`.
    case failed(operation: String, preposition: String, path: String, JSONPatchFault)
    /// `error while adding value during copy: …`.
    case copyFailed(JSONPatchFault)
    /// `testing value /a failed: test failed`.
    case testFailed(path: String)
    /// `unable to remove nonexistent key: a: missing value`.
    case nonexistentKey(String, verb: String)
    /// `Unable to access invalid index: 9: invalid index referenced`.
    case invalidIndex(Int)
    /// `strconv.Atoi: parsing "a": invalid syntax`.
    case notNumber(String)
    /// `strconv.Atoi: parsing "99999999999999999999": value out of range`.
    case numberOutOfRange(String)
    /// `value was not a proper array index: 'a': strconv.Atoi: …`.
    case notIndex(String, JSONPatchFault)
    /// `operation missing path field: missing value`.
    case missingField(String)
    /// A field of an operation that is not a text. Go: `json: cannot unmarshal number into Go value of type string`.
    case notText(JSONValue)

    /// What an operation does not find.
    package enum MissingPart: Sendable, Hashable {
        case path, key, from, destination
    }
}
