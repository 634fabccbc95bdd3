import CYAML

/// What libyaml has not read yet.
private struct EventSource {
    /// The size of go-yaml's raw buffer, whose filling decides whether a bad byte or bad syntax is found first.
    static let chunkSize = 512
    /// The size of libyaml's raw buffer, all of which it asks for, but for bytes it has left.
    static let bufferSize = 16384

    var rest: Slice<UnsafeBufferPointer<UInt8>>
}

/// Hands libyaml its next chunk; the signature is that of `yaml_read_handler_t`.
private func readEventSource(
    _ data: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<UInt8>?, _ size: Int,
    _ sizeRead: UnsafeMutablePointer<Int>?
) -> Int32 {
    guard let source = data?.assumingMemoryBound(to: EventSource.self), let buffer, let sizeRead else { return 0 }
    let leftOver = max(0, EventSource.bufferSize - size)
    let chunk = source.pointee.rest.prefix(max(0, min(size, EventSource.chunkSize - leftOver)))
    _ = UnsafeMutableBufferPointer(start: buffer, count: size).initialize(from: chunk)
    sizeRead.pointee = chunk.count
    source.pointee.rest = source.pointee.rest.dropFirst(chunk.count)
    return 1
}

/// libyaml's parser over bytes in memory, one event a call.
struct EventParser: ~Copyable {
    /// A node's properties and place.
    struct Properties {
        var anchor: String?
        var tag: String?
        /// Counted from 0.
        var line: Int
    }

    /// What libyaml finds, in the order of the text.
    enum Event {
        case streamStart
        case streamEnd
        case documentStart
        case documentEnd
        case alias(String)
        /// `isPlain` tells whether the text is to be resolved where there is no tag.
        case scalar(String, isPlain: Bool, Properties)
        case sequenceStart(Properties)
        case sequenceEnd
        case mappingStart(Properties)
        case mappingEnd
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let source: UnsafeMutablePointer<EventSource>

    /// Begins with `input`, which must stay where it is for as long as the parser is used.
    init(_ input: UnsafeBufferPointer<UInt8>) {
        source = .allocate(capacity: 1)
        source.initialize(to: EventSource(rest: input[...]))
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_input(parser, readEventSource, source)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        source.deinitialize(count: 1)
        source.deallocate()
    }

    /// Reads up to the next event; throws `.syntax`.
    func next() throws(YAMLError) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
        defer { yaml_event_delete(&event) }
        let line = Int(event.start_mark.line)
        switch event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_ALIAS_EVENT: return .alias(Self.text(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return .scalar(
                String(decoding: bytes, as: UTF8.self), isPlain: scalar.plain_implicit != 0,
                Properties(anchor: Self.text(scalar.anchor), tag: Self.text(scalar.tag), line: line))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return .sequenceStart(
                Properties(anchor: Self.text(start.anchor), tag: Self.text(start.tag), line: line))
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return .mappingStart(Properties(anchor: Self.text(start.anchor), tag: Self.text(start.tag), line: line))
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        default: return .streamEnd
        }
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(decodingCString: $0, as: UTF8.self) }
    }

    /// The parser's finding with the line go-yaml prints.
    private var problem: YAMLError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unknown problem parsing YAML content"
        let problemLine = Int(parser.pointee.problem_mark.line)
        let contextLine = Int(parser.pointee.context_mark.line)
        guard problemLine == 0 else {
            // go-yaml counts from 0 as libyaml does and corrects that for the scanner's findings alone.
            let isFromScanner = parser.pointee.error == YAML_SCANNER_ERROR
            return .syntax(problem: problem, line: isFromScanner ? problemLine + 1 : problemLine)
        }
        return .syntax(problem: problem, line: contextLine == 0 ? nil : contextLine)
    }
}
