/// Base64 with padding (RFC 4648, section 4).
package enum Base64 {
    /// Where the text stops being base64.
    package struct Fault: Error, Hashable {
        /// The index of the byte as Go's encoding/base64 counts it: `illegal base64 data at input byte 4`.
        package let offset: Int
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static let digits: [UInt8] = {
        var digits = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() { digits[Int(character)] = UInt8(value) }
        return digits
    }()

    /// The text for some bytes, in one line.
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var group: UInt32 = 0
        var count = 0
        func put(_ characters: Int) {
            for index in 0..<4 {
                let digit = Int(group >> UInt32(18 - 6 * index)) & 63
                text.append(index < characters ? alphabet[digit] : UInt8(ascii: "="))
            }
        }
        for byte in bytes {
            group |= UInt32(byte) << UInt32(16 - 8 * count)
            count += 1
            if count == 3 {
                put(4)
                (group, count) = (0, 0)
            }
        }
        if count > 0 { put(count + 1) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text; line breaks in it do not count.
    ///
    /// What is an error, and where, is the rule of Go's `StdEncoding.DecodeString`.
    package static func decode(_ text: String) -> Result<[UInt8], Fault> {
        var decoder = Base64Decoder(text)
        return decoder.run { digits[Int($0)] }
    }
}

/// The state of decoding one text.
private struct Base64Decoder {
    private let input: [UInt8]
    private var position = 0
    private var output: [UInt8] = []

    init(_ text: String) {
        input = Array(text.utf8)
        output.reserveCapacity(input.count / 4 * 3)
    }

    /// Decodes four characters at a time up to the end or to the padding.
    mutating func run(_ digit: (UInt8) -> UInt8) -> Result<[UInt8], Base64.Fault> {
        while true {
            var group: UInt32 = 0
            var count = 0
            var isPadded = false
            while count < 4 && !isPadded {
                guard let character = next() else {
                    if count == 0 { return .success(output) }
                    return .failure(Base64.Fault(offset: position - count))
                }
                let value = digit(character)
                if value < 64 {
                    group |= UInt32(value) << UInt32(18 - 6 * count)
                    count += 1
                } else if character == UInt8(ascii: "="), let fault = endOfPadding(after: count) {
                    return .failure(fault)
                } else if character == UInt8(ascii: "=") {
                    isPadded = true
                } else {
                    return .failure(Base64.Fault(offset: position - 1))
                }
            }
            for index in 0..<max(count - 1, 0) {
                output.append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * index)))
            }
            if isPadded { return .success(output) }
        }
    }

    /// Reads the rest of the padding, of which one character is read, after `count` digits of a group.
    private mutating func endOfPadding(after count: Int) -> Base64.Fault? {
        if count < 2 { return Base64.Fault(offset: position - 1) }
        if count == 2 {
            skipLineBreaks()
            guard position < input.count else { return Base64.Fault(offset: input.count) }
            guard input[position] == UInt8(ascii: "=") else { return Base64.Fault(offset: position - 1) }
            position += 1
        }
        skipLineBreaks()
        return position < input.count ? Base64.Fault(offset: position) : nil
    }

    private mutating func next() -> UInt8? {
        skipLineBreaks()
        guard position < input.count else { return nil }
        defer { position += 1 }
        return input[position]
    }

    private mutating func skipLineBreaks() {
        while position < input.count, input[position] == UInt8(ascii: "\n") || input[position] == UInt8(ascii: "\r") {
            position += 1
        }
    }
}
