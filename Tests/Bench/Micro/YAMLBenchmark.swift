import JSONModel
import YAMLCodec

/// Writes a pod list as YAML, item by item, and reads a part of it back.
enum YAMLBenchmark {
    static func run(_ arguments: [String]) {
        let megabytes = arguments.first.flatMap { Int($0) } ?? 30
        let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 9
        let list = PodListText(bytes: megabytes * 1_000_000, .replicas)
        // The text is made here; were it no JSON, there would be no items to write.
        let items = (try? JSONParser.parse(list.bytes))?["items"]?.array ?? []
        print("\(rounds) rounds each, processor time: \(list.bytes.count) bytes of JSON, \(items.count) pods")

        let written = write(items)
        let writing = Measurement(rounds: rounds) { write(items).count }
        print("write: \(writing.throughput(bytes: written.count)) of YAML")

        let part = Array(write(items.prefix(200)))
        let reading = Measurement(rounds: rounds) { read(part) }
        print("read:  \(reading.throughput(bytes: part.count)) of YAML")
    }

    private static func write(_ items: some Sequence<JSONValue>) -> [UInt8] {
        var bytes: [UInt8] = []
        for item in items {
            do { bytes += try YAMLEmitter.elementBytes(item) } catch { print("an item cannot be written: \(error)") }
        }
        return bytes
    }

    private static func read(_ bytes: [UInt8]) -> JSONValue {
        do { return try YAMLDecoder.decodeFirst(bytes) } catch {
            print("the text is no YAML: \(error)")
            return .null
        }
    }
}
