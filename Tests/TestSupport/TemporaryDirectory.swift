import Glibc
import SystemIO

/// A directory of a test's own, removed with all that is in it when the value goes away.
package final class TemporaryDirectory: Sendable {
    package let path: String

    package init() throws {
        var template = Array("/tmp/skubectl-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemError(operation: "mkdtemp", path: "/tmp", code: errno) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { Self.removeTree(path) }

    /// The path of `name` inside of it.
    package func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, with the directories above it, and returns its path.
    @discardableResult
    package func write(_ name: String, _ text: String, mode: UInt32 = 0o644) throws -> String {
        let file = self(name)
        try FileSystem.makeDirectories(PathText.directory(of: file), mode: 0o755)
        let descriptor = try FileDescriptor(opening: file, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
        try descriptor.writeAll(Array(text.utf8))
        return file
    }

    /// The text of a file.
    package func read(_ name: String) throws -> String {
        String(decoding: try FileSystem.read(self(name)), as: UTF8.self)
    }

    /// The names of everything in it, in byte order.
    package func names() throws -> [String] { try FileSystem.list(path) }

    /// The names of everything in a directory of it, in byte order.
    package func names(of name: String) throws -> [String] { try FileSystem.list(self(name)) }

    private static func removeTree(_ path: String) {
        // What cannot be removed stays in /tmp; the test itself has nothing to say about it.
        let status = try? FileSystem.linkStatus(path)
        if status?.kind == .directory {
            let names = try? FileSystem.list(path)  // As above.
            for name in names ?? [] { removeTree("\(path)/\(name)") }
        }
        try? FileSystem.remove(path)  // As above.
    }
}
