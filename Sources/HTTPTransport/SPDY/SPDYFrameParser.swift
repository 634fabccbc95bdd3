/// Cuts what a server sends into SPDY frames.
struct SPDYFrameParser {
    private var buffer = FrameBuffer()

    mutating func feed(_ bytes: [UInt8]) {
        buffer.append(bytes)
    }

    /// The next frame; nil until all of it has been fed.
    ///
    /// A frame's length has 24 bits, which bounds it to 16 MiB.
    mutating func next() throws(TransportError) -> SPDYFrame? {
        let rest = buffer.rest
        guard rest.count >= SPDYFrame.headSize else { return nil }
        let head = rest.prefix(SPDYFrame.headSize)
        let size = SPDYFrame.headSize + SPDYFrame.payloadSize(head: head)
        guard rest.count >= size else { return nil }
        let frame = try SPDYFrame(head: head, payload: rest.prefix(size).dropFirst(SPDYFrame.headSize))
        buffer.drop(size)
        return frame
    }
}
