package import KubeModel
import Templates

/// Describes a wish for a certificate, with whom the certificate is for.
package struct CertificateSigningRequestDescriber: Describer {
    private let object: CertificateSigningRequest
    private let request: CertificateRequest
    private let events: [Event]?

    /// Takes an object, the request in it, and the events about it; nil where they were not asked for.
    package init(object: CertificateSigningRequest, request: CertificateRequest, events: [Event]?) {
        self.object = object
        self.request = request
        self.events = events
    }

    package func describe(into text: inout DescribeText) {
        text.field("Name", object.metadata.name)
        text.field("Labels", Labels.text(object.metadata.labels))
        text.field("Annotations", Labels.text(object.metadata.annotations))
        text.field("CreationTimestamp", text.time(object.metadata.creationTimestamp))
        text.field("Requesting User", object.spec.username)
        if !object.spec.signerName.isEmpty { text.field("Signer", object.spec.signerName) }
        if let seconds = object.spec.expirationSeconds {
            text.field("Requested Duration", HumanDuration.text(nanoseconds: Int64(seconds) * 1_000_000_000))
        }
        text.field("Status", object.state)
        subject(into: &text)
        alternativeNames(into: &text)
        text.events(events)
    }

    private func subject(into text: inout DescribeText) {
        text.line("Subject:")
        text.field("\tCommon Name", request.commonName)
        text.field("\tSerial Number", request.serialNumber)
        for part in CertificateRequest.SubjectPart.allCases {
            list(part.title, request.subject[part] ?? [], into: &text)
        }
    }

    private func alternativeNames(into text: inout DescribeText) {
        let lists = [
            ("DNS Names", request.dnsNames), ("Email Addresses", request.emailAddresses), ("URIs", request.uris),
            ("IP Addresses", request.addresses),
        ]
        guard lists.contains(where: { !$0.1.isEmpty }) else { return }
        text.line("Subject Alternative Names:")
        for (title, values) in lists { list(title, values, into: &text) }
    }

    private func list(_ title: String, _ values: [String], into text: inout DescribeText) {
        guard !values.isEmpty else { return }
        // kubectl takes the values for a format.
        text.line("\t\(title):\t" + GoFormat.text(values.joined(separator: "\n\t\t")))
    }
}

extension CertificateRequest.SubjectPart {
    fileprivate var title: String {
        switch self {
        case .organization: "Organization"
        case .organizationalUnit: "Organizational Unit"
        case .country: "Country"
        case .locality: "Locality"
        case .province: "Province"
        case .streetAddress: "StreetAddress"
        case .postalCode: "PostalCode"
        }
    }
}
