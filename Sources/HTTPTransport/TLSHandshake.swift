import CCurl

/// What the TLS library tells of the handshakes with one server, which libcurl does not pass on.
///
/// Lives on the engine's thread; the TLS library keeps a pointer to it for as long as a connection lasts.
final class TLSHandshake {
    /// The servers that are verified alike.
    struct Key: Hashable {
        let authority: String
        let serverName: String
        let isInsecure: Bool

        init(_ transfer: CurlTransfer) {
            authority = transfer.url.authority
            serverName = transfer.options.tls.serverName ?? transfer.url.host
            isInsecure = transfer.options.tls.insecure
        }
    }

    let key: Key
    private let authorities: [UInt8]?
    private let observer: UnsafeMutablePointer<ccurl_tls_observer>
    /// Why the last handshake failed, as far as it is known.
    private(set) var failure: TLSFailure?

    init(_ key: Key, authorities: [UInt8]?) {
        self.key = key
        self.authorities = authorities
        observer = .allocate(capacity: 1)
        observer.initialize(
            to: ccurl_tls_observer(
                context: Unmanaged.passUnretained(self).toOpaque(),
                verify: { _, _, _, _, code, _ in code },
                alert: { context, description in
                    TLSHandshake.from(context).failure = .alert(UInt8(truncatingIfNeeded: description))
                },
                record_header: { _, _ in }))
    }

    deinit {
        observer.deinitialize(count: 1)
        observer.deallocate()
    }

    /// Makes the handshakes of an SSL_CTX report here.
    func observe(_ tlsContext: UnsafeMutableRawPointer) {
        failure = nil
        ccurl_tls_observe(tlsContext, observer, 0)
    }

    private static func from(_ context: UnsafeMutableRawPointer) -> TLSHandshake {
        Unmanaged<TLSHandshake>.fromOpaque(context).takeUnretainedValue()
    }
}
