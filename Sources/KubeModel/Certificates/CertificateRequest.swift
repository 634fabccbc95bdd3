import StdlibExtensions

/// Why there is no certificate request to be read.
package enum CertificateRequestFault: Error, Hashable {
    /// There is no PEM block, or one of something else.
    case notARequest
    /// The request ends before it should.
    case truncated
    /// There is something behind the request.
    case trailingData
    /// The request is not of the form of PKCS #10.
    case malformed
    /// An address of the Internet of this many bytes.
    case addressLength(Int)
    /// An address of version 4 that is written as one of version 6.
    case mappedAddress
}

/// Whom a certificate is wanted for (PKCS #10, RFC 2986), as far as it is shown.
package struct CertificateRequest: Sendable, Hashable {
    /// The parts of a subject's name that can have several values, in the order they are shown.
    package enum SubjectPart: UInt8, CaseIterable, Sendable {
        // The last number of the part's identifier, 2.5.4.x.
        case organization = 10
        case organizationalUnit = 11
        case country = 6
        case locality = 7
        case province = 8
        case streetAddress = 9
        case postalCode = 17
    }

    package private(set) var commonName = ""
    package private(set) var serialNumber = ""
    package private(set) var subject: [SubjectPart: [String]] = [:]
    package private(set) var dnsNames: [String] = []
    package private(set) var emailAddresses: [String] = []
    package private(set) var uris: [String] = []
    package private(set) var addresses: [String] = []

    private enum Tag {
        static let integer: UInt8 = 0x02
        static let bitString: UInt8 = 0x03
        static let octetString: UInt8 = 0x04
        static let identifier: UInt8 = 0x06
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
        static let attributes: UInt8 = 0xa0
        static let emailAddress: UInt8 = 0x81
        static let dnsName: UInt8 = 0x82
        static let uri: UInt8 = 0x86
        static let address: UInt8 = 0x87
    }

    private static let extensionRequest: [UInt8] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x0e]
    private static let alternativeNames: [UInt8] = [0x55, 0x1d, 0x11]

    /// Reads the first block of a text in PEM.
    package init(pem: [UInt8]) throws(CertificateRequestFault) {
        guard let block = PEMBlock(first: pem), block.type == "CERTIFICATE REQUEST" else { throw .notARequest }
        var outer = DERReader(block.bytes[...])
        var request = try Self.read(Tag.sequence, from: &outer).reader
        guard outer.isAtEnd else { throw .trailingData }
        var info = try Self.read(Tag.sequence, from: &request).reader
        _ = try Self.read(Tag.integer, from: &info)
        try readName(Self.read(Tag.sequence, from: &info).reader)
        _ = try Self.read(Tag.sequence, from: &info)
        if !info.isAtEnd { try readAttributes(Self.read(Tag.attributes, from: &info).reader) }
        _ = try Self.read(Tag.sequence, from: &request)
        _ = try Self.read(Tag.bitString, from: &request)
    }

    private mutating func readName(_ parts: DERReader) throws(CertificateRequestFault) {
        var parts = parts
        while !parts.isAtEnd {
            var attributes = try Self.read(Tag.set, from: &parts).reader
            while !attributes.isAtEnd {
                var attribute = try Self.read(Tag.sequence, from: &attributes).reader
                let identifier = Array(try Self.read(Tag.identifier, from: &attribute).contents)
                guard identifier.count == 3, identifier.starts(with: [0x55, 0x04]),
                    let text = try Self.read(from: &attribute).text
                else { continue }
                switch identifier[2] {
                case 3: commonName = text
                case 5: serialNumber = text
                default:
                    if let part = SubjectPart(rawValue: identifier[2]) { subject[part, default: []].append(text) }
                }
            }
        }
    }

    private mutating func readAttributes(_ attributes: DERReader) throws(CertificateRequestFault) {
        var attributes = attributes
        while !attributes.isAtEnd {
            var attribute = try Self.read(Tag.sequence, from: &attributes).reader
            guard try Self.read(Tag.identifier, from: &attribute).contents.elementsEqual(Self.extensionRequest) else {
                continue
            }
            var values = try Self.read(Tag.set, from: &attribute).reader
            var extensions = try Self.read(Tag.sequence, from: &values).reader
            while !extensions.isAtEnd { try readExtension(Self.read(Tag.sequence, from: &extensions).reader) }
        }
    }

    private mutating func readExtension(_ parts: DERReader) throws(CertificateRequestFault) {
        var parts = parts
        guard try Self.read(Tag.identifier, from: &parts).contents.elementsEqual(Self.alternativeNames) else {
            return
        }
        var value = try Self.read(from: &parts)
        // Whether the extension is critical may stand before its value.
        if value.tag != Tag.octetString { value = try Self.read(Tag.octetString, from: &parts) }
        var outer = value.reader
        var names = try Self.read(Tag.sequence, from: &outer).reader
        while !names.isAtEnd {
            let name = try Self.read(from: &names)
            let text = String(decoding: name.contents, as: UTF8.self)
            switch name.tag {
            case Tag.emailAddress: emailAddresses.append(text)
            case Tag.dnsName: dnsNames.append(text)
            case Tag.uri: uris.append(text)
            case Tag.address:
                addresses.append(try Self.address(Array(name.contents)))
            default: continue
            }
        }
    }

    /// An address; those of version 4 among those of version 6 are faults, as in Go.
    private static func address(_ bytes: [UInt8]) throws(CertificateRequestFault) -> String {
        guard let text = InternetAddressText.text(bytes) else { throw .addressLength(bytes.count) }
        guard bytes.count == 4 || !bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]) else {
            throw .mappedAddress
        }
        return text
    }

    /// The next value, of any type.
    private static func read(from reader: inout DERReader) throws(CertificateRequestFault) -> DERReader.Element {
        guard let element = reader.next() else { throw .truncated }
        return element
    }

    /// The next value, which must be of this type.
    private static func read(
        _ tag: UInt8, from reader: inout DERReader
    ) throws(CertificateRequestFault) -> DERReader.Element {
        let element = try read(from: &reader)
        guard element.tag == tag else { throw .malformed }
        return element
    }
}

extension DERReader.Element {
    /// The text, where the value is of a type of texts.
    fileprivate var text: String? {
        switch tag {
        // UTF8String, NumericString, PrintableString, T61String and IA5String
        case 0x0c, 0x12, 0x13, 0x14, 0x16: String(decoding: contents, as: UTF8.self)
        // BMPString
        case 0x1e where contents.count.isMultiple(of: 2):
            String(
                decoding: stride(from: contents.startIndex, to: contents.endIndex, by: 2).map {
                    UInt16(contents[$0]) << 8 | UInt16(contents[$0 + 1])
                }, as: UTF16.self)
        default: nil
        }
    }
}
