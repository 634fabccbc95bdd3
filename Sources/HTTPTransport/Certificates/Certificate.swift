import StdlibExtensions

/// What is needed of an X.509 certificate to say why it was refused (RFC 5280, section 4.1).
struct Certificate {
    /// Seconds since the epoch, both inclusive.
    let validFrom: Int64
    let validUntil: Int64
    /// The encodings of the two names, which is how issuers are found.
    let issuer: [UInt8]
    let subject: [UInt8]
    let commonName: String
    let organization: String
    let serial: [UInt8]
    /// What Go says when its signature does not verify.
    let signatureFault: SuspectAuthority.Fault
    /// Whether it may sign other certificates.
    let isAuthority: Bool
    /// Whether it has a subject alternative name, of whatever type.
    let hasAlternativeNames: Bool
    let names: [String]
    let addresses: [InternetAddress]

    private enum Tag {
        static let integer: UInt8 = 0x02
        static let boolean: UInt8 = 0x01
        static let bitString: UInt8 = 0x03
        static let octetString: UInt8 = 0x04
        static let identifier: UInt8 = 0x06
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
        static let version: UInt8 = 0xA0
        static let extensions: UInt8 = 0xA3
        static let dnsName: UInt8 = 0x82
        static let address: UInt8 = 0x87
    }

