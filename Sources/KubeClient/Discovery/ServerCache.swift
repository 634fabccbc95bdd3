package import JSONModel
package import SystemIO

/// Keeps what a server tells of itself on disk, so that a warm command asks the server only for what the user wants.
///
/// One folder a server, beside the files of kubectl's own cache; folders are 0700, files 0600 and replaced atomically.
/// Nothing here fails: a cache that cannot be read or written is only slower.
package struct ServerCache: Sendable {
    /// What is kept, each in a file of its own.
    package enum Entry: Sendable, Hashable {
        case discovery
        /// The definitions of the OpenAPI document of version 2.
        case openAPI
        /// The OpenAPI document of version 3 of one API version, by the server's name for it: "apis/apps/v1".
        case openAPIVersion(String)

        fileprivate var fileName: String {
            switch self {
            case .discovery: "skubectl-discovery.json"
            case .openAPI: "skubectl-openapi.json"
            case .openAPIVersion(let name):
                "skubectl-openapi-v3-\(String(name.map { isPlain($0) && $0 != "/" ? $0 : "_" })).json"
            }
        }
    }

    private let folder: String
    private let clock: any WallClock

    /// As long as kubectl's: six hours.
    private static let lifetime: Int64 = 6 * 3600 * 1_000_000_000
    private static let largestFile = 64 << 20

    /// A cache below `cacheFolder` (kubectl's `--cache-dir`) for the server at `serverURL`.
    package init(cacheFolder: String, serverURL: String, clock: any WallClock) {
        folder = "\(cacheFolder)/discovery/\(Self.folderName(serverURL))"
        self.clock = clock
    }

    private func file(_ entry: Entry) -> String { "\(folder)/\(entry.fileName)" }

    /// The document on disk; nil where there is none, it is too old, or cannot be read.
    ///
    /// - Parameter ofAnyAge: For what the server is asked about before it is used.
    package func document(_ entry: Entry, ofAnyAge: Bool = false) -> JSONValue? {
        let file = file(entry)
        do {
            let age = clock.nanosecondsSinceEpoch() &- (try FileSystem.status(file)).modificationTime
            guard ofAnyAge || (0..<Self.lifetime).contains(age) else { return nil }
            return try JSONParser.parse(try FileSystem.read(file, limit: Self.largestFile))
        } catch {
            return nil
        }
    }

    /// Keeps a document, in the place of the one before it.
    package func store(_ document: JSONValue, as entry: Entry) {
        do {
            try FileSystem.makeDirectories(folder, mode: 0o700)
            try FileSystem.replace(file(entry), with: JSONWriter.bytes(document), mode: 0o600)
        } catch {
            // What cannot be kept costs the next command a few requests, and nothing else.
        }
    }

    /// The server's host and port with every other character than letters, digits, "_", "/", "(", ")" and "." made
    /// "_", as kubectl names its own folder.
    private static func folderName(_ serverURL: String) -> String {
        var host = Substring(serverURL)
        for scheme in ["https://", "http://"] where host.hasPrefix(scheme) {
            host = host.dropFirst(scheme.count)
            break
        }
        return String(host.map { isPlain($0) ? $0 : "_" })
    }

    private static func isPlain(_ character: Character) -> Bool {
        guard let value = character.asciiValue else { return false }
        let isWord = character.isLetter || character.isNumber || character == "_"
        return isWord || [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")")].contains(value)
    }
}
