/// Tells what a body is by its first bytes, as Go's `http.DetectContentType` (the WHATWG's MIME Sniffing Standard).
enum ContentSniffer {
    /// How many bytes count.
    static let window = 512

    static func type(of bytes: [UInt8]) -> String {
        let data = bytes.prefix(window)
        let text = data.drop(while: isSpace)
        if htmlTags.contains(where: { isTag($0, text) }) { return "text/html; charset=utf-8" }
        if text.starts(with: "<?xml".utf8) { return "text/xml; charset=utf-8" }
        for signature in signatures where signature.fits(data) { return signature.type }
        if isMP4(Array(data)) { return "video/mp4" }
        for signature in fontsAndArchives where signature.fits(data) { return signature.type }
        return text.contains(where: isBinary) ? "application/octet-stream" : "text/plain; charset=utf-8"
    }

    /// Bytes at certain places.
    private struct Signature {
        let parts: [(offset: Int, bytes: [UInt8])]
        let type: String
        /// How many bytes there must be, whatever they are.
        let least: Int

        init(_ type: String, _ bytes: [UInt8], _ more: (offset: Int, text: String)..., least: Int = 0) {
            self.type = type
            self.least = least
            parts = [(0, bytes)] + more.map { ($0.offset, Array($0.text.utf8)) }
        }

        init(_ type: String, _ text: String, _ more: (offset: Int, text: String)...) {
            self.type = type
            least = 0
            parts = [(0, Array(text.utf8))] + more.map { ($0.offset, Array($0.text.utf8)) }
        }

        func fits(_ data: ArraySlice<UInt8>) -> Bool {
            data.count >= least && parts.allSatisfy { data.dropFirst($0.offset).starts(with: $0.bytes) }
        }
    }

    private static let signatures = [
        Signature("application/pdf", "%PDF-"), Signature("application/postscript", "%!PS-Adobe-"),
        Signature("text/plain; charset=utf-16be", [0xFE, 0xFF], least: 4),
        Signature("text/plain; charset=utf-16le", [0xFF, 0xFE], least: 4),
        Signature("text/plain; charset=utf-8", [0xEF, 0xBB, 0xBF], least: 4),
        Signature("image/x-icon", [0, 0, 1, 0]), Signature("image/x-icon", [0, 0, 2, 0]), Signature("image/bmp", "BM"),
        Signature("image/gif", "GIF87a"), Signature("image/gif", "GIF89a"),
        Signature("image/webp", "RIFF", (8, "WEBPVP")),
        Signature("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        Signature("image/jpeg", [0xFF, 0xD8, 0xFF]), Signature("audio/aiff", "FORM", (8, "AIFF")),
        Signature("audio/mpeg", "ID3"), Signature("application/ogg", "OggS\0"),
        Signature("audio/midi", "MThd\0\0\0\u{06}"), Signature("video/avi", "RIFF", (8, "AVI ")),
        Signature("audio/wave", "RIFF", (8, "WAVE")),
    ]

    private static let fontsAndArchives = [
        Signature("video/webm", [0x1A, 0x45, 0xDF, 0xA3]),
        Signature("application/vnd.ms-fontobject", [], (34, "LP")),
        Signature("font/ttf", [0, 1, 0, 0]), Signature("font/otf", "OTTO"), Signature("font/collection", "ttcf"),
        Signature("font/woff", "wOFF"), Signature("font/woff2", "wOF2"),
        Signature("application/x-gzip", [0x1F, 0x8B, 0x08]), Signature("application/zip", "PK\u{03}\u{04}"),
        Signature("application/x-rar-compressed", "Rar!\u{1A}\u{07}\0"),
        Signature("application/x-rar-compressed", "Rar!\u{1A}\u{07}\u{01}\0"),
        Signature("application/wasm", "\0asm"),
    ]

    private static let htmlTags = [
        "<!DOCTYPE HTML", "<HTML", "<HEAD", "<SCRIPT", "<IFRAME", "<H1", "<DIV", "<FONT", "<TABLE", "<A", "<STYLE",
        "<TITLE", "<B", "<BODY", "<BR", "<P", "<!--",
    ].map { Array($0.utf8) }

    /// Whether the text begins with the tag, in any case, and a space or a bracket behind it.
    private static func isTag(_ tag: [UInt8], _ text: ArraySlice<UInt8>) -> Bool {
        guard text.count > tag.count else { return false }
        for (expected, found) in zip(tag, text) {
            let isLetter = (0x41...0x5A).contains(expected)
            guard isLetter ? found & 0xDF == expected : found == expected else { return false }
        }
        let next = text[text.startIndex + tag.count]
        return next == UInt8(ascii: " ") || next == UInt8(ascii: ">")
    }

    private static func isMP4(_ data: [UInt8]) -> Bool {
        guard data.count >= 12 else { return false }
        let size = data[..<4].reduce(0) { $0 << 8 | Int($1) }
        guard data.count >= size, size % 4 == 0, data[4..<8].elementsEqual("ftyp".utf8) else { return false }
        // The four bytes at 12 are a version and no brand.
        return stride(from: 8, to: size, by: 4).contains { place in
            place != 12 && data[place..<min(place + 3, data.count)].elementsEqual("mp4".utf8)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }

    private static func isBinary(_ byte: UInt8) -> Bool {
        byte <= 0x08 || byte == 0x0B || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte)
    }
}
