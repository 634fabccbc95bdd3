import Glibc
import SystemIO
import Testing

/// What can be tested of the console without the descriptors 0 to 2, which belong to the test runner here.
@Suite struct StandardConsoleTests {
    @Test func systemClockIsTheTime() {
        let now = SystemClock().nanosecondsSinceEpoch()
        #expect(abs(now / 1_000_000_000 - Int64(time(nil))) <= 1)
    }

    @Test func terminalStateOfTheRunnerHasNoColumnsWithoutATerminal() {
        let state = StandardConsole().terminal
        #expect(state.outputIsTerminal || state.columns == nil)
    }
}
