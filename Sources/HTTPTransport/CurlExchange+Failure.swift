import CCurl
import Glibc

extension CurlExchange {
    /// Whether the connection is there and TLS is not yet.
    var isInHandshake: Bool { handshakeStart != nil && attempts == 0 }

    /// Whether the handshake under way has taken longer than it may.
    var handshakeIsLate: Bool {
        guard let handshakeStart, attempts == 0 else { return false }
        return handshakeStart.duration(to: .now) > transfer.options.handshakeTimeout
    }

    /// What libcurl's result says about a transfer that failed.
    func failure(_ code: CURLcode) -> TransportError {
        if let reason { return reason }
        let throughProxy = transfer.proxy != nil
        switch code {
        case CURLE_OK, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE:
            return .endOfStream(inBody: head.isFinal)
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT:
            // It is the server's protocol that is not supported once something was sent.
            if attempts > 0 { return .malformedResponse(.other) }
            return .unsupportedURL(url: transfer.request.url, scheme: transfer.url.scheme)
        case CURLE_COULDNT_RESOLVE_HOST:
            return .hostNotFound(host: transfer.url.host, resolver: NameServer.first(), throughProxy: throughProxy)
        case CURLE_COULDNT_RESOLVE_PROXY:
            let host = transfer.proxy.flatMap(RequestURL.init)?.host ?? ""
            return .hostNotFound(host: host, resolver: NameServer.first(), throughProxy: true)
        case CURLE_COULDNT_CONNECT:
            return connectFailure(throughProxy: throughProxy)
        case CURLE_OPERATION_TIMEDOUT:
            return .timedOut(timeoutStage)
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
            CURLE_SSL_CIPHER, CURLE_SSL_INVALIDCERTSTATUS:
            return connectionFailure(code)
        case CURLE_SSL_CACERT_BADFILE: return .unusableCredentials(.authorities)
        case CURLE_SSL_CERTPROBLEM: return .unusableCredentials(clientCredential)
        case CURLE_WEIRD_SERVER_REPLY: return .malformedResponse(.other)
        case CURLE_BAD_CONTENT_ENCODING: return .malformedResponse(.contentEncoding)
        case CURLE_HTTP2, CURLE_HTTP2_STREAM: return .http2Failed(reset: StreamReset(libraryText: libraryText))
        case CURLE_ABORTED_BY_CALLBACK, CURLE_WRITE_ERROR: return .cancelled
        default:
            return .library(code: Int(code.rawValue), systemCode: systemCode)
        }
    }

    /// Which part of the client's credentials is at fault, libcurl having refused them as a whole.
    private var clientCredential: TLSCredential {
        let options = transfer.options.tls
        if !PEM.hasBlock(options.clientCertificate ?? []) { return .clientCertificate }
        return PEM.hasBlock(options.clientKey ?? []) ? .keyOfAnotherCertificate : .clientKey
    }

    private var systemCode: Int32 {
        Int32(truncatingIfNeeded: ccurl_info_long(easy, CURLINFO_OS_ERRNO))
    }

    private func connectFailure(throughProxy: Bool) -> TransportError {
        // The connection was there, and gone again before libcurl looked.
        if systemCode == ECONNRESET { return lost(writing: false) }
        return .connectFailed(
            server: transfer.url.authority, address: firstAddress ?? "",
            code: systemCode == 0 ? ECONNREFUSED : systemCode, throughProxy: throughProxy)
    }

    private var timeoutStage: TimeoutStage {
        if head.isFinal { return .readingBody }
        if attempts > 0 { return .awaitingHeaders }
        if isInHandshake { return .handshake(ownLimit: false) }
        return .connecting(address: firstAddress ?? "", ownLimit: transfer.request.timeout == nil)
    }

    /// A failure while the connection was in use or its handshake was under way.
    private func connectionFailure(_ code: CURLcode) -> TransportError {
        if let failure = handshake?.failure { return .tls(failure) }
        if head.exceedsLibraryLimit { return .headersTooLarge(limit: ResponseHeadParser.libraryLimit) }
        if let answer = head.proxyAnswer, !(200..<300).contains(answer.status) {
            return .proxyRefused(status: answer.status, statusText: answer.text)
        }
        switch systemCode {
        case ECONNRESET, EPIPE, ECONNABORTED, ETIMEDOUT, EHOSTUNREACH, ENETUNREACH:
            return lost(writing: code == CURLE_SEND_ERROR)
        default: break
        }
        switch code {
        case CURLE_PEER_FAILED_VERIFICATION: return .tls(.unverified(code: 0))
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER:
            return handshake?.hasSeenRecord == true ? .tls(.handshake) : .endOfStream(inBody: false)
        case CURLE_RECV_ERROR where head.isFinal && systemCode == 0 && transfer.url.scheme == "http":
            // What is left where neither the connection broke nor the body ended early: its framing.
            return .malformedResponse(.chunk)
        default: return .endOfStream(inBody: head.isFinal)
        }
    }

    private func lost(writing: Bool) -> TransportError {
        let remote = endpoint(CURLINFO_PRIMARY_IP, CURLINFO_PRIMARY_PORT)
        return .connectionLost(
            local: endpoint(CURLINFO_LOCAL_IP, CURLINFO_LOCAL_PORT),
            remote: remote.isEmpty ? firstAddress ?? "" : remote, code: systemCode, writing: writing)
    }

    private func endpoint(_ address: CURLINFO, _ port: CURLINFO) -> String {
        guard let text = ccurl_info_string(easy, address) else { return "" }
        let number = UInt16(truncatingIfNeeded: ccurl_info_long(easy, port))
        return SocketAddress.join(InternetAddress(String(cString: text)), number)
    }
}
