import JSONModel

/// Reads a pod list in pieces as they come from a connection, and writes it.
enum JSONBenchmark {
    static func run(_ arguments: [String]) {
        let megabytes = arguments.first.flatMap { Int($0) } ?? 30
        let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 9
        // Before anything else has left memory behind.
        tellMemory(of: PodListText(bytes: megabytes * 1_000_000, .replicas))
        print("\(rounds) rounds each, processor time, in pieces of \(pieceSize / 1024) KiB")
        for (name, variety) in [
            ("pods of 40 applications", PodListText.Variety.replicas), ("distinct pods", .distinct),
        ] {
            let list = PodListText(bytes: megabytes * 1_000_000, variety)
            print("\(name): \(list.bytes.count) bytes, \(list.podCount) pods")
            if !arguments.contains("write") { read(list, rounds: rounds) }
        }
        write(PodListText(bytes: megabytes * 1_000_000, .replicas), rounds: rounds)
    }

    private static func read(_ list: PodListText, rounds: Int) {
        let parsing = Measurement(rounds: rounds) { parse(list.bytes) }
        print("  tree:  \(parsing.throughput(bytes: list.bytes.count))")
        let handingOut = Measurement(rounds: rounds) { countItems(list.bytes) }
        print("  items: \(handingOut.throughput(bytes: list.bytes.count)), each dropped at once")
    }

    private static func tellMemory(of list: PodListText) {
        let memory = Measurement.memory()
        let tree = parse(list.bytes)
        let used = Measurement.memory() - memory
        withExtendedLifetime(tree) {}
        print("memory: \(used / list.podCount) bytes a pod for \(list.bytes.count / list.podCount) bytes of text")
    }

    private static func write(_ list: PodListText, rounds: Int) {
        let tree = parse(list.bytes)
        for (name, style) in [("compact", JSONStyle.compact), ("indented", .indented), ("sorted", .indentedSorted)] {
            var counter = ByteCounter()
            JSONWriter.write(tree, style: style, into: &counter)
            let writing = Measurement(rounds: rounds) {
                var counter = ByteCounter()
                JSONWriter.write(tree, style: style, into: &counter)
            }
            print("write: \(writing.throughput(bytes: counter.count)) (\(name))")
        }
    }

    private struct ByteCounter: TextOutputStream {
        var count = 0
        mutating func write(_ string: String) { count += string.utf8.count }
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
