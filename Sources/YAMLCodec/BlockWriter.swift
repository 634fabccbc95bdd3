import JSONModel

/// Writes values in YAML's block style to a growing buffer of bytes, exactly as go-yaml v2's emitter does.
///
/// Between two nodes the writer stands at the start of a line. libyaml's emitter is not used because its bytes are others
/// for texts that begin with a byte order mark and for block scalars at the end of a document, and it is slower by half.
struct BlockWriter {
    var output: [UInt8] = []
    /// The column the next character goes to, in characters.
    var column = 0
    /// The column after which a space of a flowing scalar becomes a line break.
    var foldingColumn = 80
    /// Whether integers of more than 63 bits keep their digits.
    var keepsLargeIntegers = false
    /// Whether a string was written that kubectl cannot read back unchanged on its way from JSON to YAML.
    var isChangedByReader = false

    /// What stands before a node on its line.
    private enum Place {
        /// Nothing, at the root.
        case root
        /// The key of a mapping and its colon.
        case key
        /// A "-", a "?", or the ":" after a "?".
        case indicator
    }

    /// Writes a document's root.
    mutating func writeRoot(_ value: JSONValue) {
        write(value, at: .root, indent: 0)
    }

    /// Writes one element of a sequence whose dashes stand in column `indent`.
    mutating func writeElement(_ value: JSONValue, indent: Int) {
        pad(to: indent)
        put(UInt8(ascii: "-"))
        write(value, at: .indicator, indent: indent)
    }

    /// Writes a node that hangs on a mapping or a sequence in column `indent`, and ends its line.
    private mutating func write(_ value: JSONValue, at place: Place, indent: Int) {
        switch value {
        case .null: writeWord("null", at: place)
        case .bool(let flag): writeWord(flag ? "true" : "false", at: place)
        case .number(let number): writeWord(keepsLargeIntegers ? number.wholeYAMLText : number.yamlText, at: place)
        case .string(let text):
            writeScalar(text, spaced: place != .root, indent: indent)
            endLine()
        case .array(let elements): writeSequence(elements, at: place, indent: indent)
        case .object(let object): writeMapping(object, at: place, indent: indent)
        }
    }

    private mutating func writeWord(_ word: String, at place: Place) {
        if place != .root { put(UInt8(ascii: " ")) }
        put(word.utf8.span)
        endLine()
    }

    private mutating func writeSequence(_ elements: [JSONValue], at place: Place, indent: Int) {
        guard !elements.isEmpty else { return writeWord("[]", at: place) }
        // The dashes stand under the key, or right of the indicator.
        if place == .key { endLine() }
        let column = place == .indicator ? indent + 2 : indent
        for element in elements { writeElement(element, indent: column) }
    }

    private mutating func writeMapping(_ object: JSONObject, at place: Place, indent: Int) {
        guard !object.isEmpty else { return writeWord("{}", at: place) }
        if place == .key { endLine() }
        let column = place == .root ? indent : indent + 2
        let members = Array(object)
        for index in NaturalKeyOrder.sorted(members) {
            writeMember(members[index].key, members[index].value, indent: column)
        }
    }

    /// Writes a member of a mapping whose keys stand in column `indent`.
    private mutating func writeMember(_ key: String, _ value: JSONValue, indent: Int) {
        pad(to: indent)
        let traits = ScalarTraits(key.utf8.span)
        if key.isTooLongAsJSONKey { isChangedByReader = true }
        if key.utf8.count <= 128 && !traits.isMultiline {
            writeKey(key, traits)
            put(UInt8(ascii: ":"))
            write(value, at: .key, indent: indent)
        } else {
            put(UInt8(ascii: "?"))
            writeScalar(key, spaced: true, indent: indent)
            endLine()
            pad(to: indent)
            put(UInt8(ascii: ":"))
            write(value, at: .indicator, indent: indent)
        }
    }

    mutating func pad(to indent: Int) {
        if column < indent {
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent - column))
            column = indent
        }
    }

    /// Ends the line unless the scalar just written ended it itself.
    mutating func endLine() {
        if column > 0 {
            output.append(UInt8(ascii: "\n"))
            column = 0
        }
    }
}

extension BlockWriter {
    /// Appends one ASCII character.
    mutating func put(_ byte: UInt8) {
        output.append(byte)
        column += 1
    }

    /// Appends ASCII text without line breaks.
    mutating func put(_ text: Span<UInt8>) {
        text.withUnsafeBufferPointer { output.append(contentsOf: $0) }
        column += text.count
    }
}

extension String {
    /// Whether its JSON text is longer than YAML lets a key be that no "?" marks.
    fileprivate var isTooLongAsJSONKey: Bool {
        // No character takes more than six in JSON.
        utf8.count > 170 && JSONWriter.text(.string(self)).unicodeScalars.count > 1024
    }
}
