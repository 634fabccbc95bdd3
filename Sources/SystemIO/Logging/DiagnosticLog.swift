import Glibc
import StdlibExtensions

/// Messages for whoever looks for a fault, on standard error, in the form of Go's klog: what `-v` turns on.
///
/// `I1122 20:31:04.012813    6198 round_trippers.go:632] "Response" status="200 OK" milliseconds=60`. A source is the
/// file and line kubectl names there, so that its messages can be searched for in both tools' output.
package struct DiagnosticLog: Sendable {
    /// What a line begins with.
    package enum Severity: String, Sendable {
        case info = "I"
        case warning = "W"
        case error = "E"
        case fatal = "F"
    }

    /// The value of `-v`: messages of a higher level are left out.
    package let verbosity: Int
    private let console: any Console
    private let clock: any WallClock
    private let processID: Int32

    package init(
        verbosity: Int, console: any Console, clock: any WallClock = SystemClock(), processID: Int32 = getpid()
    ) {
        self.verbosity = verbosity
        self.console = console
        self.clock = clock
        self.processID = processID
    }

    /// Whether messages of `level` are written, for callers whose messages take work.
    package func isEnabled(_ level: Int) -> Bool { level <= verbosity }

    /// Writes a message of klog's structured form: its text in quotes, then the fields.
    package func write(
        _ level: Int, _ source: String, _ message: String, _ fields: [LogField] = [], severity: Severity = .info
    ) {
        guard isEnabled(level) else { return }
        put(severity, source, message.goQuoted + fields.map { " " + $0.text }.joined())
    }

    /// Writes a message of klog's printf form: its text as it is.
    package func writePlain(_ level: Int, _ source: String, _ message: String, severity: Severity = .info) {
        guard isEnabled(level) else { return }
        put(severity, source, message)
    }

    private func put(_ severity: Severity, _ source: String, _ text: String) {
        let header = Self.header(severity, source, clock.nanosecondsSinceEpoch(), processID)
        console.writeError(header + text + (text.hasSuffix("\n") ? "" : "\n"))
    }

    /// Severity, month and day, local time in microseconds, process, source.
    private static func header(
        _ severity: Severity, _ source: String, _ nanoseconds: Int64, _ processID: Int32
    ) -> String {
        var seconds = time_t(nanoseconds / 1_000_000_000)
        let micros = nanoseconds % 1_000_000_000 / 1000
        var local = tm()
        localtime_r(&seconds, &local)
        let date = digits(local.tm_mon + 1, 2) + digits(local.tm_mday, 2)
        let time = [local.tm_hour, local.tm_min, local.tm_sec].map { digits($0, 2) }.joined(separator: ":")
        let process = String(processID)
        let padding = String(repeating: " ", count: max(0, 7 - process.utf8.count))
        return "\(severity.rawValue)\(date) \(time).\(digits(micros, 6)) \(padding)\(process) \(source)] "
    }

    private static func digits(_ value: some BinaryInteger, _ count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}
