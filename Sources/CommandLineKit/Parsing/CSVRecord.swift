/// Why a text is no line of CSV, after Go's `encoding/csv`.
///
/// Go puts `parse error on line 1, column N: ` before the text of the first two; when the record began on an earlier
/// line, `record on line M; ` stands before that.
package enum CSVError: Error, Hashable {
    /// Go: `bare " in non-quoted-field`; line and column count from 1, in bytes.
    case bareQuote(CSVPosition)
    /// Go: `extraneous or missing " in quoted-field`
    case strayQuote(CSVPosition)
    /// Go: `EOF`: nothing but empty lines.
    case noRecord
}

/// Where in a text an error is.
package struct CSVPosition: Hashable, Sendable {
    /// The line the record began on, from 1.
    package let startLine: Int
    /// The line of the error, from 1.
    package let line: Int
    /// The byte of the line, from 1.
    package let column: Int

    package init(startLine: Int, line: Int, column: Int) {
        self.startLine = startLine
        self.line = line
        self.column = column
    }
}

/// One record of CSV, read and written as Go's `encoding/csv` does.
package enum CSVRecord {
    /// The fields of the first record; further records are ignored, as pflag does.
    ///
    /// An empty text has no fields.
    package static func fields(of text: String) throws(CSVError) -> [String] {
        guard !text.isEmpty else { return [] }
        var reader = CSVReader(text)
        return try reader.readRecord()
    }

    /// The fields as one line without its end.
    package static func text(of fields: [String]) -> String {
        fields.map(quotedIfNeeded).joined(separator: ",")
    }

    private static func quotedIfNeeded(_ field: String) -> String {
        guard needsQuotes(field) else { return field }
        var result = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { result.append("\"") }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }

    private static func needsQuotes(_ field: String) -> Bool {
        if field == "\\." { return true }
        if let first = field.unicodeScalars.first, first.properties.isWhitespace { return true }
        return field.unicodeScalars.contains { $0 == "\n" || $0 == "\r" || $0 == "\"" || $0 == "," }
    }
}

/// Reads one record, line by line, since a quoted field may hold line ends.
private struct CSVReader {
    private var rest: ArraySlice<UInt8>
    private var line: ArraySlice<UInt8> = []
    private var lineNumber = 0
    private var column = 1

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let newline = UInt8(ascii: "\n")

    init(_ text: String) { rest = Array(text.utf8)[...] }

    mutating func readRecord() throws(CSVError) -> [String] {
        repeat {
            guard nextLine() else { throw .noRecord }
        } while line.isEmpty || line.elementsEqual([Self.newline])
        let startLine = lineNumber
        column = 1
        var fields: [String] = []
        while true {
            let (field, isLast) =
                line.first == Self.quote
                ? try quotedField(startLine: startLine) : try plainField(startLine: startLine)
            fields.append(String(decoding: field, as: UTF8.self))
            if isLast { return fields }
        }
    }

    private mutating func plainField(startLine: Int) throws(CSVError) -> (bytes: ArraySlice<UInt8>, isLast: Bool) {
        let comma = line.firstIndex(of: Self.comma)
        let field = comma.map { line[..<$0] } ?? (line.last == Self.newline ? line.dropLast() : line)
        if let quote = field.firstIndex(of: Self.quote) {
            throw .bareQuote(
                CSVPosition(startLine: startLine, line: lineNumber, column: column + quote - line.startIndex))
        }
        guard comma != nil else { return (field, true) }
        advance(field.count + 1)
        return (field, false)
    }

    private mutating func quotedField(startLine: Int) throws(CSVError) -> (bytes: ArraySlice<UInt8>, isLast: Bool) {
        var field: ArraySlice<UInt8> = []
        advance(1)
        while true {
            guard let quote = line.firstIndex(of: Self.quote) else {
                let position = CSVPosition(startLine: startLine, line: lineNumber, column: column + line.count)
                field += line
                guard nextLine() else { throw .strayQuote(position) }
                column = 1
                continue
            }
            field += line[..<quote]
            advance(quote - line.startIndex + 1)
            switch line.first {
            case Self.quote:
                field.append(Self.quote)
                advance(1)
            case Self.comma:
                advance(1)
                return (field, false)
            case nil:
                return (field, true)
            case Self.newline where line.count == 1:
                return (field, true)
            default:
                throw .strayQuote(CSVPosition(startLine: startLine, line: lineNumber, column: column - 1))
            }
        }
    }

    private mutating func advance(_ count: Int) {
        line = line.dropFirst(count)
        column += count
    }

    /// Takes the next line with its end, `\r\n` turned into `\n`; false at the end of the text.
    private mutating func nextLine() -> Bool {
        guard !rest.isEmpty else { return false }
        let end = rest.firstIndex(of: Self.newline).map { $0 + 1 } ?? rest.endIndex
        line = rest[..<end]
        rest = rest[end...]
        lineNumber += 1
        let carriageReturn = UInt8(ascii: "\r")
        if line.last == Self.newline {
            if line.dropLast().last == carriageReturn { line = line.dropLast(2) + [Self.newline] }
        } else if line.last == carriageReturn {
            line = line.dropLast()
        }
        return true
    }
}
