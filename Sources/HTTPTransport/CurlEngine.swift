import CCurl
import Synchronization

/// The thread that drives every transfer of a transport, and the way to reach it.
///
/// The thread starts with the first request and sleeps while there is nothing to do. Only it touches libcurl, but for
/// the one call that wakes it up.
final class CurlEngine: Sendable {
    /// What other threads ask of the engine's thread.
    enum Command: Sendable {
        case start(CurlTransfer)
        /// The reader has caught up with a transfer that was held.
        case resume(CurlTransfer)
        /// Nobody waits for the transfer any more.
        case abandon(CurlTransfer)
        case stop
    }

    private struct Mailbox {
        var commands: [Command] = []
        var hasThread = false
        var multi: MultiHandle?
        /// Set once no transfer can be driven any more.
        var refusal: TransportError?
    }

    private let mailbox = Mutex(Mailbox())

    /// Hands a command over and wakes the thread.
    func post(_ command: Command) {
        var refusal: TransportError?
        let isFirst = mailbox.withLock { mailbox in
            refusal = mailbox.refusal
            if refusal != nil { return false }
            mailbox.commands.append(command)
            // Under the lock, so that the handle cannot be closed meanwhile.
            mailbox.multi?.wakeUp()
            if mailbox.hasThread { return false }
            // Stopping what never ran needs no thread.
            if case .stop = command { return false }
            mailbox.hasThread = true
            return true
        }
        if isFirst { startThread() }
        if let refusal, case .start(let transfer) = command { transfer.finish(.failure(refusal)) }
    }

    /// The commands posted since the last call, in order.
    func takeCommands() -> [Command] {
        mailbox.withLock { mailbox in
            var taken: [Command] = []
            swap(&taken, &mailbox.commands)
            return taken
        }
    }

    /// Names the handle `post` wakes up; nil before it is closed.
    func publish(_ multi: MultiHandle?) {
        mailbox.withLock { $0.multi = multi }
    }

    private func startThread() {
        let code = TransportThread.start { CurlLoop(engine: self).run() }
        if code != 0 { refuseAll(.library(code: 0, systemCode: code)) }
    }

    /// Ends every transfer that waits in the mailbox, and whatever is started later.
    func refuseAll(_ error: TransportError) {
        mailbox.withLock { $0.refusal = error }
        for case .start(let transfer) in takeCommands() { transfer.finish(.failure(error)) }
    }
}

/// A libcurl multi handle as other threads may hold it.
// SAFETY: the pointer is used for curl_multi_wakeup alone, which libcurl allows from any thread.
struct MultiHandle: @unchecked Sendable {
    private let handle: UnsafeMutableRawPointer

    init(_ handle: UnsafeMutableRawPointer) {
        self.handle = handle
    }

    func wakeUp() {
        ccurl_multi_wakeup(handle)
    }
}
