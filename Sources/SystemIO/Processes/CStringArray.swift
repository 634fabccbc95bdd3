import Glibc

/// Texts as C takes a list of them: pointers to bytes with a zero at their end, and a null pointer at the list's.
enum CStringArray {
    /// Calls `body` with the list, which lives as long as the call.
    static func with<Result>(
        _ texts: [[UInt8]], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var bytes: [CChar] = []
        var offsets: [Int] = []
        for text in texts {
            offsets.append(bytes.count)
            bytes += text.prefix { $0 != 0 }.map(CChar.init(bitPattern:))
            bytes.append(0)
        }
        return bytes.withUnsafeMutableBufferPointer { buffer in
            let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: offsets.count + 1)
            defer { list.deallocate() }
            for (index, offset) in offsets.enumerated() {
                list.advanced(by: index).initialize(to: buffer.baseAddress?.advanced(by: offset))
            }
            list.advanced(by: offsets.count).initialize(to: nil)
            return body(list)
        }
    }
}
