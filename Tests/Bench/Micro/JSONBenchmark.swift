import JSONModel

/// Reads a pod list in pieces as they come from a connection, and writes it.
enum JSONBenchmark {
    static func run(_ arguments: [String]) {
        let megabytes = arguments.first.flatMap { Int($0) } ?? 30
        let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 9
        let list = PodListText(bytes: megabytes * 1_000_000)
        print("pod list: \(list.bytes.count) bytes, \(list.podCount) pods, \(rounds) rounds, processor time")

        let memoryBefore = Measurement.peakMemory()
        let tree = parse(list.bytes)
        let memory = Measurement.peakMemory() - memoryBefore
        let perPod = list.bytes.count / list.podCount
        print("tree:    \(memory / list.podCount) bytes of memory a pod for \(perPod) bytes of text")

        let parsing = Measurement(rounds: rounds) { parse(list.bytes) }
        print("parse:   \(parsing.throughput(bytes: list.bytes.count))")
        let handingOut = Measurement(rounds: rounds) { countItems(list.bytes) }
        print("list:    \(handingOut.throughput(bytes: list.bytes.count)) (handing out items, dropping them)")

        if arguments.contains("read") { return }
        for (name, style) in [("compact", JSONStyle.compact), ("indented", .indented), ("sorted", .indentedSorted)] {
            let size = JSONWriter.bytes(tree, style: style).count
            let writing = Measurement(rounds: rounds) { JSONWriter.bytes(tree, style: style).count }
            print("write:   \(writing.throughput(bytes: size)) (\(name))")
        }
    }

    private static let pieceSize = 64 * 1024

    private static func parse(_ bytes: [UInt8]) -> JSONValue {
        let parser = JSONStreamParser()
        do {
            for start in stride(from: 0, to: bytes.count, by: pieceSize) {
                try parser.append(bytes.span.extracting(start..<min(start + pieceSize, bytes.count)))
            }
            return try parser.finish()
        } catch {
            print("the generated list is no JSON: \(error)")
            return .null
        }
    }

    private static func countItems(_ bytes: [UInt8]) -> Int {
        let reader = JSONListReader(elementsOf: "items")
        var count = 0
        do {
            for start in stride(from: 0, to: bytes.count, by: pieceSize) {
                count += try reader.append(bytes.span.extracting(start..<min(start + pieceSize, bytes.count))).count
            }
            _ = try reader.finish()
        } catch {
            print("the generated list is no JSON: \(error)")
        }
        return count
    }
}
