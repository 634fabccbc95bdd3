import StdlibExtensions

/// Why a certificate and a private key do not belong together; the sentences are those of Go's crypto/tls.
package enum KeyPairFault: Error, Hashable {
    /// kubectl: `tls: failed to find any PEM data in certificate input`
    case noCertificateData
    /// kubectl: `tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs
    /// may have been switched`
    case keyAsCertificate
    /// kubectl: `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the
    /// following types: [A B]`
    case noCertificate(found: [String])
    /// kubectl: `tls: failed to find any PEM data in key input`
    case noKeyData
    /// kubectl: `tls: found a certificate rather than a key in the PEM for the private key`
    case certificateAsKey
    /// kubectl: `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks
    /// of the following types: [A B]`
    case noKey(found: [String])
    /// kubectl: `x509: malformed certificate`
    case malformedCertificate
    /// kubectl: `tls: failed to parse private key`
    case malformedKey
    /// kubectl: `tls: found unknown private key type in PKCS#8 wrapping`
    case unknownKeyType
    /// kubectl: `tls: private key type does not match public key type`
    case otherKeyType
    /// kubectl: `tls: private key does not match public key`
    case otherKey
    /// kubectl: `tls: unknown public key algorithm`
    case unknownAlgorithm
}

/// The check of a certificate with its private key, as Go's `tls.X509KeyPair` has it.
package enum KeyPair {
    /// Throws what is wrong with the texts of a certificate and of a key.
    ///
    /// Of a key that does not tell its public half (Ed25519, and curves without it) only the type is compared.
    package static func check(certificate: [UInt8], key: [UInt8]) throws(KeyPairFault) {
        let certificates = PEMBlock.all(in: certificate)
        guard let first = certificates.first(where: { $0.type == "CERTIFICATE" }) else {
            let types = certificates.map(\.type)
            if types.isEmpty { throw .noCertificateData }
            throw types.count == 1 && types[0].hasSuffix("PRIVATE KEY")
                ? .keyAsCertificate : .noCertificate(found: types)
        }
        let keys = PEMBlock.all(in: key)
        guard let block = keys.first(where: { $0.type == "PRIVATE KEY" || $0.type.hasSuffix(" PRIVATE KEY") }) else {
            let types = keys.map(\.type)
            if types.isEmpty { throw .noKeyData }
            throw types == ["CERTIFICATE"] ? .certificateAsKey : .noKey(found: types)
        }
        guard let publicKey = PublicKey(certificate: first.bytes) else { throw .malformedCertificate }
        let ownKey = try PublicKey.ofPrivateKey(block.bytes)
        guard publicKey.algorithm != .other else { throw .unknownAlgorithm }
        guard publicKey.algorithm == ownKey.algorithm else { throw .otherKeyType }
        guard ownKey.bytes.isEmpty || ownKey.bytes == publicKey.bytes else { throw .otherKey }
    }
}

/// The public half of a key (RFC 5280, section 4.1.2.7).
private struct PublicKey {
    enum Algorithm {
        case rsa
        case ecdsa
        case ed25519
        case other

        init(_ identifier: ArraySlice<UInt8>) {
            switch Array(identifier) {
            case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]: self = .rsa
            case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]: self = .ecdsa
            case [0x2B, 0x65, 0x70]: self = .ed25519
            default: self = .other
            }
        }
    }

    private enum Tag {
        static let integer: UInt8 = 0x02
        static let bitString: UInt8 = 0x03
        static let octetString: UInt8 = 0x04
        static let identifier: UInt8 = 0x06
        static let sequence: UInt8 = 0x30
        static let version: UInt8 = 0xA0
        static let publicKey: UInt8 = 0xA1
    }

    let algorithm: Algorithm
    /// The point of a curve, or the encodings of modulus and exponent; empty where they are not known.
    let bytes: [UInt8]

    init(algorithm: Algorithm, bytes: some Sequence<UInt8>) {
        self.algorithm = algorithm
        self.bytes = Array(bytes)
    }

    /// Nil for what is no certificate.
    init?(certificate: [UInt8]) {
        var outer = DERReader(certificate[...])
        guard var whole = outer.next(Tag.sequence)?.reader, outer.isAtEnd,
            var fields = whole.next(Tag.sequence)?.reader
        else { return nil }
        _ = fields.next(Tag.version)
        guard fields.next(Tag.integer) != nil else { return nil }
        // The algorithm, the issuer, the validity and the subject stand before the key.
        for _ in 0..<4 where fields.next(Tag.sequence) == nil { return nil }
        guard var key = fields.next(Tag.sequence)?.reader, var type = key.next(Tag.sequence)?.reader,
            let identifier = type.next(Tag.identifier), let bits = key.next(Tag.bitString)
        else { return nil }
        algorithm = Algorithm(identifier.contents)
        // The first byte tells how many bits of the last one do not count.
        let contents = bits.contents.dropFirst()
        guard algorithm == .rsa else {
            bytes = Array(contents)
            return
        }
        var reader = DERReader(contents)
        guard var numbers = reader.next(Tag.sequence)?.reader, let modulus = numbers.next(Tag.integer),
            let exponent = numbers.next(Tag.integer)
        else { return nil }
        bytes = Array(modulus.whole) + exponent.whole
    }

    /// Reads a key in the form of PKCS #1, PKCS #8 or SEC 1.
    static func ofPrivateKey(_ der: [UInt8]) throws(KeyPairFault) -> PublicKey {
        if let key = rsa(der[...]) { return key }
        if let key = try wrapped(der[...]) { return key }
        if let key = curve(der[...]) { return key }
        throw .malformedKey
    }

    private static func rsa(_ der: ArraySlice<UInt8>) -> PublicKey? {
        var outer = DERReader(der)
        guard var fields = outer.next(Tag.sequence)?.reader, fields.next(Tag.integer) != nil,
            let modulus = fields.next(Tag.integer), let exponent = fields.next(Tag.integer),
            fields.next(Tag.integer) != nil
        else { return nil }
        return PublicKey(algorithm: .rsa, bytes: modulus.whole + exponent.whole)
    }

    private static func curve(_ der: ArraySlice<UInt8>) -> PublicKey? {
        var outer = DERReader(der)
        guard var fields = outer.next(Tag.sequence)?.reader, fields.next(Tag.integer) != nil,
            fields.next(Tag.octetString) != nil
        else { return nil }
        _ = fields.next(Tag.version)
        var point = fields.next(Tag.publicKey)?.reader
        return PublicKey(algorithm: .ecdsa, bytes: point?.next(Tag.bitString)?.contents.dropFirst() ?? [])
    }

    private static func wrapped(_ der: ArraySlice<UInt8>) throws(KeyPairFault) -> PublicKey? {
        var outer = DERReader(der)
        guard var fields = outer.next(Tag.sequence)?.reader, fields.next(Tag.integer) != nil,
            var type = fields.next(Tag.sequence)?.reader, let identifier = type.next(Tag.identifier),
            let key = fields.next(Tag.octetString)
        else { return nil }
        switch Algorithm(identifier.contents) {
        case .rsa: return rsa(key.contents)
        case .ecdsa: return curve(key.contents)
        case .ed25519: return PublicKey(algorithm: .ed25519, bytes: [])
        case .other: throw .unknownKeyType
        }
    }
}
