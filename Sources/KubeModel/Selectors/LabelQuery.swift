/// A label selector as it is written on command lines: `app=web,tier in (a, b),!old`.
///
/// The grammar, and what keys and values may be, are those of apimachinery's `labels.Parse`.
package struct LabelQuery: Sendable, Hashable {
    /// One condition; an object's labels meet a query when they meet all of them.
    package enum Requirement: Sendable, Hashable {
        case exists(String)
        case absent(String)
        /// The label has this value, as `=` and `==` say it.
        case equals(String, String)
        /// The label has not this value, or is not there, as `!=` says it.
        case differs(String, from: String)
        /// The label has one of the values.
        case isOne(String, of: Set<String>)
        /// The label has none of the values, or is not there.
        case isNone(String, of: Set<String>)
        case greater(String, than: Int64)
        case less(String, than: Int64)
    }

    package let requirements: [Requirement]

    /// Reads a selector; an empty text has no requirement and matches everything.
    package init(_ text: String) throws(LabelQueryError) {
        var reader = LabelQueryReader(text)
        requirements = try reader.requirements()
    }

    /// Whether labels meet every requirement.
    package func matches(_ labels: [String: String]) -> Bool {
        requirements.allSatisfy { requirement in
            switch requirement {
            case .exists(let key): labels[key] != nil
            case .absent(let key): labels[key] == nil
            case .equals(let key, let value): labels[key] == value
            case .differs(let key, let value): labels[key] != value
            case .isOne(let key, let values): labels[key].map(values.contains) ?? false
            case .isNone(let key, let values): !(labels[key].map(values.contains) ?? false)
            case .greater(let key, let limit): labels[key].flatMap { Int64($0) }.map { $0 > limit } ?? false
            case .less(let key, let limit): labels[key].flatMap { Int64($0) }.map { $0 < limit } ?? false
            }
        }
    }
}
