package import JSONModel

/// A document of a YAML stream.
package struct YAMLDocument: Sendable, Hashable {
    package let value: JSONValue
    /// The line of the stream on which the document's text begins, counted from 1.
    package let line: Int

    package init(value: JSONValue, line: Int) {
        self.value = value
        self.line = line
    }
}

/// Reads YAML as kubectl does, through `sigs.k8s.io/yaml` and go-yaml v2: YAML 1.1, turned into JSON.
///
/// Keys that are no strings become strings; of keys that are there twice the last one wins.
package enum YAMLDecoder {
    /// What becomes of a key that is there more than once in a map.
    package enum RepeatedKeys: Sendable, Hashable {
        /// The last one wins, as kubectl has it everywhere.
        case lastWins
        /// They are an error, as in Go's `UnmarshalStrict`.
        case refused
    }

    /// Reads all documents of a stream, which lines that begin with `---` divide; empty ones are null.
    package static func decode(_ bytes: [UInt8]) throws(YAMLError) -> [YAMLDocument] {
        var splitter = DocumentSplitter(bytes)
        var documents: [YAMLDocument] = []
        while let text = try splitter.next() {
            documents.append(YAMLDocument(value: try decodeFirst(text.bytes), line: text.line))
        }
        return documents
    }

    /// Reads the first document and nothing after it, as Go's `yaml.Unmarshal` does; null where there is none.
    package static func decodeFirst(
        _ bytes: [UInt8], repeatedKeys: RepeatedKeys = .lastWins
    ) throws(YAMLError) -> JSONValue {
        var text = SubstitutedText(bytes)
        var work = 0
        while true {
            let outcome = attempt(text, repeatedKeys: repeatedKeys)
            work += text.bytes.count + 4096
            guard let character = outcome.disputedCharacter, work < workLimit, text.replace(atCharacter: character)
            else { return try outcome.result.get() }
        }
    }

    /// How many bytes are parsed anew, for the sake of places that only libyaml refuses, before it has its way.
    private static let workLimit = 64 << 20

    private static func attempt(
        _ text: SubstitutedText, repeatedKeys: RepeatedKeys
    ) -> (result: Result<JSONValue, YAMLError>, disputedCharacter: Int?) {
        text.bytes.withUnsafeBufferPointer { input in
            var parser = EventParser(text, input)
            do throws(YAMLError) {
                return (.success(try build(from: &parser, repeatedKeys: repeatedKeys)), nil)
            } catch {
                return (.failure(error), parser.disputedCharacter)
            }
        }
    }

    private static func build(
        from parser: inout EventParser, repeatedKeys: RepeatedKeys
    ) throws(YAMLError) -> JSONValue {
        var builder = DocumentBuilder(refusesRepeatedKeys: repeatedKeys == .refused)
        while true {
            let event = try parser.next()
            switch event {
            case .streamEnd, .documentEnd: return try builder.finish()
            default: try builder.add(event)
            }
        }
    }
}
