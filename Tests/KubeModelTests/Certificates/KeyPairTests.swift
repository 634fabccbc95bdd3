import KubeModel
import Testing

/// Certificates and keys that openssl made.
struct KeyPairTests {
    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBcTCCARegAwIBAgIUA2wx2xPwyMibQ5u2jZrNnI1+RU4wCgYIKoZIzj0EAwIw
        DTELMAkGA1UEAwwCZWMwIBcNMjYxMTI5MDI0OTAwWhgPMjEyNjExMDUwMjQ5MDBa
        MA0xCzAJBgNVBAMMAmVjMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEZaMhyNGu
        qU4owTGEaEa+pk9Qq2dJbz8dmTqYvginTLIZCk834q2bxLkovgVAhr7iaaM4MxjV
        FSkjRaLyl4iCm6NTMFEwHQYDVR0OBBYEFODoQZdk4h9coUp0Gpx2w+GqrNe0MB8G
        A1UdIwQYMBaAFODoQZdk4h9coUp0Gpx2w+GqrNe0MA8GA1UdEwEB/wQFMAMBAf8w
        CgYIKoZIzj0EAwIDSAAwRQIhAK8+OW3MTWSWwpZVPa9PQl6G6KykJpoiEtA+rkN4
        raqJAiBnLO6M6SbJZQXWwc6ga+1nadBHgnS9QGlC+97YeTXJ/A==
        -----END CERTIFICATE-----
        """

    private static let key = """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIJPMCryWtcbZKN/qWpbCnGi9yNPqRGVLz1lUBicagYz7oAoGCCqGSM49
        AwEHoUQDQgAEZaMhyNGuqU4owTGEaEa+pk9Qq2dJbz8dmTqYvginTLIZCk834q2b
        xLkovgVAhr7iaaM4MxjVFSkjRaLyl4iCmw==
        -----END EC PRIVATE KEY-----
        """

    private static let otherKey = """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIOfAT/ip/fEWMIZP3AVr2qxYw15918ma69Fom93g6fFkoAoGCCqGSM49
        AwEHoUQDQgAEcYas8Pocf6xcVtRCcEBl5RfOSAuD87elEuEVG45UwBLFmrcvDN3r
        6UrhgTS6MEv+0DLAIFLU3aRC+c+lFo/PUw==
        -----END EC PRIVATE KEY-----
        """

    private static let keyOfOtherType = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIGKcTXwRPslRu7oNR6/GNmbG/42rhAHIFxsltIMa96vl
        -----END PRIVATE KEY-----
        """

    private static let brokenCertificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    private static let brokenKey = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
    private static let other = "-----BEGIN X-----\nAAAA\n-----END X-----\n"

    private func fault(_ certificate: String, _ key: String) -> KeyPairFault? {
        do throws(KeyPairFault) {
            try KeyPair.check(certificate: Array(certificate.utf8), key: Array(key.utf8))
        } catch {
            return error
        }
        return nil
    }

    @Test func `what belongs together is taken, whatever stands around it`() {
        #expect(fault(Self.certificate, Self.key) == nil)
        #expect(fault("x\n" + Self.other + Self.certificate, Self.certificate + "\n" + Self.key) == nil)
    }

    @Test func `what does not belong together is refused`() {
        #expect(fault(Self.certificate, Self.otherKey) == .otherKey)
        #expect(fault(Self.certificate, Self.keyOfOtherType) == .otherKeyType)
        #expect(fault(Self.certificate, Self.brokenKey) == .malformedKey)
        #expect(fault(Self.brokenCertificate, Self.key) == .malformedCertificate)
    }

    @Test func `what is something else is told`() {
        #expect(fault("", Self.key) == .noCertificateData)
        #expect(fault(Self.certificate, "") == .noKeyData)
        #expect(fault(Self.key, Self.key) == .keyAsCertificate)
        #expect(fault(Self.brokenKey, Self.key) == .keyAsCertificate)
        #expect(fault(Self.other + Self.other, Self.key) == .noCertificate(found: ["X", "X"]))
        #expect(fault(Self.certificate, Self.certificate) == .certificateAsKey)
        #expect(fault(Self.certificate, Self.other) == .noKey(found: ["X"]))
    }
}
