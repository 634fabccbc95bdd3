import SystemIO

/// A token in a file that others keep up to date, such as a service account's.
///
/// As in client-go it is read again when it is 50 seconds old; while that fails the last one counts.
actor TokenFileCredentials: CredentialSource {
    private let path: String
    private let certificate: ClientConfiguration.ClientCertificate?
    private let clock: any WallClock
    private var token: String
    private var readAt: Int64?

    private static let lifetime: Int64 = 50_000_000_000
    private static let sizeLimit = 1 << 20

    /// `initial` counts until the file can be read.
    init(
        path: String, initial: String, certificate: ClientConfiguration.ClientCertificate?, clock: any WallClock
    ) {
        self.path = path
        self.certificate = certificate
        self.clock = clock
        token = initial
    }

    func authorization() throws(CredentialError) -> String? {
        let now = clock.nanosecondsSinceEpoch()
        // The clock may be set back.
        if readAt.map({ now - $0 >= Self.lifetime || now < $0 }) ?? true, let read = readToken() {
            token = read
            readAt = now
        }
        return try "Bearer \(token)".checkedAsHeader
    }

    func clientCertificate() -> ClientConfiguration.ClientCertificate? { certificate }

    func renewAfterRejection() -> Bool { false }

    private func readToken() -> String? {
        // The last token counts while the file cannot be read.
        guard let bytes = try? FileSystem.read(path, limit: Self.sizeLimit) else { return nil }
        let text = bytes.trimmingBlanks
        return text.isEmpty ? nil : text
    }
}
