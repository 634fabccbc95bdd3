import CCurl
import Glibc

/// What the TLS library tells of the handshakes with one server, which libcurl does not pass on.
///
/// Lives on the engine's thread; the TLS library keeps a pointer to it for as long as a connection lasts.
final class TLSHandshake {
    /// The servers that are verified alike.
    struct Key: Equatable {
        let authority: String
        /// The name that is asked for and verified, without brackets or a final dot.
        let name: String
        let isInsecure: Bool

        init(_ transfer: CurlTransfer) {
            let name = transfer.options.tls.serverName ?? transfer.url.host
            authority = transfer.url.authority
            self.name = name.hasSuffix(".") ? String(name.dropLast()) : name
            isInsecure = transfer.options.tls.insecure
        }
    }

    let key: Key
    private let authorities: [UInt8]?
    private let observer: UnsafeMutablePointer<ccurl_tls_observer>
    /// Whether the server has sent anything since the last handshake began.
    private(set) var hasSeenRecord = false
    /// Why the last handshake failed, as far as the TLS library told it.
    private(set) var failure: TLSFailure?

    init(_ key: Key, authorities: [UInt8]?) {
        self.key = key
        self.authorities = authorities
        observer = .allocate(capacity: 1)
        observer.initialize(
            to: ccurl_tls_observer(
                context: Unmanaged.passUnretained(self).toOpaque(),
                verify: { context, leaf, count, verified, code, depth in
                    TLSHandshake.from(context).verify(
                        Array(UnsafeBufferPointer(start: leaf, count: count)),
                        CertificateCheck.ChainResult(isVerified: verified != 0, code: code, depth: depth))
                },
                alert: { context, description in
                    TLSHandshake.from(context).failure = .alert(UInt8(truncatingIfNeeded: description))
                },
                record_header: { context, bytes in
                    TLSHandshake.from(context).receiveRecordHeader(Array(UnsafeBufferPointer(start: bytes, count: 5)))
                }))
    }

    deinit {
        observer.deinitialize(count: 1)
        observer.deallocate()
    }

    /// Makes the handshakes of an SSL_CTX report here.
    func observe(_ tlsContext: UnsafeMutableRawPointer) {
        failure = nil
        hasSeenRecord = false
        ccurl_tls_observe(tlsContext, observer, key.isInsecure ? 0 : 1)
    }

    private func verify(_ leaf: [UInt8], _ chain: CertificateCheck.ChainResult) -> Int32 {
        let check = CertificateCheck(host: key.name, authorities: authorities, now: Int64(time(nil)))
        let result = check.failure(of: leaf, chain)
        failure = result?.reason
        return result?.code ?? 0
    }

    /// The first bytes from the server tell whether it speaks TLS at all.
    private func receiveRecordHeader(_ bytes: [UInt8]) {
        if hasSeenRecord { return }
        hasSeenRecord = true
        let (alert, handshake): (UInt8, UInt8) = (21, 22)
        if bytes == Array("HTTP/".utf8) {
            failure = .plainHTTPServer
        } else if bytes[0] != alert && bytes[0] != handshake || bytes[1] >= 0x10 {
            failure = .notTLS
        }
    }

    private static func from(_ context: UnsafeMutableRawPointer) -> TLSHandshake {
        Unmanaged<TLSHandshake>.fromOpaque(context).takeUnretainedValue()
    }
}
