/// Why no response came, or why one broke off.
///
/// Carries data; `ErrorReport` makes the sentence. Where a case says "kubectl", that is what follows
/// `Unable to connect to the server: ` while there is no response yet; once the body is being read the same words
/// follow `error: `.
package enum TransportError: Error, Hashable {
    /// The request was cancelled, by SIGINT or because its task was.
    case cancelled
    /// A body was longer than its reader allows, in bytes.
    case bodyTooLarge(limit: Int)
    /// The HTTP library is missing; `reason` is the loader's own text.
    case libraryUnavailable(reason: String)
    /// The URL is no absolute http or https URL.
    ///
    /// kubectl: `unsupported protocol scheme "ftp"`, with an empty scheme where the URL has none.
    case unsupportedURL(url: String, scheme: String)
    /// A header field that cannot be sent as it is (RFC 9110, section 5.5): its name, or its value, has bytes it must not
    /// have. Nothing was sent.
    ///
    /// kubectl: `net/http: invalid header field name "<name>"` or `net/http: invalid header field value for "<name>"`.
    case invalidHeader(name: String, isName: Bool)

    /// No connection could be made to `address`; `server` is the host and port of the request's URL.
    ///
    /// kubectl for ECONNREFUSED, without the usual prefix: `The connection to the server <server> was refused - did you
    /// specify the right host or port?`. Otherwise `dial tcp <address>: connect: <Go's words for the code>`, where
    /// `dial` is `proxyconnect tcp: dial` through a proxy.
    case connectFailed(server: String, address: String, code: Int32, throughProxy: Bool)
    /// The host has no address; `resolver` is the name server asked, with its port.
    ///
    /// kubectl: `dial tcp: lookup <host> on <resolver>: no such host`.
    case hostNotFound(host: String, resolver: String, throughProxy: Bool)
    /// The connection broke while it was read or written.
    ///
    /// kubectl: `read tcp <local>-><remote>: read: connection reset by peer`.
    case connectionLost(local: String, remote: String, code: Int32, writing: Bool)
    /// The server closed the connection before the response, or, with `inBody`, before the end of the body.
    ///
    /// kubectl: `EOF`, in the body `unexpected EOF`.
    case endOfStream(inBody: Bool)
    /// No answer in time.
    case timedOut(TimeoutStage)

    /// The TLS handshake failed on our side or on the server's.
    case tls(TLSFailure)
    /// The certificates or the key given for TLS cannot be used.
    case unusableCredentials(TLSCredential)

    /// What the server sent is not HTTP.
    case malformedResponse(MalformedResponse)
    /// The header section was longer than `limit` bytes.
    ///
    /// kubectl: `net/http: HTTP/1.x transport connection broken: net/http: server response headers exceeded <limit>
    /// bytes; aborted`.
    case headersTooLarge(limit: Int)
    /// kubectl: `stopped after 10 redirects`.
    case tooManyRedirects(limit: Int)
    /// An HTTP/2 stream or connection ended with an error; `reset` is nil where no more is known.
    case http2Failed(reset: StreamReset?)

    /// A connection that had become a WebSocket failed as one.
    case webSocket(WebSocketFault)
    /// A connection that had switched to SPDY/3.1 failed as one.
    case spdy(SPDYFault)

    /// A proxy variable or a proxy URL that cannot be read.
    ///
    /// kubectl: `proxyconnect tcp: invalid proxy address "<value>": …`.
    case invalidProxy(String)
    /// kubectl: `refusing to use HTTP_PROXY value in CGI environment; see golang.org/s/cgihttpproxy`.
    case proxyFromRequestHeader
    /// The proxy answered CONNECT with a status other than 2xx. kubectl: the status text alone.
    case proxyRefused(status: Int, statusText: String)

    /// Any other failure of the HTTP library: its CURLcode and the errno it saw, 0 for none.
    case library(code: Int, systemCode: Int32)
}

/// What a request was doing when its time was over.
package enum TimeoutStage: Sendable, Hashable {
    /// Looking the host up or connecting, with the request's own limit over.
    ///
    /// kubectl: `dial tcp <address>: i/o timeout` for the dialer's own limit; for the request's limit
    /// `net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`.
    case connecting(address: String, ownLimit: Bool)
    /// kubectl: `net/http: TLS handshake timeout` for the handshake's own limit, otherwise `context deadline exceeded`.
    case handshake(ownLimit: Bool)
    /// kubectl: `net/http: request canceled (Client.Timeout exceeded while awaiting headers)`.
    case awaitingHeaders
    /// kubectl: `context deadline exceeded (Client.Timeout or context cancellation while reading body)`.
    case readingBody
    /// Between two attempts, the first of which failed with `after`, or was answered with a Retry-After.
    ///
    /// kubectl, without the usual prefix: `error: client rate limiter Wait returned an error: context deadline
    /// exceeded`, and after a failure ` - error from a previous attempt: <its words>`.
    indirect case awaitingRetry(after: TransportError?)
}

