package import KubeModel

/// The text of a description while it is written: indented, aligned in columns, and safe for terminals.
///
/// Every piece that is written gets its indentation, wherever in a line it stands; so it is in kubectl, where claims
/// inside of volumes show it.
package struct DescribeText: Sendable {
    /// The time that ages are counted to.
    package let now: Timestamp
    /// The zone that times are shown in.
    package let zone: ZoneOffset
    /// How many levels everything is indented by.
    var baseLevel = 0
    private var writer = TabWriter(style: .description)
    /// What is written where nothing is aligned; nil where it is.
    private var unaligned: [UInt8]?

    package init(now: Timestamp, zone: ZoneOffset) {
        self.now = now
        self.zone = zone
    }

    /// A pod template with the tabs that otherwise make columns, as kubectl shows revisions.
    package static func unaligned(_ template: PodTemplateSpec) -> [UInt8] {
        var text = DescribeText(now: .zero, zone: .utc)
        text.unaligned = []
        text.podTemplate(template)
        return text.finish()
    }

    /// Writes a piece of text behind two spaces for each level.
    mutating func write(_ text: String, level: Int = 0) {
        let text = indentation(level) + TerminalText.escaped(text)
        guard unaligned == nil else {
            unaligned?.append(contentsOf: text.utf8)
            return
        }
        writer.write(text)
    }

    private mutating func write(bytes: [UInt8]) {
        guard unaligned == nil else {
            unaligned?.append(contentsOf: bytes)
            return
        }
        bytes.withUnsafeBufferPointer { writer.write(bytes: $0) }
    }

    /// Writes a piece of text and ends the line.
    mutating func line(_ text: String, level: Int = 0) {
        write(text + "\n", level: level)
    }

    /// Writes a name with a colon, and a value in the next column.
    mutating func field(_ name: String, _ value: some CustomStringConvertible, level: Int = 0) {
        line("\(name):\t\(value)", level: level)
    }

    /// Writes a line with bytes behind `prefix` that need not be valid UTF-8.
    mutating func line(_ prefix: String, bytes: [UInt8], level: Int = 0) {
        let line =
            Array(indentation(level).utf8) + TerminalText.escaped(prefix.utf8) + TerminalText.escaped(bytes) + [0x0a]
        write(bytes: line)
    }

    /// Writes a line with at most `limit` bytes of a text behind `prefix`, and `...` where it is longer.
    ///
    /// The cut may fall into a character, as it does in kubectl.
    mutating func line(_ prefix: String, cutting text: String, to limit: Int, level: Int = 0) {
        guard text.utf8.count > limit else {
            line(prefix + text, level: level)
            return
        }
        var bytes = Array((indentation(level) + TerminalText.escaped(prefix)).utf8)
        bytes += TerminalText.escaped(text.utf8.prefix(limit))
        bytes += Array("...\n".utf8)
        write(bytes: bytes)
    }

    /// A time as descriptions show it: "Thu, 04 Mar 2021 05:06:07 +0000".
    func time(_ timestamp: Timestamp) -> String {
        timestamp.rfc1123(in: zone)
    }

    /// How long ago a time is.
    func age(_ timestamp: Timestamp) -> String {
        HumanDuration.age(of: timestamp, now: now)
    }

    /// The whole text: UTF-8, but for texts that are cut inside of a character.
    mutating func finish() -> [UInt8] {
        unaligned ?? writer.flushedBytes()
    }

    private func indentation(_ level: Int) -> String {
        String(repeating: "  ", count: level + baseLevel)
    }
}
