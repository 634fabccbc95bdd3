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
    /// What libcurl says about a failure, ended by a zero.
    private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private(set) var head = ResponseHeadParser()
    /// The remote address of the first connection attempted, as `host:port`.
    private(set) var firstAddress: String?
    /// The newest socket made for the transfer; it may be closed by now.
    private(set) var lastSocket: Int32 = -1
    private var isFirstHandshake = true
    /// When the newest TLS handshake began; nil before the first.
    private(set) var handshakeStart: ContinuousClock.Instant?
    /// How often the request was about to be sent.
    private(set) var attempts = 0
    /// How the attempt before this one failed, whose cause may be an alert that was missed; nil for the first attempt.
    private let earlierFailure: TransportError?
    /// Whether to look for an alert of the server before anything is sent.
    var awaitsAlert: Bool { earlierFailure != nil }
    /// Why a callback ended the transfer; it tells more than libcurl's code.
    private(set) var reason: TransportError?

    /// Makes the easy handle; nil where libcurl has no memory for it.
    init?(_ transfer: CurlTransfer, handshake: TLSHandshake?, earlierFailure: TransportError? = nil) {
        guard let easy = ccurl_easy_init() else { return nil }
        self.transfer = transfer
        self.easy = easy
        self.handshake = handshake
        self.earlierFailure = earlierFailure
        message.pointee = 0
        ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
    }

    deinit {
        ccurl_easy_cleanup(easy)
        message.deallocate()
        for list in lists { ccurl_list_free(list) }
    }

    /// What libcurl says about the failure; empty where there was none.
    var libraryText: String { String(cString: message) }

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

    /// Gives out bytes of a body that is written while it is sent: their number, or what libcurl has for none.
    func supply(_ target: UnsafeMutableRawBufferPointer) -> Int {
        switch transfer.request.upload?.supply(target) {
        case .bytes(let count): return count
        case .later: return Int(CURL_READFUNC_PAUSE)
        case .end, nil: return 0
        case .broken:
            reason = .cancelled
            return Int(CURL_READFUNC_ABORT)
        }
    }

    /// Notes an attempt to connect; the first one's address is what Go names in its errors.
    func willConnect(to address: String) {
        if firstAddress == nil { firstAddress = address }
    }

    /// Notes the socket a connection is made with.
    func didOpen(_ socket: Int32) {
        lastSocket = socket
        isFirstHandshake = true
    }

    /// Notes that a connection is there and its TLS handshake begins.
    func willHandshake(_ tlsContext: UnsafeMutableRawPointer) {
        handshakeStart = .now
        defer { isFirstHandshake = false }
        // The first handshake on a connection to such a proxy is the proxy's own, whom libcurl verifies.
        if isFirstHandshake, transfer.proxyIsSecure { return }
        handshake?.observe(tlsContext)
    }

    /// Notes that the request is about to be sent; false forbids it.
    ///
    /// libcurl sends a request anew when a kept connection turns out to be closed. For a method that is not idempotent
    /// that is not ours to decide: the server may have acted on the first one (RFC 9110, section 9.2.2).
    func willSend() -> Bool {
        attempts += 1
        if attempts > 1, !transfer.request.isIdempotent || transfer.request.upload?.hasBegun == true {
            reason = .endOfStream(inBody: false)
            return false
        }
        if awaitsAlert, let alert = waitForAlert() {
            reason = .tls(alert)
            return false
        }
        return true
    }

    /// Whether the server may have refused the handshake and its alert was lost to a reset.
    ///
    /// In TLS 1.3 the client's part of a handshake can be refused after the client believes it done. The alert and the
    /// reset that follows then race with the request.
    func mayHaveMissedAlert(_ code: CURLcode) -> Bool {
        guard code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR else { return false }
        return handshakeStart != nil && attempts == 1 && !head.hasBegun && !awaitsAlert
            && handshake?.failure == nil && transfer.request.isIdempotent && transfer.request.upload == nil
    }

    /// What is told of a failure: a server that is gone when it is asked for its alert had none to tell.
    func finalFailure(_ code: CURLcode) -> TransportError {
        let failure = failure(code)
        if let earlierFailure, case .connectFailed = failure { return earlierFailure }
        return failure
    }

    /// Gives the server some time to refuse the handshake before anything is sent that would hide its alert.
    private func waitForAlert() -> TLSFailure? {
        var watched = pollfd(fd: lastSocket, events: Int16(POLLIN), revents: 0)
        if poll(&watched, 1, 200) > 0 { ccurl_tls_receive(easy) }
        return handshake?.failure
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
