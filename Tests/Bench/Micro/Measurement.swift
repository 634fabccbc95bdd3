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

    /// The memory of the process that is in use, in bytes.
    static func memory() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let fields = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
            separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
    }
}
