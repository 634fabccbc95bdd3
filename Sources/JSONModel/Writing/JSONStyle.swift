/// How a JSON text is laid out.
package struct JSONStyle: Sendable, Hashable {
    /// The number of spaces a level is indented by; nil for everything on one line.
    package var indentation: Int?
    /// Whether members are ordered by their keys' bytes, as Go orders maps, instead of standing as they are.
    package var sortsKeys: Bool
    /// Whether `<`, `>` and `&` are written as escapes, as Go's `encoding/json` does unless told otherwise.
    package var escapesHTML: Bool
    /// How many levels stand around the value: its lines, but for the first, are indented by as many more.
    package var outerLevels = 0

    package init(indentation: Int? = nil, sortsKeys: Bool = false, escapesHTML: Bool = true) {
        self.indentation = indentation
        self.sortsKeys = sortsKeys
        self.escapesHTML = escapesHTML
    }

    /// Everything on one line, as `json.Marshal` writes.
    package static let compact = JSONStyle()
    /// One member or element a line, indented by four spaces, as `kubectl -o json` writes.
    package static let indented = JSONStyle(indentation: 4)
    /// Like `indented`, with sorted keys: what `kubectl -o json` makes of an untyped object.
    package static let indentedSorted = JSONStyle(indentation: 4, sortsKeys: true)
}
