import Glibc

/// Something a thread of a test's server waits for until the test opens it.
package final class Gate: Sendable {
    private let ends: [Int32]

    package init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        self.ends = ends
    }

    deinit {
        close(ends[0])
    }

    /// Lets everyone through, now and later; to be called once.
    package func open() {
        close(ends[1])
    }

    /// Waits, on the calling thread, until the gate is open.
    package func wait() {
        var byte: UInt8 = 0
        while read(ends[0], &byte, 1) < 0, errno == EINTR {}
    }
}
