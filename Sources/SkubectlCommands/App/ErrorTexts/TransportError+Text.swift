import Glibc
import HTTPTransport
import KubeModel
import StdlibExtensions
import SystemIO

extension TransportError {
    /// What kubectl says when no response came; nil for failures it tells like any other.
    func headline(url: String) -> String? {
        switch self {
        case .connectFailed(let server, _, ECONNREFUSED, _):
            "The connection to the server \(server) was refused - did you specify the right host or port?"
        case .endOfStream(inBody: true), .timedOut(.readingBody), .timedOut(.awaitingRetry), .bodyTooLarge: nil
        default: "Unable to connect to the server: \(message)"
        }
    }

    /// The words of Go's net and net/http.
    var message: String {
        switch self {
        case .cancelled: "context canceled"
        case .bodyTooLarge(let limit): "response body is longer than \(limit) bytes"
        case .libraryUnavailable(let reason): "libcurl cannot be loaded: \(reason)"
        case .unsupportedURL(let url, _) where url.hasPrefix("http://") || url.hasPrefix("https://"):
            "http: no Host in request URL"
        case .unsupportedURL(_, let scheme): "unsupported protocol scheme \(scheme.goQuoted)"
        case .invalidHeader(let name, isName: true): "net/http: invalid header field name \(name.goQuoted)"
        case .invalidHeader(let name, isName: false): "net/http: invalid header field value for \(name.goQuoted)"
        case .connectFailed(_, let address, let code, let throughProxy):
            "\(Self.dial(throughProxy)) tcp \(address): connect: \(Self.words(code))"
        case .hostNotFound(let host, let resolver, let throughProxy):
            "\(Self.dial(throughProxy)) tcp: lookup \(host) on \(resolver): no such host"
        case .connectionLost(let local, let remote, let code, let writing):
            "\(writing ? "write" : "read") tcp \(local)->\(remote): \(writing ? "write" : "read"): \(Self.words(code))"
        case .endOfStream(let inBody): inBody ? "unexpected EOF" : "EOF"
        case .timedOut(let stage): stage.message
        case .tls(let failure): failure.message
        case .unusableCredentials(let credential): credential.message
        case .malformedResponse(let fault): fault.message
        case .headersTooLarge(let limit):
            "net/http: HTTP/1.x transport connection broken: net/http: server response headers exceeded \(limit) bytes; "
                + "aborted"
        case .tooManyRedirects(let limit): "stopped after \(limit) redirects"
        case .http2Failed(let reset?): "stream error: stream ID \(reset.stream); \(reset.code); received from peer"
        case .http2Failed(nil): "http2: stream or connection error"
        case .webSocket(let fault): fault.message
        case .spdy(let fault): fault.message
        case .invalidProxy(let value): "proxyconnect tcp: invalid proxy address \(value.goQuoted)"
        case .proxyFromRequestHeader:
            "refusing to use HTTP_PROXY value in CGI environment; see golang.org/s/cgihttpproxy"
        case .proxyRefused(_, let statusText): statusText
        case .library(let code, let systemCode):
            systemCode == 0 ? "HTTP library error \(code)" : "HTTP library error \(code): \(Self.words(systemCode))"
        }
    }

    private static func dial(_ throughProxy: Bool) -> String { throughProxy ? "proxyconnect tcp: dial" : "dial" }

    private static func words(_ code: Int32) -> String {
        SystemError(operation: "", path: nil, code: code).reason
    }
}

extension TimeoutStage {
    fileprivate var message: String {
        switch self {
        case .connecting(let address, let ownLimit):
            ownLimit
                ? "dial tcp \(address): i/o timeout"
                : "net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)"
        case .handshake(let ownLimit): ownLimit ? "net/http: TLS handshake timeout" : "context deadline exceeded"
        case .awaitingHeaders: "net/http: request canceled (Client.Timeout exceeded while awaiting headers)"
        case .readingBody: "context deadline exceeded (Client.Timeout or context cancellation while reading body)"
        case .awaitingRetry(let failure):
            "client rate limiter Wait returned an error: context deadline exceeded"
                + (failure.map { " - error from a previous attempt: \($0.message)" } ?? "")
        }
    }
}

