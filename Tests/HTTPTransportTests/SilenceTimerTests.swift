import Testing

@testable import HTTPTransport

struct SilenceTimerTests {
    @Test func looksSoonAfterAnEventAndSeldomAfterNone() {
        var timer = SilenceTimer()
        #expect(timer.interval == 1)
        var intervals: [Int32] = []
        for _ in 0..<16 {
            timer.note(false)
            intervals.append(timer.interval)
        }
        #expect(intervals == [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 10_000, 10_000, 10_000])
        timer.note(true)
        #expect(timer.interval == 1)
    }
}
