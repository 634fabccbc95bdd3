import TestSupport
import Testing

@testable import HTTPTransport

/// Certificates of the openssl tool, valid for ten days from 2026-11-22T20:39:46Z; the sentences kubectl prints for
/// each of these cases are told where the cases are declared.
@Suite struct CertificateCheckTests {
    static let notBefore: Int64 = 1_795_379_986
    static let notAfter: Int64 = 1_796_243_986

    private let fixture = Fixture()

    private func leaf(_ name: String) throws -> [UInt8] {
        try #require(PEM.certificates(in: try fixture.bytes(name)).first)
    }

    private func failure(
        of name: String, host: String, now: Int64 = notBefore, authorities: String? = nil, code: Int32 = 0
    ) throws -> TLSFailure? {
        let check = CertificateCheck(host: host, authorities: try authorities.map(fixture.bytes), now: now)
        let chain = CertificateCheck.ChainResult(isVerified: code == 0, code: code, depth: 0)
        return check.failure(of: try leaf(name), chain)?.reason
    }

    @Test(arguments: ["a.example", "B.EXAMPLE", "a.example.", "10.0.0.1", "::ffff:10.0.0.1"])
    func acceptsTheNamesOfTheCertificate(host: String) throws {
        #expect(try failure(of: "names.pem", host: host) == nil)
    }

    @Test func theTimeIsLookedAtFirst() throws {
        #expect(
            try failure(of: "names.pem", host: "x", now: Self.notAfter + 1, code: 19)
                == .expired(now: Self.notAfter + 1, limit: Self.notAfter))
        #expect(
            try failure(of: "names.pem", host: "x", now: Self.notBefore - 1, code: 19)
                == .notYetValid(now: Self.notBefore - 1, limit: Self.notBefore))
        #expect(try failure(of: "names.pem", host: "a.example", now: Self.notAfter) == nil)
    }

    @Test(arguments: [("c.example", false), ("127.0.0.1", true), ("example", false), ("x.a.example", false)])
    func theHostIsLookedAtSecond(host: String, isAddress: Bool) throws {
        let names = CertificateNames(names: ["a.example", "b.example"], addresses: ["10.0.0.1"])
        #expect(
            try failure(of: "names.pem", host: host, code: 19)
                == .wrongHost(names, host: host, hostIsAddress: isAddress, commonNameMatches: false))
    }

    @Test func theCommonNameCountsForNothing() throws {
        let none = CertificateNames(names: [], addresses: [])
        #expect(
            try failure(of: "common-name.pem", host: "127.0.0.1")
                == .wrongHost(none, host: "127.0.0.1", hostIsAddress: true, commonNameMatches: true))
        #expect(
            try failure(of: "common-name.pem", host: "127.0.0.2")
                == .wrongHost(none, host: "127.0.0.2", hostIsAddress: true, commonNameMatches: false))
    }

    @Test(arguments: [
        ("authority-other.pem", nil),
        ("authority-same-name.pem", SuspectAuthority(fault: .ecdsa, name: "test-ca")),
        ("authority-may-not-sign.pem", SuspectAuthority(fault: .cannotSign, name: "test-ca")),
    ])
    func suspectsTheAuthorityOfTheRightName(authorities: String, suspect: SuspectAuthority?) throws {
        #expect(
            try failure(of: "names.pem", host: "a.example", now: Self.notAfter, authorities: authorities, code: 20)
                == .unknownAuthority(suspect: suspect))
    }

    @Test func anExpiredAuthorityIsExpired() throws {
        #expect(
            try failure(of: "names.pem", host: "a.example", authorities: "authority-expired.pem", code: 10)
                == .expired(now: Self.notBefore, limit: 1_609_459_200))
    }

    @Test func theSystemsAuthoritiesAreNotSuspected() throws {
        #expect(try failure(of: "names.pem", host: "a.example", code: 18) == .unknownAuthority(suspect: nil))
    }

    @Test func otherReasonsOfTheVerifier() throws {
        #expect(try failure(of: "names.pem", host: "a.example", code: 26) == .wrongUsage)
        #expect(try failure(of: "names.pem", host: "a.example", code: 23) == .unverified(code: 23))
    }

    @Test func noCertificateIsNoReasonToGoOn() {
        let check = CertificateCheck(host: "a", authorities: nil, now: 0)
        let chain = CertificateCheck.ChainResult(isVerified: true, code: 0, depth: 0)
        for bytes in [[], [0x30], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], Array("garbage".utf8)] as [[UInt8]] {
            #expect(check.failure(of: bytes, chain)?.code == 1)
        }
    }
}

@Suite struct CertificateTests {
    private func certificate(_ name: String) throws -> Certificate {
        let der = try #require(PEM.certificates(in: try Fixture().bytes(name)).first)
        return try #require(Certificate(der))
    }

    @Test func readsNamesAddressesAndTimes() throws {
        let certificate = try certificate("wildcard.pem")
        #expect(certificate.names == ["*.apps.example", "UPPER.example", "*", "a_b.example"])
        #expect(certificate.addresses.map(\.text) == ["::1"])
        #expect(certificate.hasAlternativeNames)
        #expect(certificate.signatureFault == .rsa)
        #expect(certificate.isAuthority)
        #expect(certificate.subject == certificate.issuer)
    }

    @Test func isCalledByItsNameOrOrganizationOrSerialNumber() throws {
        #expect(try certificate("authority.pem").displayName == "test-ca")
        #expect(try certificate("wildcard.pem").displayName == "Some Org")
    }

    @Test(arguments: [
        ("x.apps.example", true), ("X.Apps.Example", true), ("apps.example", false), ("x.y.apps.example", false),
        ("upper.example", true), ("anything", false), ("a_b.example", true), ("::1", true), ("0:0:0:0:0:0:0:1", true),
        ("::2", false), ("*.apps.example", true), ("", false), (".apps.example", false), ("x.apps.example.", true),
    ])
    func matchesHostsAsGoDoes(host: String, isMatch: Bool) throws {
        #expect(HostName.matches(host, try certificate("wildcard.pem")) == isMatch)
    }

    /// Cut or changed anywhere, a certificate is another one or none, and reading it is safe.
    @Test func readsBrokenCertificatesSafely() throws {
        let der = try #require(PEM.certificates(in: try Fixture().bytes("wildcard.pem")).first)
        for end in der.indices { #expect(Certificate(Array(der[..<end])) == nil) }
        for index in der.indices {
            for value in [0x00, 0x30, 0x80, 0x84, 0xFF] as [UInt8] {
                var changed = der
                changed[index] = value
                _ = Certificate(changed)
            }
        }
    }

    @Test func readsEveryBlockOfABundle() throws {
        let one = try Fixture().text("authority.pem")
        let bundle = "# comment\n" + one + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" + one
        #expect(PEM.certificates(in: Array(bundle.utf8)).count == 2)
        #expect(PEM.certificates(in: Array(one.replacing("\n", with: "\r\n").utf8)).count == 1)
        #expect(PEM.certificates(in: Array("-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----".utf8)) == [])
        #expect(PEM.hasBlock(Array(one.utf8)))
        #expect(!PEM.hasBlock(Array("BEGIN".utf8)))
    }
}
