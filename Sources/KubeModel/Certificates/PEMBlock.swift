import StdlibExtensions

/// Bytes with their type in a textual form (RFC 7468).
struct PEMBlock {
    let type: String
    let bytes: [UInt8]

    /// Finds the first whole block of a text; nil where there is none.
    init?(first text: [UInt8]) {
        var lines = Self.lines(of: text)[...]
        self.init(next: &lines)
    }

    /// All whole blocks of a text.
    static func all(in text: [UInt8]) -> [PEMBlock] {
        var lines = lines(of: text)[...]
        var blocks: [PEMBlock] = []
        while let block = PEMBlock(next: &lines) { blocks.append(block) }
        return blocks
    }

    /// Takes the next whole block from the lines of a text; nil where there is none.
    private init?(next lines: inout ArraySlice<String>) {
        while let begin = lines.firstIndex(where: { Self.type(of: $0, mark: "-----BEGIN ") != nil }) {
            let type = Self.type(of: lines[begin], mark: "-----BEGIN ")
            lines = lines[(begin + 1)...]
            guard let type, let end = lines.firstIndex(where: { Self.type(of: $0, mark: "-----END ") == type })
            else { continue }
            let body = lines[..<end].filter { !$0.utf8.contains(UInt8(ascii: ":")) }.joined()
            guard case .success(let bytes) = Base64.decode(body.filter { $0 != " " && $0 != "\t" }) else { continue }
            lines = lines[(end + 1)...]
            self.type = type
            self.bytes = bytes
            return
        }
        return nil
    }

    private static func lines(of text: [UInt8]) -> [String] {
        text.split { $0 == 0x0a || $0 == 0x0d }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func type(of line: String, mark: String) -> String? {
        var line = line[...]
        while line.hasSuffix(" ") || line.hasSuffix("\t") { line.removeLast() }
        guard line.hasPrefix(mark), line.hasSuffix("-----"), line.utf8.count >= mark.utf8.count + 5 else { return nil }
        return String(line.dropFirst(mark.count).dropLast(5))
    }
}
