package import JSONModel

/// The server's `Status` object (meta/v1): how a request ended, for people and for programs.
package struct APIStatus: Sendable, Hashable {
    /// One reason why a request was refused, with the field it is about.
    package struct Cause: Sendable, Hashable {
        package let reason: String
        package let message: String
        package let field: String

        package init(reason: String, message: String, field: String) {
            self.reason = reason
            self.message = message
            self.field = field
        }
    }

    /// What the request was about, and what to do next.
    package struct Details: Sendable, Hashable {
        package var name = ""
        package var group = ""
        package var kind = ""
        package var uid = ""
        package var causes: [Cause] = []
        /// How long to wait before the request is sent again; zero where the server says nothing.
        package var retryAfterSeconds = 0

        package init() {}
    }

    /// The HTTP status code the server put into the object; zero where it put none.
    package var code: Int
    /// A word for programs, such as "NotFound"; empty where the server gives none.
    package var reason: String
    /// A sentence for people.
    package var message: String
    package var details: Details?

    package init(code: Int, reason: String = "", message: String, details: Details? = nil) {
        self.code = code
        self.reason = reason
        self.message = message
        self.details = details
    }

    /// Reads a `Status` object; nil for an object of another kind, or one that tells of success.
    package init?(failure object: JSONValue) {
        guard object["kind"]?.string == "Status", object["status"]?.string != "Success" else { return nil }
        self.init(
            code: object["code"]?.int64.flatMap(Int.init(exactly:)) ?? 0,
            reason: object["reason"]?.string ?? "",
            message: object["message"]?.string ?? "",
            details: object["details"].flatMap(Details.init(object:)))
    }

    package var isNotFound: Bool { reason == "NotFound" }
    package var isConflict: Bool { reason == "Conflict" || (reason.isEmpty && code == 409) }
    package var isInvalid: Bool { reason == "Invalid" || (reason.isEmpty && code == 422) }
    package var isForbidden: Bool { reason == "Forbidden" }
    package var isMethodNotAllowed: Bool { reason == "MethodNotAllowed" }
    package var isExpired: Bool { reason == "Expired" || reason == "Gone" || code == 410 }
}

extension APIStatus.Details {
    /// Reads the `details` of a `Status` object; nil for anything but an object.
    init?(object: JSONValue) {
        guard case .object = object else { return nil }
        name = object["name"]?.string ?? ""
        group = object["group"]?.string ?? ""
        kind = object["kind"]?.string ?? ""
        uid = object["uid"]?.string ?? ""
        retryAfterSeconds = object["retryAfterSeconds"]?.int64.flatMap(Int.init(exactly:)) ?? 0
        causes = (object["causes"]?.array ?? []).map { cause in
            APIStatus.Cause(
                reason: cause["reason"]?.string ?? "",
                message: cause["message"]?.string ?? "",
                field: cause["field"]?.string ?? "")
        }
    }
}
