extension Sequence<UInt8> {
    /// The bytes as hexadecimal digits, two for each.
    package func hexadecimal(uppercase: Bool = false) -> String {
        reduce(into: "") { text, byte in
            if byte < 0x10 { text += "0" }
            text += String(byte, radix: 16, uppercase: uppercase)
        }
    }
}
