package import JSONModel

/// Why a YAML text has no value: what go-yaml finds and where, without a sentence around it.
///
/// kubectl puts `error converting YAML to JSON: ` before what is given with each case. Lines are those kubectl prints:
/// counted from 1 inside the document, for some problems one less, as go-yaml does; nil is the first line.
package enum YAMLError: Error, Hashable {
    /// The text is no YAML.
    ///
    /// `problem` is libyaml's finding. kubectl: `yaml: line 4: mapping values are not allowed in this context`, or
    /// `yaml: control characters are not allowed` without a line.
    case syntax(problem: String, line: Int?)
    /// Anything but a comment on the line of a `---`; kubectl: `invalid Yaml document separator: foo`, alone.
    case invalidSeparator(String)
    /// An alias for an anchor that is not there; kubectl: `yaml: unknown anchor 'x' referenced`.
    case unknownAnchor(String)
    /// An alias inside the node it stands for; kubectl: `yaml: anchor 'x' value contains itself`.
    case anchorContainsItself(String)
    /// Aliases that multiply the document; kubectl: `yaml: document contains excessive aliasing`.
    case excessiveAliasing
    /// A `<<` whose value is no map; kubectl: `yaml: map merge requires map or sequence of maps as the value`.
    case mergeOfNoMap
    /// A map or a sequence as a key, such as an unfilled `{{ template }}`.
    ///
    /// kubectl: `yaml: invalid map key: map[interface {}]interface {}{"x":interface {}(nil)}`, the key in Go's syntax,
    /// which `goSyntax` gives.
    case collectionAsKey(JSONValue)
    /// A null, or an integer from 2^63 up, as a key.
    ///
    /// kubectl: `unsupported map key of type: %!s(<nil>), key: <nil>, value: "x"` with the value in Go's syntax; for
    /// an integer `unsupported map key of type: uint64, key: 0x8000000000000000, value: "x"`.
    case unsupportedKey(UInt64?, value: JSONValue)
    /// A scalar that its tag does not allow; kubectl: ``yaml: cannot decode !!str `x` as a !!int``.
    case mismatchedTag(found: String, text: String, wanted: String)
    /// A `!!binary` that is no base64; kubectl: `yaml: !!binary value contains invalid base64 data`.
    case invalidBase64
    /// A number JSON has no word for; kubectl: `json: unsupported value: +Inf` (or `-Inf`, `NaN`).
    case nonFiniteNumber(String)
    /// Keys that are there more than once, where that is refused, with the lines of their values.
    ///
    /// Go: `yaml: unmarshal errors:`, then for each `  line 4: key "x" already set in map` on a line of its own.
    case repeatedKeys([RepeatedKey])

    /// Keys that are there more than once, as go-yaml v3 tells of them.
    ///
    /// Go: `yaml: unmarshal errors:`, then for each `  line 4: mapping key "x" already defined at line 3`.
    case redefinedKeys([RedefinedKey])
    /// A key that is no string, in a map that is to become JSON.
    ///
    /// Go: `json: unsupported value: jsontext: object member name must be a string within "/data"`.
    ///
    /// `offset` is how much of the JSON text stands before the key.
    case keyIsNoString(path: String, offset: Int)
    /// What a `<<` cannot merge; go-yaml's sentence.
    case badMerge(String)

    /// A key that is there again, by go-yaml v3.
    package struct RedefinedKey: Sendable, Hashable {
        package let key: String
        /// The line of the second one, counted from 1.
        package let line: Int
        /// The line of the first one.
        package let firstLine: Int
    }

    /// A key that is set a second time.
    package struct RepeatedKey: Sendable, Hashable {
        package let key: String
        /// The line of the value, counted from 1 inside the document.
        package let line: Int

        package init(key: String, line: Int) {
            self.key = key
            self.line = line
        }
    }
}
