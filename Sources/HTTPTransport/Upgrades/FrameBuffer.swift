/// Bytes that have arrived and are not yet cut into frames.
struct FrameBuffer {
    private var bytes: [UInt8] = []
    private var start = 0

    /// What has arrived and has not been taken; indices count from its `startIndex`.
    var rest: ArraySlice<UInt8> { bytes[start...] }

    mutating func append(_ arrived: [UInt8]) {
        if start == bytes.count {
            bytes = arrived
        } else {
            bytes.removeSubrange(..<start)
            bytes += arrived
        }
        start = 0
    }

    /// Takes so many bytes away from the front.
    mutating func drop(_ count: Int) {
        start += count
    }
}
