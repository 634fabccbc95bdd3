import JSONModel
import YAMLCodec

/// Reads the documents of one source, JSON or YAML or both, as apimachinery's `YAMLOrJSONDecoder` does.
///
/// A text that begins with a brace is read as JSON values one after another. Where that fails at the first or second
/// value, the rest is read as YAML; if that fails at once too, the error is the one of JSON.
struct DocumentReader {
    /// How far kubectl looks for the brace, in bytes.
    private static let lookahead = 4096

    private enum Mode {
        case json
        case yaml(DocumentSplitter)
    }

    private let source: ManifestSource
    private let bytes: [UInt8]
    private var mode: Mode
    private var values: ArraySlice<JSONValue> = []
    private var jsonError: JSONError?
    /// Where the JSON values read so far end.
    private var offset = 0
    private var line = 1
    private var count = 0

    init(_ source: ManifestSource, _ bytes: [UInt8]) {
        self.source = source
        self.bytes = bytes
        let start = String(decoding: bytes.prefix(Self.lookahead), as: UTF8.self).unicodeScalars
        guard start.first(where: { !$0.properties.isWhitespace }) == "{" else {
            mode = .yaml(DocumentSplitter(bytes))
            return
        }
        mode = .json
        let reader = JSONSequenceReader()
        do throws(JSONError) {
            values = try reader.append(bytes)[...]
            values += try reader.finish()
        } catch {
            values += reader.takeCompleted()
            jsonError = error
        }
    }

    /// The next document that is not null; nil at the end of the source.
    mutating func next() throws(ManifestError) -> ManifestDocument? {
        while let document = try nextOrNull() {
            if !document.value.isNull { return document }
        }
        return nil
    }

    private mutating func nextOrNull() throws(ManifestError) -> ManifestDocument? {
        guard case .json = mode else { return try nextYAML() }
        if let value = values.popFirst() { return takeJSON(value) }
        guard let jsonError else { return nil }
        let failure = ManifestError.json(source: source.name, jsonError, isLate: count > 1)
        guard count < 2, let start = startOfYAML() else { throw failure }
        mode = .yaml(DocumentSplitter(Array(bytes[start...]), firstLine: line))
        do throws(ManifestError) { return try nextYAML() } catch { throw failure }
    }

    private mutating func takeJSON(_ value: JSONValue) -> ManifestDocument {
        let range = JSONExtent.ofValue(in: bytes, from: offset)
        line += bytes[offset..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
        count += 1
        let document = ManifestDocument(source: source, number: count, line: line, value: value, text: bytes[range])
        line += bytes[range].count { $0 == UInt8(ascii: "\n") }
        offset = range.upperBound
        return document
    }

    /// Where YAML may begin after JSON: behind white space up to and with the first line end; nil where less than a
    /// rune's room is left, in which kubectl does not look.
    private mutating func startOfYAML() -> Int? {
        var start = offset
        while bytes.count - start >= 4 {
            let rest = String(decoding: bytes[start..<start + 4], as: UTF8.self).unicodeScalars
            guard let first = rest.first, first != "\u{FFFD}" else { return nil }
            guard first.properties.isWhitespace else { return start }
            start += UTF8.width(first)
            if first == "\n" {
                line += 1
                return start
            }
        }
        return nil
    }

    private mutating func nextYAML() throws(ManifestError) -> ManifestDocument? {
        guard case .yaml(var splitter) = mode else { return nil }
        do throws(YAMLError) {
            let text = try splitter.next()
            mode = .yaml(splitter)
            guard let text else { return nil }
            count += 1
            let value = try YAMLDecoder.decodeFirst(text.bytes)
            return ManifestDocument(source: source, number: count, line: text.contentLine, value: value)
        } catch {
            throw .yaml(source: source.name, error)
        }
    }
}