    private enum Identifier {
        static let commonName: [UInt8] = [0x55, 0x04, 0x03]
        static let organization: [UInt8] = [0x55, 0x04, 0x0A]
        static let keyUsage: [UInt8] = [0x55, 0x1D, 0x0F]
        static let alternativeNames: [UInt8] = [0x55, 0x1D, 0x11]
        static let basicConstraints: [UInt8] = [0x55, 0x1D, 0x13]
        static let rsa: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01]
        static let ecdsa: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04]
        static let ed25519: [UInt8] = [0x2B, 0x65, 0x70]
    }

    /// Reads a DER certificate; nil where it is none.
    init?(_ der: [UInt8]) {
        var outer = DERReader(der[...])
        guard let whole = outer.next(Tag.sequence) else { return nil }
        var parts = whole.reader
        guard let signed = parts.next(Tag.sequence), let algorithm = parts.next(Tag.sequence) else { return nil }
        var fields = signed.reader
        let version = fields.next(Tag.version)
        guard let serial = fields.next(Tag.integer), fields.next(Tag.sequence) != nil,
            let issuer = fields.next(Tag.sequence), let validity = fields.next(Tag.sequence),
            let subject = fields.next(Tag.sequence), fields.next(Tag.sequence) != nil
        else { return nil }
        var times = validity.reader
        guard let from = times.next().flatMap(Self.time), let until = times.next().flatMap(Self.time) else {
            return nil
        }
        validFrom = from
        validUntil = until
        self.serial = Array(serial.contents)
        self.issuer = Array(issuer.whole)
        self.subject = Array(subject.whole)
        signatureFault = Self.signatureFault(algorithm)
        commonName = Self.attribute(Identifier.commonName, of: subject)
        organization = Self.attribute(Identifier.organization, of: subject)
        let extensions = Self.extensions(in: &fields)
        isAuthority = Self.isAuthority(extensions, isVersion3: version?.contents.last == 2)
        let alternatives = extensions[Identifier.alternativeNames]
        hasAlternativeNames = alternatives != nil
        (names, addresses) = alternatives.map(Self.generalNames) ?? ([], [])
    }

    /// What Go calls the certificate when it suspects it.
    var displayName: String {
        if !commonName.isEmpty { return commonName }
        if !organization.isEmpty { return organization }
        return "serial:" + Self.decimal(serial)
    }

    private static func signatureFault(_ element: DERReader.Element) -> SuspectAuthority.Fault {
        var fields = element.reader
        guard let identifier = fields.next(Tag.identifier)?.contents else { return .other }
        if identifier.starts(with: Identifier.rsa) { return .rsa }
        if identifier.starts(with: Identifier.ecdsa) { return .ecdsa }
        return Array(identifier) == Identifier.ed25519 ? .ed25519 : .other
    }

    /// The rule of Go's `CheckSignatureFrom`.
    private static func isAuthority(_ extensions: Extensions, isVersion3: Bool) -> Bool {
        if let constraints = extensions[Identifier.basicConstraints] {
            var outer = constraints.reader
            var fields = outer.next(Tag.sequence)?.reader
            guard let value = fields?.next(Tag.boolean)?.contents.first, value != 0 else { return false }
        } else if isVersion3 {
            return false
        }
        guard let usage = extensions[Identifier.keyUsage] else { return true }
        var outer = usage.reader
        // The first byte tells how many bits of the last one do not count; keyCertSign is bit 5.
        let bits = outer.next(Tag.bitString)?.contents.dropFirst().first ?? 0
        return bits == 0 || bits & 0x04 != 0
    }

    /// The last value of an attribute of a name, as Go keeps the last; empty for none.
    private static func attribute(_ identifier: [UInt8], of name: DERReader.Element) -> String {
        var found = ""
        var sets = name.reader
        while let set = sets.next(Tag.set) {
            var pairs = set.reader
            while let pair = pairs.next(Tag.sequence) {
                var fields = pair.reader
                guard let key = fields.next(Tag.identifier), let value = fields.next() else { continue }
                if Array(key.contents) == identifier { found = String(decoding: value.contents, as: UTF8.self) }
            }
        }
        return found
    }

    /// The values of the extensions by their identifiers, of which there are a few.
    private struct Extensions {
        var all: [(identifier: [UInt8], value: DERReader.Element?)] = []

        subscript(identifier: [UInt8]) -> DERReader.Element? {
            all.last { $0.identifier == identifier }?.value
        }
    }

    private static func extensions(in fields: inout DERReader) -> Extensions {
        var found = Extensions()
        while let field = fields.next() {
            guard field.tag == Tag.extensions else { continue }
            var lists = field.reader
            guard var list = lists.next(Tag.sequence)?.reader else { break }
            while let one = list.next(Tag.sequence) {
                var parts = one.reader
                guard let identifier = parts.next(Tag.identifier) else { continue }
                _ = parts.next(Tag.boolean)
                found.all.append((Array(identifier.contents), parts.next(Tag.octetString)))
            }
        }
        return found
    }

    private static func generalNames(_ value: DERReader.Element) -> (names: [String], addresses: [InternetAddress]) {
        var outer = value.reader
        var names: [String] = []
        var addresses: [InternetAddress] = []
        guard var list = outer.next(Tag.sequence)?.reader else { return (names, addresses) }
        while let name = list.next() {
            switch name.tag {
            case Tag.dnsName: names.append(String(decoding: name.contents, as: UTF8.self))
            case Tag.address:
                if let address = InternetAddress(bytes: Array(name.contents)) { addresses.append(address) }
            default: break
            }
        }
        return (names, addresses)
    }

    /// UTCTime or GeneralizedTime, in seconds since the epoch (RFC 5280, section 4.1.2.5).
    private static func time(_ element: DERReader.Element) -> Int64? {
        let digits = element.contents.prefix { (0x30...0x39).contains($0) }.map { Int64($0 - 0x30) }
        let yearDigits = element.tag == 0x17 ? 2 : 4
        guard element.tag == 0x17 || element.tag == 0x18, digits.count == yearDigits + 10 else { return nil }
        func number(_ start: Int, _ count: Int) -> Int64 {
            digits[start..<start + count].reduce(0) { $0 * 10 + $1 }
        }
        var year = number(0, yearDigits)
        if yearDigits == 2 { year += year < 50 ? 2000 : 1900 }
        let month = number(yearDigits, 2)
        let day = number(yearDigits + 2, 2)
        let clock = number(yearDigits + 4, 2) * 3600 + number(yearDigits + 6, 2) * 60 + number(yearDigits + 8, 2)
        guard (1...12).contains(month) else { return nil }
        return days(year: year, month: month, day: day) * 86_400 + clock
    }

    /// Days since the epoch of a date of the Gregorian calendar, counted in years that begin in March.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// A big-endian number in decimal digits.
    private static func decimal(_ bytes: [UInt8]) -> String {
        var digits: [UInt8] = [0]
        for byte in bytes {
            var carry = Int(byte)
            for index in digits.indices {
                let value = Int(digits[index]) * 256 + carry
                digits[index] = UInt8(value % 10)
                carry = value / 10
            }
            while carry > 0 {
                digits.append(UInt8(carry % 10))
                carry /= 10
            }
        }
        return digits.reversed().map(String.init).joined()
    }
}
