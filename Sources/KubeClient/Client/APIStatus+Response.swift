import HTTPTransport
import JSONModel
package import KubeModel
import StdlibExtensions

extension APIStatus {
    /// What a response that is no success says: its `Status` object, or, where the body has none, the text that
    /// client-go's `NewGenericServerResponse` has for the status code.
    init(status code: Int, headers: HTTPHeaders, body: [UInt8], request: APIRequest) {
        if let object = try? JSONParser.parse(body),  // A body that is no JSON is told of by its status code.
            var status = APIStatus(failure: object)
        {
            if status.code == 0 { status.code = code }
            self = status
            return
        }
        let type = headers["Content-Type"] ?? ""
        let isText = type.isEmpty || type.hasPrefix("text/")
        let text = isText ? String(decoding: body.prefix(Self.longestText), as: UTF8.self).trimmingSpace() : "unknown"
        self.init(genericFor: code, text: text, request: request)
    }

    /// client-go shows this many bytes of a body that is no `Status`.
    private static let longestText = 2048

    private init(genericFor code: Int, text: String, request: APIRequest) {
        let (reason, sentence) = Self.generic(code: code, text: text, method: request.method)
        var message = sentence
        if let subject = request.subject {
            let name = subject.name.isEmpty ? "" : " \(subject.name)"
            message += " (\(request.method.lowercased()) \(subject.groupResource)\(name))"
        }
        var details = Details()
        details.causes = [Cause(reason: Self.unexpectedResponse, message: text, field: "")]
        self.init(code: code, reason: reason, message: message, details: details)
    }

    /// The same failure in the words client-go has where it takes a body as it is and does not look for a `Status` in it
    /// (`Result.Raw`).
    package func unstructured(for request: APIRequest) -> APIStatus {
        if details?.causes.contains(where: { $0.reason == Self.unexpectedResponse }) ?? false { return self }
        return APIStatus(genericFor: code, text: "unknown", request: request)
    }

    private static let unexpectedResponse = "UnexpectedServerResponse"

    private static func generic(code: Int, text: String, method: String) -> (reason: String, message: String) {
        switch code {
        case 400: ("BadRequest", "the server rejected our request for an unknown reason")
        case 401: ("Unauthorized", "the server has asked for the client to provide credentials")
        case 403: ("Forbidden", text)
        case 404: ("NotFound", "the server could not find the requested resource")
        case 405: ("MethodNotAllowed", "the server does not allow this method on the requested resource")
        case 406 where text.isEmpty || text == "unknown":
            ("NotAcceptable", "the server was unable to respond with a content type that the client supports")
        case 406: ("NotAcceptable", text)
        case 409: (method == "POST" ? "AlreadyExists" : "Conflict", "the server reported a conflict")
        case 415: ("UnsupportedMediaType", text)
        case 422: ("Invalid", "the server rejected our request due to an error in our request")
        case 429:
            ("TooManyRequests", "the server has received too many requests and has asked us to try again later")
        case 503: ("ServiceUnavailable", "the server is currently unable to handle the request")
        case 504:
            (
                "Timeout",
                "the server was unable to return a response in the time allotted, but may still be processing the request"
            )
        case 500...:
            ("InternalError", "an error on the server (\(text.goQuoted)) has prevented the request from succeeding")
        default:
            ("", "the server responded with the status code \(code) but did not return more information")
        }
    }
}
