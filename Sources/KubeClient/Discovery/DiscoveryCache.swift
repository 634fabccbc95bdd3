import JSONModel
package import SystemIO

/// Keeps what a server has on disk, so that a warm command asks the server only for what the user wants.
///
/// One file a server, below kubectl's cache folder; folders are 0700, the file 0600 and replaced atomically. Nothing
/// here fails: a cache that cannot be read or written is only slower.
package struct DiscoveryCache: Sendable {
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

    private var file: String { "\(folder)/skubectl.json" }

    /// The snapshot on disk; nil where there is none, it is too old, or cannot be read.
    func load() -> DiscoverySnapshot? {
        // Whatever is wrong with a cached file, the server is asked instead.
        guard let status = try? FileSystem.status(file),
            case let age = clock.nanosecondsSinceEpoch() - status.modificationTime, (0..<Self.lifetime).contains(age),
            let bytes = try? FileSystem.read(file, limit: Self.largestFile),
            let document = try? JSONParser.parse(bytes)
        else { return nil }
        return DiscoverySnapshot(cacheDocument: document)
    }

    /// Stores a snapshot that has no failures.
    func store(_ snapshot: DiscoverySnapshot) {
        guard snapshot.failures.isEmpty else { return }
        // A folder that cannot be written costs the next command a few requests, and nothing else.
        try? FileSystem.makeDirectories(folder, mode: 0o700)
        try? FileSystem.replace(file, with: JSONWriter.bytes(snapshot.cacheDocument), mode: 0o600)
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
