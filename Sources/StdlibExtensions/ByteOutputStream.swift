/// A stream of text that takes bytes too, which may be no text.
package protocol ByteOutputStream: TextOutputStream {
    /// Appends bytes as they are.
    mutating func write(_ bytes: [UInt8])
}
