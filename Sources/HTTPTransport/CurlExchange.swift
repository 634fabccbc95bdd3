import CCurl
import Glibc

/// A transfer while libcurl works on it: its easy handle and what the callbacks have seen so far.
///
/// Confined to the thread that drives the multi handle.
final class CurlExchange {
    let transfer: CurlTransfer
    let easy: UnsafeMutableRawPointer
    let handshake: TLSHandshake?
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private(set) var head = ResponseHeadParser()
    /// The remote address of the first connection attempted, as `host:port`.
    private(set) var firstAddress: String?
    private(set) var connections = 0
    /// Why a callback ended the transfer; it tells more than libcurl's code.
    private(set) var reason: TransportError?
    let startedAt: ContinuousClock.Instant

    /// Makes the easy handle; nil where libcurl has no memory for it.
    init?(_ transfer: CurlTransfer, handshake: TLSHandshake?) {
        guard let easy = ccurl_easy_init() else { return nil }
        self.transfer = transfer
        self.easy = easy
        self.handshake = handshake
        startedAt = .now
    }

    deinit {
        ccurl_easy_cleanup(easy)
        for list in lists { ccurl_list_free(list) }
    }

    /// Keeps a list for as long as the transfer lasts.
    func own(_ list: UnsafeMutablePointer<curl_slist>) {
        lists.append(list)
    }

    // MARK: Callbacks

    /// Takes one line of the header section; false ends the transfer.
    func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        // Fields after the body (trailers) are of no use to anyone here.
        if head.isFinal { return true }
        switch head.feed(line) {
        case .more: return true
        case .failed(let error):
            reason = error
            return false
        case .end:
            // The answer of a proxy to CONNECT is none to the request.
            if ccurl_info_long(easy, CURLINFO_RESPONSE_CODE) == 0 {
                head.noteProxyAnswer()
                return true
            }
            if head.isInterim {
                head.reset()
                return true
            }
            head.markFinal()
            transfer.deliver(responseHead())
            return true
        }
    }

    /// Takes bytes of the body; nil asks libcurl to hold the transfer, false ends it.
    func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool? {
        guard head.isFinal else {
            // Without a status line libcurl takes the answer for HTTP/0.9 and everything for its body.
            reason = .malformedResponse(MalformedResponse(firstBytes: Array(bytes.prefix(1024))))
            return false
        }
        switch transfer.receive(bytes) {
        case .taken: return true
        case .held: return nil
        case .refused:
            reason = .cancelled
            return false
        }
    }

    /// Notes an attempt to connect; the first one's address is what Go names in its errors.
    func willConnect(to address: String) {
        if firstAddress == nil { firstAddress = address }
    }

    /// Notes that the request is about to be sent; false forbids it.
    ///
    /// libcurl sends a request anew when a kept connection turns out to be closed. For a method that is not idempotent
    /// that is not ours to decide: the server may have acted on the first one (RFC 9110, section 9.2.2).
    func willSend() -> Bool {
        connections += 1
        if connections > 1, !transfer.request.isIdempotent {
            reason = .endOfStream(inBody: false)
            return false
        }
        return true
    }

    private func responseHead() -> CurlTransfer.Head {
        var headers = head.headers
        if !transfer.disablesCompression, headers["Content-Encoding"] != nil {
            // What is handed on is decoded; Go's transport takes the same fields away.
            headers["Content-Encoding"] = nil
            headers["Content-Length"] = nil
        }
        return CurlTransfer.Head(
            status: head.status, statusText: head.statusText, headers: headers, timings: timings())
    }
}

extension HTTPRequest {
    /// Whether doing it twice is as good as doing it once: what Go's transport sends anew by itself.
    var isIdempotent: Bool {
        switch method {
        case "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE": true
        default: headers["Idempotency-Key"] != nil
        }
    }
}
