import Glibc

extension SystemError {
    /// The cause in the words of Go's syscall package: "no such file or directory".
    ///
    /// Go's table holds the C library's descriptions with a small first letter, unless the second one is a capital too.
    package var reason: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(code, &buffer, buffer.count) == 0 else { return "errno \(code)" }
        let text = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard let first = text.utf8.first, let second = text.utf8.dropFirst().first,
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first),
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(second)
        else { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    /// The whole error in the words of Go's os package: "open x: no such file or directory".
    package var goText: String {
        guard let path else { return "\(operation): \(reason)" }
        return "\(operation) \(path): \(reason)"
    }

    /// Whether the file, or a directory on the way to it, does not exist.
    package var isNotFound: Bool { code == ENOENT }

    /// Whether something on the way to the file is no directory.
    package var isNotDirectory: Bool { code == ENOTDIR }

    /// Whether there already was such a file.
    package var isAlreadyPresent: Bool { code == EEXIST }

    /// Whether access was refused (Go's `os.IsPermission`).
    package var isPermissionDenied: Bool { code == EACCES || code == EPERM }
}
