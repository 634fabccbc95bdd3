import StdlibExtensions

/// A named value of a structured message.
package struct LogField: Sendable, Hashable {
    /// What is named, in the form it is written in.
    package enum Value: Sendable, Hashable {
        /// In quotes; lines of their own where the text has several.
        case text(String)
        case number(Int64)
        /// As it is.
        case raw(String)
    }

    package let name: String
    package let value: Value

    package init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// The field as klog writes it: `name="value"`.
    var text: String {
        switch value {
        case .number(let number): "\(name)=\(number)"
        case .raw(let text): "\(name)=\(text)"
        case .text(let text) where text.utf8.contains(0x0A): "\(name)=<\n\(Self.block(text)) >"
        case .text(let text): "\(name)=\(text.goQuoted)"
        }
    }

    /// Each line behind a tab; whether the last one ended in a line break does not show.
    private static func block(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map { "\t\($0)\n" }.joined()
    }
}
