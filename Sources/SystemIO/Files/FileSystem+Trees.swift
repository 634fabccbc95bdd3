import Glibc

extension FileSystem {
    /// Makes a directory of its own below TMPDIR, for the user alone; its name begins with `prefix`.
    package static func makeTemporaryDirectory(prefix: String) throws(SystemError) -> String {
        let parent = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        let template = PathText.join(parent, "\(prefix)XXXXXX")
        var bytes = template.utf8CString.map { $0 }
        guard mkdtemp(&bytes) != nil else { throw SystemError(operation: "mkdir", path: template, code: errno) }
        return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Removes a file or a directory with all that is in it; links are removed and not followed.
    package static func removeTree(_ path: String) throws(SystemError) {
        if try linkStatus(path).kind == .directory {
            for name in try list(path) { try removeTree(PathText.join(path, name)) }
        }
        try remove(path)
    }
}
