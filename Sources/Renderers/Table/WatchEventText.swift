/// The kinds of watch events as tables show them.
enum WatchEventText {
    /// The kind, filled up with spaces to the length of the longest one.
    static func padded(_ event: String) -> String {
        switch event {
        case "ADDED": "ADDED   "
        case "DELETED": "DELETED "
        case "ERROR": "ERROR   "
        default: event
        }
    }
}
