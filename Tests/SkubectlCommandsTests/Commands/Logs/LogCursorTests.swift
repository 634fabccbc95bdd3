import KubeModel
import Testing

@testable import SkubectlCommands

/// What is handed out of a log over streams that are cut at any place.
@Suite struct LogCursorTests {
    private static func time(_ second: Int, _ fraction: Int = 0) -> String {
        let digits = String(1_000_000_000 + fraction).dropFirst()
        return "2026-11-29T05:54:\(second < 10 ? "0" : "")\(second).\(digits)Z"
    }

    /// A log as a kubelet has it: times and texts.
    private static let log = [
        (time(1, 5), "first"), (time(1, 5), "same time"), (time(1, 5), "same time"), (time(2), ""), (time(2, 1), "a b"),
        (time(2, 9), "later than the next"), (time(2, 3), "out of order"), (time(4), "tick"), (time(5), "tick"),
    ].map { "\($0.0) \($0.1)\n" }

    private static let texts = "first\nsame time\nsame time\n\na b\nlater than the next\nout of order\ntick\ntick\n"

    private static func bytes(_ text: some StringProtocol) -> [UInt8] { Array(text.utf8) }

    /// The lines that a kubelet has of a whole second on.
    private static func lines(of log: [String], since cursor: LogCursor) -> [String] {
        guard let since = cursor.since else { return log }
        return log.filter { !$0.utf8.lexicographicallyPrecedes(since.rfc3339.dropLast().utf8) }
    }

    @Test(arguments: [false, true])
    func `every cut at any byte loses nothing and doubles nothing`(keepsTimes: Bool) {
        let whole = Self.bytes(Self.log.joined())
        let expected = keepsTimes ? Self.log.joined() : Self.texts
        for cut in 0...whole.count {
            var cursor = LogCursor(keepsTimes: keepsTimes)
            var output = cursor.read(Array(whole[..<cut]))
            cursor.reconnect()
            // Byte by byte, so that times are cut, too.
            for byte in Self.bytes(Self.lines(of: Self.log, since: cursor).joined()) { output += cursor.read([byte]) }
            output += cursor.finish()
            #expect(String(decoding: output, as: UTF8.self) == expected, "cut at \(cut)")
            #expect(!cursor.isAtGap && !cursor.hasGap)
        }
    }

    @Test func `many cuts in a row`() {
        let whole = Self.log.joined()
        var cursor = LogCursor(keepsTimes: false)
        var output: [UInt8] = []
        for length in stride(from: 3, through: whole.utf8.count, by: 7) {
            // Each stream brings a little more than the one before.
            let there = String(decoding: Self.bytes(whole).prefix(length), as: UTF8.self)
            let lines = there.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated().map { $0.offset == there.count(of: "\n") ? String($0.element) : $0.element + "\n" }
            output += cursor.read(Self.bytes(Self.lines(of: lines.filter { !$0.isEmpty }, since: cursor).joined()))
            cursor.reconnect()
        }
        output += cursor.read(Self.bytes(Self.lines(of: Self.log, since: cursor).joined()))
        #expect(String(decoding: output, as: UTF8.self) == Self.texts)
    }

    @Test func `nothing new is no news`() {
        var cursor = LogCursor(keepsTimes: false)
        _ = cursor.read(Self.bytes(Self.log.joined()))
        cursor.reconnect()
        #expect(cursor.read(Self.bytes(Self.log.joined())).isEmpty)
        #expect(!cursor.hasNews)
        #expect(cursor.read(Self.bytes("\(Self.time(6)) x\n")) == Self.bytes("x\n"))
        #expect(cursor.hasNews)
    }

    @Test func `a log that begins behind the place has a gap`() {
        var cursor = LogCursor(keepsTimes: false)
        _ = cursor.read(Self.bytes("\(Self.time(1)) a\n\(Self.time(2)) half"))
        cursor.reconnect()
        #expect(cursor.read(Self.bytes("\(Self.time(3)) b\n")).isEmpty)
        #expect(cursor.isAtGap && !cursor.hasGap)
        #expect(cursor.read(Self.bytes("\(Self.time(4)) c\n")).isEmpty)
        #expect(cursor.skipGap() == Self.bytes("\nb\nc\n"))
        #expect(!cursor.isAtGap && cursor.hasGap)
        #expect(cursor.read(Self.bytes("\(Self.time(5)) d\n")) == Self.bytes("d\n"))
    }

    @Test func `times inside of long lines are taken away`() {
        let part = String(repeating: "x", count: 16_384)
        let raw = "\(Self.time(1)) \(part)\(Self.time(1, 1)) \(part)\(Self.time(1, 2)) 1 end\n\(Self.time(2)) next\n"
        let text = "\(part)\(part)1 end\nnext\n"
        for cut in [0, 20, 100, 16_410, 16_420, 16_450, 32_800, 32_850, raw.utf8.count] {
            var cursor = LogCursor(keepsTimes: false)
            var output = cursor.read(Array(Self.bytes(raw).prefix(cut)))
            cursor.reconnect()
            output += cursor.read(Self.bytes(raw)) + cursor.finish()
            #expect(output == Self.bytes(text), "cut at \(cut)")
        }
        var keeping = LogCursor(keepsTimes: true)
        #expect(keeping.read(Self.bytes(raw)) == Self.bytes(raw))
    }

    @Test func `long lines without times inside stay as they are`() {
        let texts = [
            String(repeating: "y", count: 16_384) + "2026-11-29 is a date", String(repeating: "1", count: 50_000),
            String(repeating: "z", count: 16_384),
        ]
        for text in texts {
            var cursor = LogCursor(keepsTimes: false)
            #expect(cursor.read(Self.bytes("\(Self.time(1)) \(text)\n")) + cursor.finish() == Self.bytes(text + "\n"))
        }
    }

    @Test func `what has no time is handed out as it is`() {
        var cursor = LogCursor(keepsTimes: false)
        let text = "unable to retrieve container logs\n\nfailed to\n2026-1\n"
        #expect(cursor.read(Self.bytes(text)) == Self.bytes(text))
        #expect(cursor.read(Self.bytes("no end")) + cursor.finish() == Self.bytes("no end"))
        #expect(cursor.since == nil)
    }

    @Test func `other forms of times`() {
        for time in ["2026-11-29T05:54:01Z", "2026-11-29T05:54:01.5+02:00", "2026-11-29T05:54:01.123456789-11:30"] {
            #expect(LogTime.isOne(Self.bytes(time)[...]))
        }
        for time in ["2026-11-29T05:54:01", "2026-11-29T05:54:01.Z", "2026-11-29T05:54:01.5+0200", "x", ""] {
            #expect(!LogTime.isOne(Self.bytes(time)[...]))
        }
        func isLater(_ time: String, _ other: String) -> Bool {
            LogTime.isLater(Self.bytes(time), than: Self.bytes(other))
        }
        #expect(isLater("2026-11-29T05:54:01.5Z", "2026-11-29T05:54:01.25Z"))
        #expect(isLater("2026-11-29T05:54:01Z", "2026-11-29T07:54:00+02:00"))
        #expect(!isLater("2026-11-29T07:54:01+02:00", "2026-11-29T05:54:01Z"))
    }
}

extension String {
    fileprivate func count(of character: Character) -> Int { filter { $0 == character }.count }
}
