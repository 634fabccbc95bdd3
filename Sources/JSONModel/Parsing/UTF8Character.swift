/// The look at one UTF-8 character by the rules of RFC 3629: no overlong forms, no surrogates, none past U+10FFFF.
enum UTF8Character {
    enum Length {
        case valid(Int)
        case invalid
        /// The bytes begin a character and end before it does.
        case truncated
    }

    /// The length of the character that `bytes` begin with.
    static func length(_ bytes: UnsafeRawBufferPointer) -> Length {
        guard let lead = bytes.first else { return .truncated }
        if lead < 0x80 { return .valid(1) }
        // The second byte alone tells overlong forms, surrogates and too large values.
        let length: Int
        let second: ClosedRange<UInt8>
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return .invalid
        }
        for index in 1..<length {
            guard index < bytes.count else { return .truncated }
            let allowed = index == 1 ? second : 0x80...0xBF
            guard allowed.contains(bytes[index]) else { return .invalid }
        }
        return .valid(length)
    }
}
