/// Cuts what arrives into the lines of a response's head.
struct HeadLines {
    private var line: [UInt8] = []

    /// Feeds bytes to `head`; returns what follows the head of the final answer, nil where that is not complete yet.
    mutating func feed(
        _ bytes: [UInt8], into head: inout ResponseHeadParser
    ) throws(TransportError) -> ArraySlice<UInt8>? {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            line += rest[...end]
            rest = rest[(end + 1)...]
            let progress = line.withUnsafeBytes { head.feed($0) }
            line = []
            switch progress {
            case .more: continue
            case .failed(let error): throw error
            case .end:
                if head.isInterim {
                    head.reset()
                    continue
                }
                head.markFinal()
                return rest
            }
        }
        line += rest
        if line.count > ResponseHeadParser.limit { throw .headersTooLarge(limit: ResponseHeadParser.limit) }
        return nil
    }
}