extension TLSFailure {
    fileprivate var message: String {
        switch self {
        case .unknownAuthority(let suspect):
            Self.unverified("certificate signed by unknown authority" + (suspect.map { " (\($0.message))" } ?? ""))
        case .expired(let now, let limit):
            Self.unverified(
                "certificate has expired or is not yet valid: current time \(now.rfc3339) is after \(limit.rfc3339)")
        case .notYetValid(let now, let limit):
            Self.unverified(
                "certificate has expired or is not yet valid: current time \(now.rfc3339) is before \(limit.rfc3339)")
        case .wrongHost(let names, let host, let isAddress, let commonNameMatches):
            Self.unverified(
                names.mismatch(host: host, hostIsAddress: isAddress, commonNameMatches: commonNameMatches))
        case .wrongUsage: Self.unverified("certificate specifies an incompatible key usage")
        case .unverified(let code): Self.unverified("certificate is not valid (code \(code))")
        case .alert(let number): "remote error: tls: \(Self.alertName(number))"
        case .plainHTTPServer: "http: server gave HTTP response to HTTPS client"
        case .notTLS: "tls: first record does not look like a TLS handshake"
        case .handshake: "tls: handshake failure"
        }
    }

    private static func unverified(_ reason: String) -> String { "tls: failed to verify certificate: x509: \(reason)" }

    /// Go's names of alerts (RFC 8446, section 6).
    private static func alertName(_ number: UInt8) -> String {
        let names: [UInt8: String] = [
            0: "close notify", 10: "unexpected message", 20: "bad record MAC", 40: "handshake failure",
            42: "bad certificate", 43: "unsupported certificate", 44: "revoked certificate", 45: "expired certificate",
            46: "unknown certificate", 47: "illegal parameter", 48: "unknown certificate authority",
            49: "access denied",
            50: "error decoding message", 51: "error decrypting message", 70: "protocol version not supported",
            71: "insufficient security level", 80: "internal error", 86: "inappropriate fallback", 90: "user canceled",
            109: "missing extension", 110: "unsupported extension", 112: "unrecognized name",
            116: "certificate required",
            120: "no application protocol",
        ]
        return names[number] ?? "alert(\(number))"
    }
}

extension Int64 {
    /// A time in seconds as RFC 3339 in UTC.
    fileprivate var rfc3339: String { Timestamp(seconds: self).rfc3339 }
}

extension SuspectAuthority {
    fileprivate var message: String {
        let reason =
            switch fault {
            case .rsa: "crypto/rsa: verification error"
            case .ecdsa: "x509: ECDSA verification failure"
            case .ed25519: "x509: Ed25519 verification failure"
            case .cannotSign: "x509: invalid signature: parent certificate cannot sign this kind of certificate"
            case .other: "x509: cannot verify signature: algorithm unimplemented"
            }
        return
            "possibly because of \(reason.goQuoted) while trying to verify candidate authority certificate \(name.goQuoted)"
    }
}

extension CertificateNames {
    fileprivate func mismatch(host: String, hostIsAddress: Bool, commonNameMatches: Bool) -> String {
        if commonNameMatches { return "certificate relies on legacy Common Name field, use SANs instead" }
        if hostIsAddress, addresses.isEmpty {
            return "cannot validate certificate for \(host) because it doesn't contain any IP SANs"
        }
        let valid = hostIsAddress ? addresses : names
        if valid.isEmpty { return "certificate is not valid for any names, but wanted to match \(host)" }
        return "certificate is valid for \(valid.joined(separator: ", ")), not \(host)"
    }
}

extension TLSCredential {
    fileprivate var message: String {
        switch self {
        case .authorities: "unable to load root certificates: unable to parse bytes as PEM block"
        case .clientCertificate: "tls: failed to find any PEM data in certificate input"
        case .clientKey: "tls: failed to find any PEM data in key input"
        case .keyOfAnotherCertificate: "tls: private key does not match public key"
        }
    }
}

extension MalformedResponse {
    fileprivate var message: String {
        switch self {
        case .chunk: return "invalid byte in chunk length"
        case .contentEncoding: return "gzip: invalid header"
        default: return "net/http: HTTP/1.x transport connection broken: \(detail)"
        }
    }

    private var detail: String {
        switch self {
        case .line(let line): "malformed HTTP response \(String(decoding: line, as: UTF8.self).goQuoted)"
        case .statusCode(let code): "malformed HTTP status code \(code.goQuoted)"
        case .version(let version): "malformed HTTP version \(version.goQuoted)"
        case .headerWithoutColon(let line): "malformed MIME header: missing colon: \(line.goQuoted)"
        case .contentLength(let value): "bad Content-Length \(value.goQuoted)"
        case .chunk, .contentEncoding, .other: "malformed HTTP response"
        }
    }
}