/// Why a TLS handshake failed.
package enum TLSFailure: Sendable, Hashable {
    /// No chain from the certificate leads to a trusted authority; `suspect` is the authority of the right name whose
    /// key did not fit.
    ///
    /// kubectl: `tls: failed to verify certificate: x509: certificate signed by unknown authority`, and where there is
    /// a suspect ` (possibly because of "<its fault>" while trying to verify candidate authority certificate
    /// "<name>")`.
    case unknownAuthority(suspect: SuspectAuthority?)
    /// kubectl: `tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time
    /// <now> is after <limit>`, times in RFC 3339, UTC; both in seconds since the epoch.
    case expired(now: Int64, limit: Int64)
    /// kubectl: as `.expired`, with `is before`.
    case notYetValid(now: Int64, limit: Int64)
    /// The certificate is for other names.
    ///
    /// kubectl, first match, each after `tls: failed to verify certificate: x509: `:
    /// - `commonNameMatches`: `certificate relies on legacy Common Name field, use SANs instead`
    /// - host is an address, no `addresses`: `cannot validate certificate for <host> because it doesn't contain any IP
    ///   SANs`
    /// - host is an address: `certificate is valid for <addresses, joined with ", ">, not <host>`
    /// - no `names`: `certificate is not valid for any names, but wanted to match <host>`
    /// - otherwise: `certificate is valid for <names>, not <host>`.
    case wrongHost(CertificateNames, host: String, hostIsAddress: Bool, commonNameMatches: Bool)
    /// kubectl: `tls: failed to verify certificate: x509: certificate specifies an incompatible key usage`.
    case wrongUsage
    /// Any other reason of the verifier: OpenSSL's X509_V_ERR code; 0 where there is none.
    case unverified(code: Int32)
    /// The server ended the handshake with this alert (RFC 8446, section 6.2). kubectl: `remote error: tls: <name>`.
    case alert(UInt8)
    /// kubectl: `http: server gave HTTP response to HTTPS client`.
    case plainHTTPServer
    /// kubectl: `tls: first record does not look like a TLS handshake`.
    case notTLS
    /// Anything else; the two sides have no version or cipher in common, for one.
    case handshake
}

/// An authority that has the name of a certificate's issuer but did not sign it.
package struct SuspectAuthority: Sendable, Hashable {
    /// Why the authority's signature does not count.
    package enum Fault: Sendable, Hashable {
        /// kubectl: `crypto/rsa: verification error`.
        case rsa
        /// kubectl: `x509: ECDSA verification failure`.
        case ecdsa
        /// kubectl: `x509: Ed25519 verification failure`.
        case ed25519
        /// kubectl: `x509: invalid signature: parent certificate cannot sign this kind of certificate`.
        case cannotSign
        /// kubectl: `x509: cannot verify signature: algorithm unimplemented`.
        case other
    }
    package let fault: Fault
    /// The common name, or else the organization, or else `serial:` and the serial number.
    package let name: String

    package init(fault: Fault, name: String) {
        self.fault = fault
        self.name = name
    }
}

/// The names a certificate is for.
package struct CertificateNames: Sendable, Hashable {
    /// The DNS names, in the certificate's order.
    package let names: [String]
    /// The addresses in canonical form, in the certificate's order.
    package let addresses: [String]

    package init(names: [String], addresses: [String]) {
        self.names = names
        self.addresses = addresses
    }
}

/// The part of the TLS options that could not be used.
package enum TLSCredential: Sendable, Hashable {
    /// kubectl: `unable to load root certificates: unable to parse bytes as PEM block`.
    case authorities
    /// kubectl: `tls: failed to find any PEM data in certificate input`.
    case clientCertificate
    /// kubectl: `tls: failed to find any PEM data in key input`.
    case clientKey
    /// kubectl: `tls: private key does not match public key`.
    case keyOfAnotherCertificate
}

/// The end of an HTTP/2 stream by the server, with an error code (RFC 9113, section 7).
///
/// kubectl: `stream error: stream ID <stream>; <code>; received from peer`.
package struct StreamReset: Sendable, Hashable {
    /// The stream's number: odd, and 1 for the first request of a connection.
    package let stream: Int
    /// The code's name: `INTERNAL_ERROR`.
    package let code: String

    package init(stream: Int, code: String) {
        self.stream = stream
        self.code = code
    }

    /// Reads libcurl's `HTTP/2 stream 5 was not closed cleanly: INTERNAL_ERROR (err 2)`; nil for any other text.
    init?(libraryText text: String) {
        let words = text.split(separator: " ")
        guard words.count >= 8, words[0] == "HTTP/2", words[1] == "stream", words[5] == "closed",
            let stream = Int(words[2])
        else { return nil }
        self.init(stream: stream, code: String(words[7]))
    }
}

/// How a response breaks the rules of HTTP.
///
/// Each follows `net/http: HTTP/1.x transport connection broken: ` while there is no response yet.
package enum MalformedResponse: Sendable, Hashable {
    /// kubectl: `malformed HTTP response "<line>"`, quoted as Go's %q.
    case line([UInt8])
    /// kubectl: `malformed HTTP status code "<code>"`.
    case statusCode(String)
    /// kubectl: `malformed HTTP version "<version>"`.
    case version(String)
    /// kubectl: `malformed MIME header: missing colon: "<line>"`.
    case headerWithoutColon(String)
    /// kubectl: `bad Content-Length "<value>"`.
    case contentLength(String)
    /// kubectl: `invalid byte in chunk length`, without the words above.
    case chunk
    /// The body is not what its Content-Encoding says. kubectl: `gzip: invalid header`, without the words above.
    case contentEncoding
    /// Anything else.
    case other
}
