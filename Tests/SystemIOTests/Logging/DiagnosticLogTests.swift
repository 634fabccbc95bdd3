import Glibc
import TestSupport
import Testing

@testable import SystemIO

/// The forms of Go's klog.
@Suite struct DiagnosticLogTests {
    private let console = MemoryConsole()

    private func log(_ verbosity: Int, processID: Int32 = 4242) -> DiagnosticLog {
        // 2024-05-01T12:00:00.000123456Z
        let clock = FixedClock(nanoseconds: 123_456)
        return DiagnosticLog(verbosity: verbosity, console: console, clock: clock, processID: processID)
    }

    @Test func beginsWithSeverityTimeProcessAndSource() throws {
        log(0).writePlain(0, "loader.go:407", "Config loaded from file:  /dev/null")
        log(0, processID: 12_345_678).write(0, "a.go:1", "x", severity: .error)
        var seconds = time_t(1_714_564_800)
        var local = tm()
        localtime_r(&seconds, &local)
        let hour = local.tm_hour < 10 ? "0\(local.tm_hour)" : "\(local.tm_hour)"
        let minute = local.tm_min < 10 ? "0\(local.tm_min)" : "\(local.tm_min)"
        let day = local.tm_mday == 1 ? "0501" : "05\(local.tm_mday)"
        let time = "\(day) \(hour):\(minute):00.000123"
        #expect(
            console.error == """
                I\(time)    4242 loader.go:407] Config loaded from file:  /dev/null
                E\(time) 12345678 a.go:1] "x"

                """)
    }

    @Test func leavesOutWhatIsBeyondTheVerbosity() {
        log(5).write(6, "a.go:1", "x")
        #expect(!log(5).isEnabled(6) && log(6).isEnabled(6))
        #expect(console.error == "")
    }

    @Test(arguments: [
        (LogField("a", .text("x \"y\"")), #"a="x \"y\"""#), (LogField("a", .text("")), #"a="""#),
        (LogField("a", .text("tab\t")), #"a="tab\t""#), (LogField("a", .number(-3)), "a=-3"),
        (LogField("a", .raw("[]")), "a=[]"), (LogField("a", .text("x\ny")), "a=<\n\tx\n\ty\n >"),
        (LogField("a", .text("x\ny\n")), "a=<\n\tx\n\ty\n >"), (LogField("a", .text("x\n\n")), "a=<\n\tx\n\t\n >"),
        (LogField("a", .text("\n")), "a=<\n\t\n >"),
    ])
    func writesFieldsAsKlogDoes(field: LogField, text: String) {
        #expect(field.text == text)
    }

    @Test func aMessageEndsInOneLineBreak() {
        log(0).writePlain(0, "a.go:1", "x\n")
        #expect(console.error.hasSuffix("a.go:1] x\n"))
    }
}
