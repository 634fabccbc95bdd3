import Glibc

/// A descriptor that becomes readable when another thread rings: what wakes a thread up that waits with `poll`.
struct Bell {
    /// What the thread waits for.
    let descriptor: Int32
    private let ringing: Int32

    /// Makes the two descriptors; nil, and `errno` set, where the system has none left.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        ringing = ends[1]
    }

    /// Wakes the thread; ringing twice is as good as once.
    func ring() {
        var byte: UInt8 = 0
        _ = write(ringing, &byte, 1)
    }

    /// Makes the descriptor wait for the next ring.
    func silence() {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(descriptor, &bytes, 16) == 16 {}
    }

    func close() {
        Glibc.close(descriptor)
        Glibc.close(ringing)
    }
}
