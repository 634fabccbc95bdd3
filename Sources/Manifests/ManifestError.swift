package import HTTPTransport
package import JSONModel
package import StdlibExtensions
package import SystemIO
package import YAMLCodec

/// What is wrong with the manifests a user named: the finding and its place, not a sentence.
///
/// `source` is a path, a URL or `STDIN`, as kubectl names it.
package enum ManifestError: Error, Hashable {
    // MARK: Finding the files

    /// kubectl: `the path "x.yaml" does not exist`, for a pattern without matches too.
    case pathNotFound(String)
    /// kubectl: `the path "x" cannot be accessed: stat x: permission denied`.
    case pathInaccessible(String, SystemError)
    /// kubectl: `pattern "[x" is not valid: syntax error in pattern`.
    case invalidPattern(String)
    /// A directory that cannot be read; kubectl: `error reading "x": open x: permission denied`.
    case unreadableDirectory(String, SystemError)
    /// kubectl: `error reading [x y]: recognized file extensions are [.json .yaml .yml]`.
    case noRecognizedFiles([String])
    /// kubectl: `standard input cannot be used for multiple arguments`.
    case standardInputTwice
    /// kubectl: `the URL passed to filename "http://x:y" is not valid: parse "http://x:y": ` and the problem's text.
    case invalidURL(String, URLProblem)

    // MARK: Reading them

    /// A file that cannot be opened; kubectl: `open x.yaml: permission denied`.
    case unopenable(SystemError)
    /// kubectl: `error parsing x.yaml: read x.yaml: is a directory`.
    case unreadable(source: String, SystemError)
    /// No answer for a URL; the sentence is that of the transport error.
    case noResponse(url: String, TransportError)
    /// The answer's body broke off; kubectl: `error parsing http://x: unexpected EOF`.
    case brokenBody(url: String, TransportError)
    /// kubectl: `unable to read URL "http://x", server reported 404 Not Found, status code=404`.
    case refusedByServer(url: String, status: Int, statusText: String)

    // MARK: Parsing them

    /// kubectl: `error parsing x.yaml: error converting YAML to JSON: ` and the text of the YAML error; for
    /// `.invalidSeparator` without the words about JSON.
    case yaml(source: String, YAMLError)
    /// kubectl: `error parsing x.json: json: offset 12: invalid character 'x' looking for beginning of value`, without
    /// the offset where `isLate`, that is after two or more values, and where the text ends too early.
    case json(source: String, JSONError, isLate: Bool)

    // MARK: Understanding them

    /// A value of another kind than the one its place asks for; kubectl: `unable to decode "x.yaml": json: cannot
    /// unmarshal number into Go struct field ObjectMeta.metadata.name of type string`.
    case mismatch(source: String, ManifestMismatch)
    /// A time that is none; kubectl: `unable to decode "x.yaml": parsing time "x"` and the problem's text.
    case invalidTime(source: String, text: String, GoTimeError)
    /// A number outside the range of a double; kubectl: `unable to decode "x.json": json: cannot unmarshal number 1e999
    /// into Go value of type float64`.
    case numberOutOfRange(source: String, text: String)
    /// kubectl: `unable to decode "x.yaml": Object 'Kind' is missing in '{"apiVersion":"v1"}'`, with the JSON text.
    case missingKind(source: String, json: String)
    /// An item of a list without a kind.
    ///
    /// kubectl: `unable to get type info from the object "*unstructured.Unstructured": Object 'Kind' is missing in
    /// 'object has no kind field '`.
    case itemWithoutKind
    /// An item of a list without a version.
    ///
    /// kubectl: `unable to get type info from the object "*unstructured.Unstructured": Object 'apiVersion' is missing in
    /// 'object has no apiVersion field'`.
    case itemWithoutVersion
    /// A list in a list; kubectl: `*unstructured.Unstructured is not a list: no Items field in this object`.
    case listInList
}

/// All that is wrong with the files named, found before any is read; kubectl tells each on a line.
package struct ManifestErrors: Error, Hashable {
    package let errors: [ManifestError]

    package init(errors: [ManifestError]) {
        self.errors = errors
    }
}

/// A value that Go's decoder cannot put where it belongs.
///
/// kubectl: `json: cannot unmarshal <found> into Go struct field <field> of type <type>`, or without a field
/// `json: cannot unmarshal <found> into Go value of type <type>`.
package struct ManifestMismatch: Sendable, Hashable {
    /// "string", "number", "number 1.5", "bool", "array" or "object".
    package let found: String
    /// Go's struct and the path to the field: `ObjectMeta.metadata.labels`; nil for a value that is no field.
    package let field: String?
    /// The Go type: `map[string]string`.
    package let type: String

    package init(found: String, field: String?, type: String) {
        self.found = found
        self.field = field
        self.type = type
    }
}

/// What Go's `net/url` dislikes about a URL.
package enum URLProblem: Sendable, Hashable {
    /// Go: `net/url: invalid control character in URL`.
    case controlCharacter
    /// Go: `invalid URL escape "%zz"`.
    case invalidEscape(String)
    /// Go: `missing ']' in host`.
    case unclosedBracket
    /// Go: `invalid port ":x" after host`.
    case invalidPort(String)
    /// Go: `invalid character " " in host name`.
    case invalidHostCharacter(String)
}
