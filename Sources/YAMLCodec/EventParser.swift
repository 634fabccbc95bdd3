import CYAML

/// libyaml's parser over bytes in memory, one event a call, with go-yaml v2's opinion where the two differ.
struct EventParser: ~Copyable {
    /// A node's properties and place.
    struct Properties {
        var anchor: String?
        var tag: String?
        /// Counted from 0.
        var line: Int
        var style: YAMLNode.Style = []
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

    private enum Collection {
        case block
        case flowSequence
        case flowMapping
        /// The one member of a map without braces in a flow sequence.
        case flowPair
    }

    private let text: SubstitutedText
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let source: UnsafeMutablePointer<EventSource>
    /// Whether the lines of problems are counted as go-yaml v3 does, from the construct a problem is in.
    private let countsFromContext: Bool
    private var collections: [Collection] = []

    /// Begins with `text`, whose bytes are also at `input` and stay there for as long as the parser is used.
    init(_ text: SubstitutedText, _ input: UnsafeBufferPointer<UInt8>, countsFromContext: Bool = false) {
        self.text = text
        self.countsFromContext = countsFromContext
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
    mutating func next() throws(YAMLError) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
        defer { yaml_event_delete(&event) }
        let line = Int(event.start_mark.line)
        switch event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT:
            if let version = event.data.document_start.version_directive, version.pointee.minor != 1 {
                // libyaml also takes YAML 1.2.
                throw .syntax(problem: "found incompatible YAML document", line: line == 0 ? nil : line)
            }
            return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_ALIAS_EVENT: return .alias(Self.string(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT: return try scalar(event)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            collections.append(start.style == YAML_FLOW_SEQUENCE_STYLE ? .flowSequence : .block)
            return .sequenceStart(
                Properties(
                    anchor: Self.string(start.anchor), tag: Self.string(start.tag), line: line,
                    style: start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : []))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            let hasBrace = event.start_mark.index != event.end_mark.index
            let isFlow = start.style == YAML_FLOW_MAPPING_STYLE
            collections.append(isFlow ? hasBrace ? .flowMapping : .flowPair : .block)
            return .mappingStart(
                Properties(
                    anchor: Self.string(start.anchor), tag: Self.string(start.tag), line: line,
                    style: isFlow ? .flow : []))
        case YAML_SEQUENCE_END_EVENT:
            collections.removeLast()
            return .sequenceEnd
        case YAML_MAPPING_END_EVENT:
            collections.removeLast()
            return .mappingEnd
        default: return .streamEnd
        }
    }

    /// The number, in characters, of the place libyaml refuses and go-yaml may not; nil when there is none.
    var disputedCharacter: Int? {
        switch parser.pointee.problem.map({ String(cString: $0) }) {
        case "found unexpected ':'", "found unknown escape character": Int(parser.pointee.problem_mark.index)
        default: nil
        }
    }

    private func scalar(_ event: yaml_event_t) throws(YAMLError) -> Event {
        let scalar = event.data.scalar
        let line = Int(event.start_mark.line)
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        if scalar.style == YAML_PLAIN_SCALAR_STYLE, let collection = collections.last, collection != .block,
            bytes.contains(UInt8(ascii: "?"))
        {
            // In go-yaml a question mark ends a plain scalar here, and nothing may follow one but what libyaml wants.
            let markLine = line + text.linesToQuestionMark(fromCharacter: Int(event.start_mark.index))
            let bracket = collection == .flowMapping ? "}" : "]"
            throw .syntax(
                problem: "did not find expected ',' or '\(bracket)'", line: markLine == 0 ? nil : markLine)
        }
        let value = text.isUnchanged ? String(decoding: bytes, as: UTF8.self) : text.restoring(bytes)
        return .scalar(
            value, isPlain: scalar.plain_implicit != 0,
            Properties(
                anchor: Self.string(scalar.anchor), tag: Self.string(scalar.tag), line: line,
                style: Self.style(scalar.style)))
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLNode.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: []
        }
    }

    private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(decodingCString: $0, as: UTF8.self) }
    }

    /// The parser's finding with the line go-yaml prints.
    private var problem: YAMLError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unknown problem parsing YAML content"
        let problemLine = Int(parser.pointee.problem_mark.line)
        let contextLine = Int(parser.pointee.context_mark.line)
        if countsFromContext {
            let line = contextLine != 0 ? contextLine : problemLine
            let isFromScanner = parser.pointee.error == YAML_SCANNER_ERROR
            return .syntax(problem: problem, line: line == 0 ? nil : isFromScanner ? line + 1 : line)
        }
        guard problemLine == 0 else {
            // go-yaml counts from 0 as libyaml does and corrects that for the scanner's findings alone.
            let isFromScanner = parser.pointee.error == YAML_SCANNER_ERROR
            return .syntax(problem: problem, line: isFromScanner ? problemLine + 1 : problemLine)
        }
        return .syntax(problem: problem, line: contextLine == 0 ? nil : contextLine)
    }
}

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
