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
        let result: Result<JSONValue, YAMLError> = bytes.withUnsafeBufferPointer { input in
            do throws(YAMLError) {
                return .success(try build(from: EventParser(input), repeatedKeys: repeatedKeys))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func build(
        from parser: consuming EventParser, repeatedKeys: RepeatedKeys
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
