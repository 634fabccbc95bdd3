/// How a transport reaches its servers: what holds for every request it sends.
package struct TransportOptions: Sendable, Hashable {
    package var tls: TLSOptions
    package var proxy: ProxyChoice
    /// Whether bodies are asked for as they are; otherwise gzip is offered to every server that is not on loopback.
    package var disableCompression: Bool
    /// The most time until a connection is there, its TLS handshake included (client-go's dialer: 30 s).
    package var connectTimeout: Duration
    /// The most time a TLS handshake may take (client-go's transport: 10 s).
    package var handshakeTimeout: Duration
    /// How often to probe whether the server of a silent connection is still there; negative for never.
    package var keepAlive = Duration.seconds(30)

    package init(
        tls: TLSOptions = TLSOptions(), proxy: ProxyChoice = .direct, disableCompression: Bool = false,
        connectTimeout: Duration = .seconds(30), handshakeTimeout: Duration = .seconds(10)
    ) {
        self.tls = tls
        self.proxy = proxy
        self.disableCompression = disableCompression
        self.connectTimeout = connectTimeout
        self.handshakeTimeout = handshakeTimeout
    }
}

/// Whom a TLS client trusts and who it says it is; everything is held in memory and never written to disk.
package struct TLSOptions: Sendable, Hashable {
    /// PEM certificates of the authorities trusted instead of the system's; nil for the system's.
    package var authorities: [UInt8]?
    /// A PEM certificate chain, leaf first.
    package var clientCertificate: [UInt8]?
    /// The PEM private key of `clientCertificate`.
    package var clientKey: [UInt8]?
    /// Whether any certificate of the server is taken as it is.
    package var insecure: Bool
    /// The name asked for (SNI) and verified in place of the URL's host.
    package var serverName: String?

    package init(
        authorities: [UInt8]? = nil, clientCertificate: [UInt8]? = nil, clientKey: [UInt8]? = nil,
        insecure: Bool = false, serverName: String? = nil
    ) {
        self.authorities = authorities
        self.clientCertificate = clientCertificate
        self.clientKey = clientKey
        self.insecure = insecure
        self.serverName = serverName
    }
}

/// Which proxy, if any, requests go through.
package enum ProxyChoice: Sendable, Hashable {
    /// No proxy, whatever the environment says.
    case direct
    /// This one for every request: an absolute `http`, `https`, `socks5` or `socks5h` URL.
    case url(String)
    /// What the environment variables say for each URL.
    case environment(ProxyRules)
}
