import StdlibExtensions

/// A string as Go has it: any bytes, mostly UTF-8.
///
/// Templates can cut characters apart (`slice`) and decode base64 to what is no text, and print the bytes as they are.
struct GoString: Hashable, Sendable {
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    /// The text; U+FFFD stands for what is no UTF-8.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// How many characters it has; a byte that begins none counts as one.
    var runeCount: Int {
        var count = 0
        var index = 0
        while index < bytes.count {
            index += Rune(at: index, of: bytes).width
            count += 1
        }
        return count
    }

    /// The first `count` characters.
    func prefix(runes count: Int) -> GoString {
        var index = 0
        var left = count
        while index < bytes.count, left > 0 {
            index += Rune(at: index, of: bytes).width
            left -= 1
        }
        return index == bytes.count ? self : GoString(Array(bytes[..<index]))
    }
}

/// One character of a Go string.
struct Rune {
    /// Nil for a byte that begins no character.
    let scalar: Unicode.Scalar?
    /// How many bytes it takes.
    let width: Int

    /// The character that begins at `index`, which is inside of `bytes`; by the rules of RFC 3629.
    init(at index: Int, of bytes: ArraySlice<UInt8>) {
        let lead = bytes[index]
        if lead < 0x80 {
            self.init(scalar: Unicode.Scalar(lead), width: 1)
            return
        }
        var decoder = UTF8()
        var rest = bytes[index..<min(index + 4, bytes.endIndex)].makeIterator()
        if case .scalarValue(let scalar) = decoder.decode(&rest) {
            self.init(scalar: scalar, width: scalar.utf8Width)
        } else {
            self.init(scalar: nil, width: 1)
        }
    }

    init(at index: Int, of bytes: [UInt8]) {
        self.init(at: index, of: bytes[...])
    }

    private init(scalar: Unicode.Scalar?, width: Int) {
        self.scalar = scalar
        self.width = width
    }
}

extension Unicode.Scalar {
    /// How many bytes the character takes in UTF-8.
    fileprivate var utf8Width: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }

    /// Whether Go calls it a letter, a decimal digit or an underscore.
    var isGoAlphanumeric: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
        default: self == "_"
        }
    }
}
