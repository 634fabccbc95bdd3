package import JSONModel
package import KubeModel

/// One change that a watch tells of (meta/v1 `WatchEvent`).
package enum WatchEvent: Sendable, Hashable {
    case added(JSONValue)
    case modified(JSONValue)
    case deleted(JSONValue)
    /// An object that only tells how far the watch has come.
    case bookmark(JSONValue)
    /// The watch cannot go on, for example because its resource version is too old.
    case error(APIStatus)

    /// The word the server uses: "ADDED" and so on.
    package var type: String {
        switch self {
        case .added: "ADDED"
        case .modified: "MODIFIED"
        case .deleted: "DELETED"
        case .bookmark: "BOOKMARK"
        case .error: "ERROR"
        }
    }

    /// The object as it is now, or was last; nil for an error.
    package var object: JSONValue? {
        switch self {
        case .added(let object), .modified(let object), .deleted(let object), .bookmark(let object): object
        case .error: nil
        }
    }

    /// Reads an event; nil for a document of another form.
    init?(_ document: JSONValue) {
        guard let type = document["type"]?.string, let object = document["object"] else { return nil }
        switch type {
        case "ADDED": self = .added(object)
        case "MODIFIED": self = .modified(object)
        case "DELETED": self = .deleted(object)
        case "BOOKMARK": self = .bookmark(object)
        case "ERROR": self = .error(APIStatus(failure: object) ?? APIStatus(code: 500, message: "unknown"))
        default: return nil
        }
    }
}
