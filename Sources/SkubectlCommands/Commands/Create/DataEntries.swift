import StdlibExtensions
import SystemIO

/// The entries of a config map or a secret while they are collected.
struct DataEntries {
    /// What the entries belong to, which has its own words for what is wrong with them.
    enum Owner {
        case configMap(String)
        case secret
    }

    let owner: Owner
    private(set) var bytes: [String: [UInt8]] = [:]

    init(owner: Owner) {
        self.owner = owner
    }

    /// The entries that are texts.
    var texts: [String: String] { bytes.compactMapValues { String(validating: $0, as: UTF8.self) } }

    /// The entries that are no texts.
    var binaryBytes: [String: [UInt8]] { bytes.filter { String(validating: $0.value, as: UTF8.self) == nil } }

    // MARK: - Sources

    /// Adds what `key=value` says.
    mutating func addLiterals(_ literals: [String]) throws {
        for literal in literals {
            guard let (key, value) = literal.cut(at: "="), !key.isEmpty else {
                throw CommandError.failed("invalid literal source \(literal), expected key=value")
            }
            try add(String(key), Array(value.utf8))
        }
    }

    /// Adds files, and the regular files of folders.
    mutating func addFiles(_ sources: [String]) throws {
        for source in sources {
            let (key, path) = try Self.keyAndPath(source)
            guard try Self.status(path).kind == .directory else {
                try add(key, try FileSystem.read(path))
                continue
            }
            if source.contains("=") { throw CommandError.failed("cannot give a key name for a directory path") }
            let names: [String]
            do throws(SystemError) { names = try FileSystem.list(path) } catch {
                throw CommandError.failed("error listing files in \(path): \(error.goText)")
            }
            for name in names {
                let file = PathText.join(path, name)
                guard try FileSystem.linkStatus(file).kind == .regular else { continue }
                try add(name, try FileSystem.read(file))
            }
        }
    }

    /// Adds what the lines of files say; a name without a value has that of the environment.
    mutating func addVariables(_ paths: [String], in environment: EnvironmentVariables) throws {
        for path in paths {
            if try Self.status(path).kind == .directory {
                throw CommandError.failed("env \(ownerNoun) file cannot be a directory")
            }
            let lines = try FileSystem.read(path).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() {
                guard let (key, value) = try Self.variable(line, number: index + 1, of: path) else { continue }
                try add(key, Array((value ?? environment[key] ?? "").utf8))
            }
        }
    }

    private static func status(_ path: String) throws -> FileStatus {
        do throws(SystemError) { return try FileSystem.status(path) } catch {
            throw CommandError.failed("error reading \(path): \(error.reason)")
        }
    }

    /// The parts of `[key=]path` (kubectl's `ParseFileSource`).
    private static func keyAndPath(_ source: String) throws -> (key: String, path: String) {
        let parts = source.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { return (PathText.lastElement(of: source), source) }
        guard parts.count == 2 else { throw CommandError.failed("key names or file paths cannot contain '='") }
        if parts[0].isEmpty { throw CommandError.failed("key name for file path \(parts[1]) missing") }
        if parts[1].isEmpty { throw CommandError.failed("file path for key name \(parts[0]) missing") }
        return (parts[0], parts[1])
    }

    /// The name and the value of a line; nil for an empty one and a comment, without a value where it has no `=`.
    private static func variable(
        _ line: ArraySlice<UInt8>, number: Int, of path: String
    ) throws -> (key: String, value: String?)? {
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        guard var text = String(validating: line, as: UTF8.self) else {
            let bytes = line.map(String.init).joined(separator: " ")
            throw CommandError.failed("env file \(path) contains invalid utf8 bytes at line \(number): [\(bytes)]")
        }
        let scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" && number == 1 }
        text = String(String.UnicodeScalarView(scalars.drop { $0.properties.isWhitespace }))
        if text.isEmpty || text.utf8.first == UInt8(ascii: "#") { return nil }
        let parts = text.cut(at: "=")
        let key = String(parts?.before ?? text[...])
        let faults = KeyRule.variable.faults(of: key)
        guard faults.isEmpty else {
            throw CommandError.failed("\(key.goQuoted) is not a valid key name: \(faults.joined(separator: ";"))")
        }
        return (key, parts.map { String($0.after) })
    }

    // MARK: - Entries

    private mutating func add(_ key: String, _ value: [UInt8]) throws {
        let faults = KeyRule.entry.faults(of: key)
        guard faults.isEmpty else { throw CommandError.failed(message(faults, of: key)) }
        if let other = bytes[key] { throw CommandError.failed(messageOfSecond(key, after: other)) }
        bytes[key] = value
    }

    private var ownerNoun: String {
        switch owner {
        case .configMap: "config"
        case .secret: "secret"
        }
    }

    private func message(_ faults: [String], of key: String) -> String {
        switch owner {
        case .configMap:
            "\(key.goQuoted) is not a valid key name for a ConfigMap: \(faults.joined(separator: ","))"
        case .secret: "\(key.goQuoted) is not valid key name for a Secret \(faults.joined(separator: ";"))"
        }
    }

    private func messageOfSecond(_ key: String, after other: [UInt8]) -> String {
        switch owner {
        case .configMap(let name):
            let member = String(validating: other, as: UTF8.self) == nil ? "BinaryData" : "Data"
            return "cannot add key \(key.goQuoted), another key by that name already exists in \(member) for ConfigMap "
                + name.goQuoted
        case .secret: return "cannot add key \(key), another key by that name already exists"
        }
    }
}
