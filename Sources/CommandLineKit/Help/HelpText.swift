import StdlibExtensions

/// The description of a command: paragraphs, lists and lines of code.
///
/// Written as a string literal, in which an empty line separates paragraphs, or as an array of blocks.
package struct HelpText: Hashable, Sendable {
    /// The parts, in their order.
    package let blocks: [HelpBlock]

    package init(_ blocks: [HelpBlock]) { self.blocks = blocks }

    /// Whether there is nothing to show.
    package var isEmpty: Bool { blocks.isEmpty }
}

/// A part of a command's description.
package enum HelpBlock: Hashable, Sendable {
    /// Sentences; line ends in them are spaces.
    case paragraph(String)
    /// A list with asterisks.
    case bullets([String])
    /// A list with numbers from 1.
    case numbered([String])
    /// Lines that are shown as they are.
    case code(String)
    /// A closing sentence, which help sets without the indentation of a paragraph.
    case note(String)
}

extension HelpText: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        var paragraphs: [[Substring]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isEmpty = line.allSatisfy { $0 == " " || $0 == "\t" }
            if !isEmpty {
                paragraphs[paragraphs.count - 1].append(line)
            } else if paragraphs.last?.isEmpty == false {
                paragraphs.append([])
            }
        }
        blocks = paragraphs.filter { !$0.isEmpty }.map { .paragraph($0.joined(separator: "\n")) }
    }
}

extension HelpText: ExpressibleByArrayLiteral {
    package init(arrayLiteral blocks: HelpBlock...) { self.blocks = blocks }
}

extension HelpBlock: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .paragraph(text) }
}

extension HelpText {
    /// The text as kubectl's `--help` lays it out, without an end of line.
    ///
    /// Every paragraph but the first begins with a space, lists are indented by two spaces and code by eight: what is
    /// left of Markdown after kubectl's plain-text renderer.
    package var helpLayout: String {
        var text = ""
        for block in blocks {
            switch block {
            case .paragraph(let sentences):
                text += "\n" + Self.joined(sentences) + "\n"
            case .bullets(let items):
                text += "\n" + items.map { "  * " + Self.joined($0) + "\n" }.joined()
            case .numbered(let items):
                text += "\n" + items.enumerated().map { "  \($0 + 1). " + Self.joined($1) + "\n" }.joined()
            case .code(let lines):
                let indentation = String(repeating: " ", count: 8)
                text += (Self.lines(lines).map { "\n" + indentation + $0 }).joined() + "\n" + indentation
            case .note(let sentence):
                text = text.trimmingSpace() + "\n\n" + sentence
            }
        }
        return text.trimmingSpace()
    }

    /// The lines of a paragraph, each after a space.
    private static func joined(_ text: String) -> String {
        lines(text).filter { !$0.isEmpty }.map { " " + $0 }.joined()
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingSpace() }
    }
}
