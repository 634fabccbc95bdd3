/// Makes the text of a string from the bytes between its quotes.
///
/// As in Go's `encoding/json`, each byte that is not part of valid UTF-8 becomes U+FFFD, and so does each `\u` escape
/// of a surrogate that is not half of a pair.
struct JSONStringDecoder {
    private var scratch: [UInt8] = []

    /// The text of `raw`, whose escapes are known to be well formed.
    mutating func decode(_ raw: UnsafeRawBufferPointer, hasEscape: Bool, isASCII: Bool) -> String {
        if !hasEscape {
            if isASCII { return String(decoding: raw, as: UTF8.self) }
            if let text = String(validating: raw, as: UTF8.self) { return text }
        }
        scratch.removeAll(keepingCapacity: true)
        scratch.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            let byte = raw[index]
            if byte == UInt8(ascii: "\\") {
                index = appendEscape(raw, at: index)
            } else if byte < 0x80 {
                scratch.append(byte)
                index += 1
            } else if case .valid(let length) = UTF8Character.length(.init(rebasing: raw[index...])) {
                scratch.append(contentsOf: raw[index..<index + length])
                index += length
            } else {
                append(replacement)
                index += 1
            }
        }
        return String(decoding: scratch, as: UTF8.self)
    }

    private var replacement: Unicode.Scalar { "\u{FFFD}" }

    private mutating func append(_ scalar: Unicode.Scalar) {
        scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// Appends what the escape at `index` stands for and returns the place after it.
    private mutating func appendEscape(_ raw: UnsafeRawBufferPointer, at index: Int) -> Int {
        switch raw[index + 1] {
        case UInt8(ascii: "b"): scratch.append(0x08)
        case UInt8(ascii: "f"): scratch.append(0x0C)
        case UInt8(ascii: "n"): scratch.append(0x0A)
        case UInt8(ascii: "r"): scratch.append(0x0D)
        case UInt8(ascii: "t"): scratch.append(0x09)
        case UInt8(ascii: "u"):
            let unit = codeUnit(raw, at: index) ?? 0xFFFD
            if let scalar = Unicode.Scalar(unit) {
                append(scalar)
                return index + 6
            }
            if unit < 0xDC00, let low = codeUnit(raw, at: index + 6), 0xDC00...0xDFFF ~= low,
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
            {
                append(scalar)
                return index + 12
            }
            append(replacement)
            return index + 6
        case let itself: scratch.append(itself)
        }
        return index + 2
    }

    /// The UTF-16 code unit of the `\u` escape at `index`; nil when there is none.
    private func codeUnit(_ raw: UnsafeRawBufferPointer, at index: Int) -> UInt32? {
        guard index + 6 <= raw.count, raw[index] == UInt8(ascii: "\\"), raw[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt32 = 0
        for position in index + 2..<index + 6 {
            guard let digit = raw[position].hexValue else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
