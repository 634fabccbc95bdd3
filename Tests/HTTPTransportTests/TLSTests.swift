import TestSupport
import Testing

@testable import HTTPTransport

/// Handshakes with servers of the openssl tool.
@Suite(.timeLimit(.minutes(2)))
struct TLSTests {
    private let certificates: TestCertificates

    init() throws {
        certificates = try TestCertificates.shared.get()
    }

    private func tls(_ authority: String = "ca", client: String? = nil) throws -> TLSOptions {
        TLSOptions(
            authorities: try certificates.bytes("\(authority).crt"),
            clientCertificate: try client.map { try certificates.bytes("\($0).crt") },
            clientKey: try client.map { try certificates.bytes("\($0).key") })
    }

    private func status(_ url: String, _ tls: TLSOptions) async throws -> Int {
        let transport = CurlTransport(TransportOptions(tls: tls))
        return try await transport.send(HTTPRequest(url: url, timeout: .seconds(30))).status
    }

    private func failure(_ url: String, _ tls: TLSOptions) async throws -> TransportError? {
        do throws(TransportError) {
            _ = try await CurlTransport(TransportOptions(tls: tls)).send(HTTPRequest(url: url, timeout: .seconds(30)))
            return nil
        } catch {
            return error
        }
    }

    @Test func trustsTheGivenAuthority() async throws {
        let server = try OpenSSLServer("server", certificates)
        #expect(try await status(server.url, tls()) == 200)
        #expect(try await status("https://localhost:\(server.port)/", tls()) == 200)
    }

    @Test func trustsNobodyElse() async throws {
        let server = try OpenSSLServer("server", certificates)
        let suspect = SuspectAuthority(fault: .ecdsa, name: "test-ca")
        #expect(try await failure(server.url, tls("other")) == .tls(.unknownAuthority(suspect: suspect)))
        // The system's authorities.
        #expect(try await failure(server.url, TLSOptions()) == .tls(.unknownAuthority(suspect: nil)))
    }

    @Test func insecureTrustsAnyone() async throws {
        let server = try OpenSSLServer("elsewhere", certificates)
        #expect(try await status(server.url, TLSOptions(insecure: true)) == 200)
    }

    @Test func refusesAnotherHostsCertificate() async throws {
        let server = try OpenSSLServer("elsewhere", certificates)
        let names = CertificateNames(names: ["a.example", "b.example"], addresses: ["10.0.0.1"])
        #expect(
            try await failure(server.url, tls())
                == .tls(.wrongHost(names, host: "127.0.0.1", hostIsAddress: true, commonNameMatches: false)))
    }

    @Test func theServerNameStandsForTheHost() async throws {
        let server = try OpenSSLServer("elsewhere", certificates)
        var options = try tls()
        options.serverName = "b.example"
        #expect(try await status(server.url, options) == 200)
        options.serverName = "c.example"
        let names = CertificateNames(names: ["a.example", "b.example"], addresses: ["10.0.0.1"])
        #expect(
            try await failure(server.url, options)
                == .tls(.wrongHost(names, host: "c.example", hostIsAddress: false, commonNameMatches: false)))
    }

    @Test func refusesAnExpiredCertificate() async throws {
        let server = try OpenSSLServer("expired", certificates)
        guard case .tls(.expired(let now, let limit))? = try await failure(server.url, tls()) else {
            Issue.record("no expiry")
            return
        }
        #expect(now > limit)
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func showsTheClientsCertificate(version: String) async throws {
        let options = ["-Verify", "1", "-verify_return_error", "-CAfile", certificates.path("ca.crt"), version]
        let server = try OpenSSLServer("server", certificates, options: options)
        #expect(try await status(server.url, tls(client: "client")) == 200)
    }

    /// 116 is certificate_required, which TLS 1.2 does not have; 40 is handshake_failure.
    @Test(arguments: [("-tls1_2", 40), ("-tls1_3", 116)])
    func tellsTheServersAlert(version: String, alert: UInt8) async throws {
        let options = ["-Verify", "1", "-verify_return_error", "-CAfile", certificates.path("ca.crt"), version]
        let server = try OpenSSLServer("server", certificates, options: options)
        #expect(try await failure(server.url, tls()) == .tls(.alert(alert)))
    }

    @Test func refusesOldVersions() async throws {
        let options = ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]
        let server = try OpenSSLServer("server", certificates, options: options)
        guard case .tls(.alert)? = try await failure(server.url, tls()) else {
            Issue.record("no alert")
            return
        }
    }

    @Test(arguments: [("HTTP/1.0 400 Bad Request\r\n\r\n", TLSFailure.plainHTTPServer), ("SSH-2.0-x\r\n", .notTLS)])
    func tellsAServerThatDoesNotSpeakTLS(answer: String, failure expected: TLSFailure) async throws {
        let server = try LoopbackServer { connection in
            connection.write(answer)
            connection.waitForEnd()
        }
        #expect(try await failure("https://127.0.0.1:\(server.port)/", tls()) == .tls(expected))
    }

    @Test func aServerThatHangsUpInTheHandshake() async throws {
        let server = try LoopbackServer { connection in
            // Half a ClientHello is enough to be sure that it has begun.
            _ = connection.readSome()
        }
        #expect(try await failure("https://127.0.0.1:\(server.port)/", tls()) == .endOfStream(inBody: false))
    }

    @Test func unusableCredentials() async throws {
        let server = try OpenSSLServer("server", certificates)
        let garbage = Array("garbage".utf8)
        var options = try tls()
        options.authorities = garbage
        #expect(try await failure(server.url, options) == .unusableCredentials(.authorities))
        options = try tls(client: "client")
        options.clientKey = garbage
        #expect(try await failure(server.url, options) == .unusableCredentials(.clientKey))
        options.clientKey = try certificates.bytes("ca.key")
        #expect(try await failure(server.url, options) == .unusableCredentials(.keyOfAnotherCertificate))
        options.clientCertificate = garbage
        #expect(try await failure(server.url, options) == .unusableCredentials(.clientCertificate))
    }
}
