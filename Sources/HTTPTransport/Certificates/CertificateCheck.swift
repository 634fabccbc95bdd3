/// Says what is wrong with a server's certificate in the order Go's crypto/x509 looks: the time, the host, the chain.
struct CertificateCheck {
    /// What OpenSSL made of the certificate's chain.
    struct ChainResult {
        let isVerified: Bool
        /// An X509_V_ERR code.
        let code: Int32
        /// Where in the chain it failed; 0 is the server's own certificate.
        let depth: Int32
    }

    /// OpenSSL's X509_V_ERR codes (openssl/x509_vfy.h) with which a handshake is ended or that have words of their own.
    enum Code {
        static let unspecified: Int32 = 1
        static let notYetValid: Int32 = 9
        static let expired: Int32 = 10
        static let hostMismatch: Int32 = 62
        /// No issuer, a broken signature, self-signed, no authority, a chain that is too long, authority expired.
        static let noAuthority: Set<Int32> = [2, 7, 9, 10, 18, 19, 20, 21, 22, 24, 29, 30, 32, 79]
        static let wrongPurpose: Int32 = 26
    }

    /// The name or address the certificate has to be for.
    let host: String
    /// PEM certificates of the authorities; nil for the system's.
    let authorities: [UInt8]?
    /// Seconds since the epoch.
    let now: Int64

    /// Why `leaf` (DER) is refused and the code to end the handshake with; nil where it is fine.
    func failure(of leaf: [UInt8], _ chain: ChainResult) -> (reason: TLSFailure, code: Int32)? {
        guard let certificate = Certificate(leaf) else {
            return (.unverified(code: chain.code), chain.isVerified ? Code.unspecified : chain.code)
        }
        if now < certificate.validFrom {
            return (.notYetValid(now: now, limit: certificate.validFrom), Code.notYetValid)
        }
        if now > certificate.validUntil {
            return (.expired(now: now, limit: certificate.validUntil), Code.expired)
        }
        if !HostName.matches(host, certificate) { return (wrongHost(certificate), Code.hostMismatch) }
        if chain.isVerified { return nil }
        let code = chain.code == 0 ? Code.unspecified : chain.code
        if chain.code == Code.wrongPurpose { return (.wrongUsage, code) }
        guard Code.noAuthority.contains(chain.code) else { return (.unverified(code: chain.code), code) }
        return (noAuthority(certificate), code)
    }

    /// Why the authority that has the name of the certificate's issuer, if there is one, is none for it.
    private func noAuthority(_ certificate: Certificate) -> TLSFailure {
        guard
            let candidate = PEM.certificates(in: authorities ?? []).lazy.compactMap(Certificate.init)
                .first(where: { $0.subject == certificate.issuer })
        else { return .unknownAuthority(suspect: nil) }
        if now > candidate.validUntil { return .expired(now: now, limit: candidate.validUntil) }
        if now < candidate.validFrom { return .notYetValid(now: now, limit: candidate.validFrom) }
        return .unknownAuthority(
            suspect: SuspectAuthority(
                fault: candidate.isAuthority ? certificate.signatureFault : .cannotSign, name: candidate.displayName))
    }

    private func wrongHost(_ certificate: Certificate) -> TLSFailure {
        .wrongHost(
            CertificateNames(names: certificate.names, addresses: certificate.addresses.map(\.text)), host: host,
            hostIsAddress: InternetAddress(host) != nil,
            commonNameMatches: HostName.commonNameMatches(host, certificate))
    }
}
