import JSONModel

/// A step of a JSONPath expression, in the terms of client-go's `util/jsonpath`.
///
/// A step takes the values the step before it found and finds others in them.
indirect enum JSONPathNode: Sendable, Hashable {
    /// Text outside of braces, or a string literal inside: a value of its own.
    case text(String)
    /// A number or a boolean: the same value for each value there is.
    case literal(JSONValue)
    /// What stands between a pair of braces, or a part of a union or of a filter.
    case list([JSONPathNode])
    case field(String)
    /// A bare word. Only `range` and `end` mean something; the others are refused when they are evaluated.
    case identifier(String)
    case slice(JSONPathSlice)
    case filter(JSONPathFilter)
    case wildcard
    /// `..`: the value and everything in it.
    case descent
    case union([[JSONPathNode]])
}

/// The `[start:end:step]` of an expression.
struct JSONPathSlice: Sendable, Hashable {
    var start: Int?
    var end: Int?
    /// Whether only a start was given, and `end` is the place behind it.
    var isSingleIndex = false
    var step: Int?
}

/// The `[?(left operator right)]` of an expression.
struct JSONPathFilter: Sendable, Hashable {
    let left: [JSONPathNode]
    /// As written: a run of `!`, `<`, `>` and `=`; nil where only existence is asked for.
    let comparison: String?
    let right: [JSONPathNode]
}
