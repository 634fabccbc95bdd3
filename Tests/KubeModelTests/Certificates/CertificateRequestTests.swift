import KubeModel
import StdlibExtensions
import TestSupport
import Testing

/// Certificate requests made by openssl, and what is left of them when they are damaged.
struct CertificateRequestTests {
    private func whole() throws -> [UInt8] { try Fixture().bytes("request.csr") }

    private func pem(_ bytes: [UInt8]) -> [UInt8] {
        let mark = "CERTIFICATE REQUEST-----\n"
        return Array("-----BEGIN \(mark)\(Base64.encode(bytes))\n-----END \(mark)".utf8)
    }

    private func der() throws -> [UInt8] {
        let lines = String(decoding: try whole(), as: UTF8.self).split(separator: "\n").dropFirst().dropLast()
        return try Base64.decode(lines.joined()).get()
    }

    @Test func readsNamesAndAddresses() throws {
        let request = try CertificateRequest(pem: try whole())
        #expect(request.commonName == "full:client")
        #expect(request.serialNumber == "42")
        #expect(request.subject[.organization] == ["skubectl", "parity", "system:masters-not"])
        #expect(request.subject[.country] == ["DE", "FR"])
        #expect(request.dnsNames == ["one.example.com", "*.two.example.com"])
        #expect(request.emailAddresses == ["me@example.com"])
        #expect(request.addresses == ["10.1.2.3", "2001:db8::1", "2001:0:0:1::1"])
        #expect(request.uris == ["https://example.com/path?x=1", "spiffe://cluster/ns/a"])
    }

    @Test func findsTheFirstBlock() throws {
        let text = try Array("before\n".utf8) + whole() + Array("behind\n".utf8)
        #expect(try CertificateRequest(pem: text) == CertificateRequest(pem: whole()))
        let other = try Array("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".utf8) + whole()
        #expect(throws: CertificateRequestFault.notARequest) { try CertificateRequest(pem: other) }
        for text in ["", "-----BEGIN CERTIFICATE REQUEST-----", "-----BEGIN -----\n-----END -----\n"] {
            #expect(throws: CertificateRequestFault.notARequest) { try CertificateRequest(pem: Array(text.utf8)) }
        }
    }

    @Test func damagedRequestsAreFaults() throws {
        let der = try der()
        #expect(throws: CertificateRequestFault.trailingData) { try CertificateRequest(pem: pem(der + [0])) }
        for length in 1..<der.count {
            #expect(throws: CertificateRequestFault.truncated) {
                try CertificateRequest(pem: pem(Array(der.prefix(length))))
            }
        }
    }

    /// Whatever a byte is changed to, there is a request or a fault.
    @Test func changedBytesDoNotCrash() throws {
        let der = try der()
        for index in der.indices {
            for value: UInt8 in [0x00, 0x1f, 0x7f, 0x80, 0x84, 0xff] {
                var changed = der
                changed[index] = value
                _ = Result { try CertificateRequest(pem: pem(changed)) }
            }
        }
    }
}
