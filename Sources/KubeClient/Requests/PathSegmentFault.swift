/// A name or a namespace that cannot be part of a URL's path (client-go's `IsValidPathSegmentName`).
package enum PathSegmentFault: Error, Hashable {
    /// kubectl: `resource name may not be empty`. Without the name it would be a request about the whole collection.
    case emptyName
    /// kubectl: `invalid resource name "..": [may not be '..']`.
    case name(String, reasons: [String])
    /// kubectl: `invalid namespace "a/b": [may not contain '/']`.
    case namespace(String, reasons: [String])

    /// Why a text cannot be a segment; empty where it can.
    static func reasons(against text: String) -> [String] {
        if text == "." || text == ".." { return ["may not be '\(text)'"] }
        return ["/", "%"].filter(text.contains).map { "may not contain '\($0)'" }
    }
}
