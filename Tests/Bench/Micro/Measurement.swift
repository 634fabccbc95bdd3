import Glibc

/// The processor time of several rounds of the same work, so that other programs on the machine count little.
struct Measurement {
    /// In seconds, in ascending order.
    let rounds: [Double]

    /// Runs `work` once to warm up and then `rounds` times; `discard` takes what it made, outside the time measured.
    init<Result>(rounds: Int, discard: (Result) -> Void = { _ in }, _ work: () -> Result) {
        discard(work())
        self.rounds = (0..<max(rounds, 1)).map { _ in
            let start = Self.processorTime()
            let result = work()
            let time = Self.processorTime() - start
            discard(result)
            return time
        }.sorted()
    }

    /// "best 412 MB/s, median 405 MB/s" for `bytes` a round; a megabyte is a million bytes.
    func throughput(bytes: Int) -> String {
        func rate(_ seconds: Double) -> Int { Int(Double(bytes) / 1e6 / seconds) }
        return "best \(rate(rounds[0])) MB/s, median \(rate(rounds[rounds.count / 2])) MB/s"
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory the process has had so far, in bytes.
    static func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) * 1024
    }
}
