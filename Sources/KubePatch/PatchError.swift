package import JSONModel

/// Why a patch cannot be made or applied.
///
/// The words are apimachinery's (`strategicpatch`, `mergepatch`) and evanphx/json-patch's, version 5.6.
package enum PatchError: Error, Hashable {
    // MARK: Strategic merge patches

    /// kubectl: `lists of lists are not supported`.
    case listOfLists
    /// kubectl: `invalid patch format of primitive list`.
    case malformedPrimitiveList
    /// kubectl: `invalid patch format of retainKeys`.
    case malformedRetainKeys
    /// kubectl: `invalid patch format of setElementOrder list`.
    case malformedElementOrder
    /// kubectl: `expected a map[string]interface {}, but received a string`.
    case wrongType(expected: GoType, received: GoType)
    /// An element without the member that tells elements apart. kubectl: `map: map[a:1] does not contain declared
    /// merge key: name`.
    case missingMergeKey(JSONObject, key: String)
    /// kubectl: `unknown patch type: merge in map: map[$patch:merge]`.
    case unknownDirective(JSONValue, in: JSONObject)
    /// kubectl: `invalid value for special key: $patch`.
    case directiveNotString
    /// kubectl: `list element types are not identical: [[a 1]]`.
    case mixedElements([JSONValue])
    /// kubectl: `no elements in any of the given slices`.
    case noElements
    /// kubectl: `cannot merge lists without merge key for NAME`.
    case noMergeKey(schema: String)
    /// kubectl: `merging lists cannot yet be specified in the patch`.
    case mergeDirectiveInList
    /// kubectl: `value for key 0 is not a map`.
    case elementNotMap(index: Int)
    /// kubectl: `unexpected patch strategy: [a b]`.
    case unexpectedStrategy([String])
    /// kubectl: `The order in patch list:\n[…]\n doesn't match $setElementOrder list:\n[…]\n`, with a line feed behind.
    case orderMismatch(patch: [JSONValue], order: [JSONValue])
    /// kubectl: `[a] and [b] are not deep equal: this may happen when calculating the 3-way diff patch`.
    case differentRetainKeys(JSONValue, JSONValue)
    /// kubectl: `invalid element type in merging list:[…]`.
    case invalidListElement([JSONValue])
    /// kubectl: "cannot find merge key `name` in merging list element:map[…]".
    case missingKeyInList(key: String, element: JSONObject)

    // MARK: Schemas

    /// The built-in definition of a kind has no such field. kubectl: `unable to find api field in struct PodSpec for
    /// the json field "x"`.
    case unknownField(String, structure: String)
    /// kubectl: `merging an object in json but data type is not struct, instead is: map`.
    case notStructure(GoKind)
    /// kubectl: `expected slice or array type, but got: struct`.
    case notList
    /// The server's definition of version 2 has no such field. kubectl: `unable to find api field "x" in PATH`.
    case fieldNotFound(String, path: String)
    /// The server's definition of version 3 has no such field. kubectl: `unable to find api field "x"`.
    case fieldMissing(String)
    /// kubectl: `unable to resolve #/components/schemas/x in OpenAPI V3`.
    case unresolvedReference(String)
    /// kubectl: `expected kind, but got map` or `expected slice, but got primitive`.
    case unexpectedSchema(expected: SchemaShape, got: SchemaShape)

    // MARK: Three ways

    /// kubectl: `precondition failed for: map[…]`.
    case preconditionFailed(JSONObject)
    /// kubectl: `patch:\nYAML\nconflicts with changes made from original to current:\nYAML\n`.
    case conflict(patch: JSONObject, changes: JSONObject)
    /// Objects that are nested more deeply than patches are made for.
    case tooDeep(limit: Int)

    // MARK: JSON patches

    /// A JSON patch cannot be applied.
    case operation(JSONPatchFault)
    /// Something else than a list. Go: `json: cannot unmarshal object into Go value of type jsonpatch.Patch`.
    case notOperations(JSONValue)
    /// Something else than an object in the list. Go: `json: cannot unmarshal string into Patch.0 of type
    /// jsonpatch.Operation`.
    case notOperation(JSONValue, index: Int)
    /// evanphx: `invalid operation {"op":"x"}: unsupported operation`.
    case invalidOperation(JSONValue, JSONPatchFault)
    /// Something else than an object as a strategic merge patch. kubectl: `invalid JSON document`.
    case notObject
    /// evanphx: `Invalid JSON Document`.
    case invalidDocument
    /// evanphx: `Invalid JSON Patch`.
    case invalidPatch
}

/// What a schema stands for, by the words of kubectl's messages.
package enum SchemaShape: String, Sendable, Hashable {
    case kind, slice, map, primitive
}

/// The kinds of Go types that can stand where kubectl expects a structure.
package enum GoKind: String, Sendable, Hashable {
    case map, slice, string, int32, int64, bool, `struct`, interface
}
