import HTTPTransport
import JSONModel
import Manifests
import StdlibExtensions
import SystemIO
import YAMLCodec

extension ManifestError {
    /// The whole text where kubectl tells the error without `error: ` before it; nil for all others.
    var headline: String? {
        switch self {
        case .noResponse(let url, let error): error.headline(url: url)
        case .itemWithoutKind, .itemWithoutVersion: message
        default: nil
        }
    }

    /// The words of cli-runtime.
    var message: String {
        switch self {
        case .pathNotFound(let path): "the path \(path.goQuoted) does not exist"
        case .pathInaccessible(let path, let error): "the path \(path.goQuoted) cannot be accessed: \(error.goText)"
        case .invalidPattern(let pattern): "pattern \(pattern.goQuoted) is not valid: syntax error in pattern"
        case .unreadableDirectory(let path, let error): "error reading \(path.goQuoted): \(error.goText)"
        case .noRecognizedFiles(let paths):
            "error reading [\(paths.joined(separator: " "))]: recognized file extensions are [.json .yaml .yml]"
        case .standardInputTwice: "standard input cannot be used for multiple arguments"
        case .invalidURL(let url, let problem):
            "the URL passed to filename \(url.goQuoted) is not valid: parse \(url.goQuoted): \(problem.message)"
        case .unopenable(let error): error.goText
        case .unreadable(let source, let error): "error parsing \(source): \(error.goText)"
        case .noResponse(let url, let error): "Get \(url.goQuoted): \(error.message)"
        case .brokenBody(let url, let error): "error parsing \(url): \(error.message)"
        case .refusedByServer(let url, let status, let statusText):
            "unable to read URL \(url.goQuoted), server reported \(status) \(statusText), status code=\(status)"
        case .yaml(let source, .invalidSeparator(let text)):
            "error parsing \(source): \(YAMLError.invalidSeparator(text).message)"
        case .yaml(let source, let error):
            "error parsing \(source): error converting YAML to JSON: \(error.message)"
        case .json(let source, let error, let isLate): "error parsing \(source): \(error.message(isLate: isLate))"
        case .mismatch(let source, let mismatch): Self.undecodable(source, mismatch.message)
        case .invalidTime(let source, let text, let problem):
            Self.undecodable(source, problem.message(parsing: text))
        case .numberOutOfRange(let source, let text):
            Self.undecodable(source, "json: cannot unmarshal number \(text) into Go value of type float64")
        case .missingKind(let source, let json): Self.undecodable(source, "Object 'Kind' is missing in '\(json)'")
        case .itemWithoutKind: Self.untyped("Object 'Kind' is missing in 'object has no kind field '")
        case .itemWithoutVersion: Self.untyped("Object 'apiVersion' is missing in 'object has no apiVersion field'")
        case .listInList: "*unstructured.Unstructured is not a list: no Items field in this object"
        }
    }

    private static func undecodable(_ source: String, _ reason: String) -> String {
        "unable to decode \(source.goQuoted): \(reason)"
    }

    private static func untyped(_ reason: String) -> String {
        "unable to get type info from the object \("*unstructured.Unstructured".goQuoted): \(reason)"
    }
}

extension JSONError {
    /// The words for a file: with Go's offset, unless values were read before.
    fileprivate func message(isLate: Bool) -> String {
        if case .unexpectedEnd = self { return "unexpected EOF" }
        guard !isLate, let endOffset else { return message }
        return "json: offset \(endOffset): \(message)"
    }
}

extension ManifestMismatch {
    fileprivate var message: String {
        let place = field.map { "Go struct field \($0)" } ?? "Go value"
        return "json: cannot unmarshal \(found) into \(place) of type \(type)"
    }
}

extension URLProblem {
    fileprivate var message: String {
        switch self {
        case .controlCharacter: "net/url: invalid control character in URL"
        case .invalidEscape(let escape): "invalid URL escape \(escape.goQuoted)"
        case .unclosedBracket: "missing ']' in host"
        case .invalidPort(let port): "invalid port \(port.goQuoted) after host"
        case .invalidHostCharacter(let character): "invalid character \(character.goQuoted) in host name"
        }
    }
}
