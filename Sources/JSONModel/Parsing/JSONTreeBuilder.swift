/// The parsing machine: fed bytes in pieces, it builds values and sets finished ones aside.
///
/// It keeps its own stack, so that nesting costs no stack of the thread. A token that is cut by the end of a piece is
/// taken up again, where the search for its end stopped, when the next piece is there.
struct JSONTreeBuilder: ~Copyable {
    /// Which values are set aside as soon as they are complete.
    enum Mode {
        /// One document, and nothing but white space after it.
        case document
        /// Any number of documents, one after another.
        case sequence
        /// The elements of the array that is the member of this name in the document.
        case list(String)
    }

    /// What has to come next.
    enum Expectation {
        case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, end
    }

    /// How far a token has been read whose end is not there yet.
    enum CutToken {
        case string(StringScan)
        case number(NumberScan, length: Int)
    }

    let mode: Mode
    let options: JSONParsingOptions

    var expectation = Expectation.value
    var current = JSONFrame(.document, base: 0, start: 0, line: 1)
    var parents = MoveStack<JSONFrame>()
    var keys = MoveStack<String>()
    var values = MoveStack<JSONValue>()
    var keyHashes = MoveStack<UInt32>()
    var keyTexts = JSONStringTable()
    var texts = JSONStringTable()
    var parts = JSONPartTable()

    /// The depth at which complete values are set aside instead of becoming part of others.
    var harvestDepth = 0
    var harvest: [JSONValue] = []
    /// The document when it is complete, except in a sequence.
    var document: JSONValue?

    /// A token whose end has not been found; positions count from its first byte.
    var cutToken: CutToken?
    var failure: JSONError?
    var hasFailed = false
    /// How many bytes came before the first byte of the piece at hand.
    var offset = 0
    var line = 1
    /// The offset of the first byte of the line.
    var lineStart = 0
    /// The offset up to which everything has been set aside.
    var harvestedOffset = 0

    init(_ mode: Mode, options: JSONParsingOptions) {
        self.mode = mode
        self.options = options
    }

    /// The values set aside since the last call.
    mutating func takeHarvest() -> [JSONValue] {
        if harvest.isEmpty { return [] }
        let taken = harvest
        harvest = []
        return taken
    }

    /// The complete members of a document that is still open; empty when it is not an object.
    func openMembers() -> JSONObject {
        guard let root = openRoot, root.kind == .object else {
            return JSONObject()
        }
        let end = parents.count > 2 ? parents[2].base : parents.count == 2 ? current.base : values.count
        return JSONObject((root.base..<end).map { (key: keys[$0], value: values[$0]) })
    }

    var openRoot: JSONFrame? {
        parents.count > 1 ? parents[1] : parents.count == 1 ? current : nil
    }

    /// Takes in bytes and returns how many of them are done with; the others are to come again, with more after them.
    mutating func consume(_ bytes: UnsafeRawBufferPointer, atEnd: Bool) throws(JSONError) -> Int {
        let consumed = run(JSONScanner(bytes), atEnd: atEnd)
        if let failure { throw failure }
        let pending = bytes.count - consumed
        offset += consumed
        if let limit = options.byteLimit, offset + pending - harvestedOffset > limit { throw .tooLarge(limit: limit) }
        if atEnd, pending > 0 || !isBetweenDocuments { throw .unexpectedEnd(at: position(pending)) }
        return consumed
    }

    var isBetweenDocuments: Bool {
        if case .sequence = mode { parents.count == 0 } else { document != nil }
    }

    func position(_ index: Int) -> JSONPosition {
        let place = offset + index
        return JSONPosition(offset: place, line: line, column: place - lineStart + 1)
    }
}
