/// A value that is not of the kind a typed model expects in its place.
package struct JSONMismatch: Error, Hashable {
    /// The way from the decoded value to the misfit: `spec.containers[0].name`; empty for the value itself.
    package let path: String
    /// The Swift type that was wanted: "String", "Int64", "object", "array".
    package let expected: String
    /// What was there: "null", "bool", "number", "number 1.5", "string", "array", "object".
    package let found: String

    package init(path: String, expected: String, found: String) {
        self.path = path
        self.expected = expected
        self.found = found
    }
}
