/// A JSON text with a line for each member, its values as they are written (Go's `json.Indent`).
enum IndentedJSON {
    /// The text, indented by two spaces; blanks before it are left out and those behind it stay.
    static func bytes(_ text: [UInt8]) -> [UInt8] {
        var indented: [UInt8] = []
        var depth = 0
        var isOpened = false
        var index = text.startIndex
        func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
        let end = (text.lastIndex { !isBlank($0) } ?? -1) + 1
        func newLine() {
            indented.append(UInt8(ascii: "\n"))
            indented.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
        }
        while index < end {
            let byte = text[index]
            index += 1
            if isBlank(byte) { continue }
            let closes = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            if isOpened, !closes {
                depth += 1
                newLine()
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                indented.append(byte)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if !isOpened {
                    depth -= 1
                    newLine()
                }
                indented.append(byte)
            case UInt8(ascii: ","):
                indented.append(byte)
                newLine()
            case UInt8(ascii: ":"):
                indented += [byte, UInt8(ascii: " ")]
            case UInt8(ascii: "\""):
                let start = index - 1
                while index < end, text[index] != UInt8(ascii: "\"") {
                    index += text[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                index = min(index + 1, end)
                indented += text[start..<index]
            default:
                indented.append(byte)
            }
            isOpened = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
        }
        return indented + text[end...]
    }
}
