import Glibc
import SystemIO
import TestSupport

/// Certificates made by the openssl tool: an authority, servers' and clients' certificates, and another authority.
final class TestCertificates: Sendable {
    /// Made once for all tests.
    static let shared = Result { try TestCertificates() }

    private let folder: TemporaryDirectory

    private init() throws {
        folder = try TemporaryDirectory()
        for name in ["ca", "other"] {
            try Self.openssl([
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
                "-subj", "/CN=test-ca", "-keyout", folder("\(name).key"), "-out", folder("\(name).crt"),
            ])
        }
        try make("server", "subjectAltName=DNS:localhost,IP:127.0.0.1")
        try make("elsewhere", "subjectAltName=DNS:a.example,DNS:b.example,IP:10.0.0.1")
        try make("expired", "subjectAltName=DNS:localhost,IP:127.0.0.1", days: -1)
        try make("client", "extendedKeyUsage=clientAuth")
    }

    func path(_ name: String) -> String { folder(name) }

    func bytes(_ name: String) throws -> [UInt8] { Array(try folder.read(name).utf8) }

    private func make(_ name: String, _ extensions: String, days: Int = 10) throws {
        try folder.write("\(name).ext", extensions + "\n")
        try Self.openssl([
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=\(name)",
            "-keyout", folder("\(name).key"), "-out", folder("\(name).csr"),
        ])
        try Self.openssl([
            "x509", "-req", "-in", folder("\(name).csr"), "-CA", folder("ca.crt"), "-CAkey", folder("ca.key"),
            "-CAcreateserial", "-days", "\(days)", "-extfile", folder("\(name).ext"), "-out", folder("\(name).crt"),
        ])
    }

    private static func openssl(_ arguments: [String]) throws {
        // The tool tells of its progress on standard error, which is of no interest unless it fails.
        let command = "exec openssl \"$@\" 2>/dev/null"
        let result = try ChildProcess(
            path: "/bin/sh", arguments: ["sh", "-c", command, "openssl"] + arguments,
            environment: .ofThisProcess()
        ).runBlocking()
        guard result.exit == .code(0) else { throw OpenSSLFailure(arguments: arguments, exit: result.exit) }
    }
}

struct OpenSSLFailure: Error {
    let arguments: [String]
    let exit: ChildProcess.Exit
}

/// A TLS server of the openssl tool that answers every GET with a page; it ends with the value.
final class OpenSSLServer: Sendable {
    let port: Int
    private let process: pid_t
    /// Kept open for what the tool goes on writing.
    private let output: FileDescriptor

    /// Starts a server with the certificate `name`; `options` are those of `openssl s_server`.
    init(_ name: String, _ certificates: TestCertificates, options: [String] = []) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError(operation: "pipe", path: nil, code: errno) }
        output = FileDescriptor(owning: ends[0])
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
        let arguments =
            [
                "openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificates.path("\(name).crt"),
                "-key", certificates.path("\(name).key"),
            ] + options
        var process = pid_t()
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        let code = posix_spawnp(&process, "openssl", &actions, nil, &pointers, environ)
        close(ends[1])
        guard code == 0 else { throw SystemError(operation: "fork/exec", path: "openssl", code: code) }
        self.process = process
        var text = ""
        while !text.contains("ACCEPT 127.0.0.1:") || text.last != "\n" {
            let bytes = try output.read(atMost: 1024)
            guard !bytes.isEmpty else { throw SystemError(operation: "listen", path: "openssl", code: 0) }
            text += String(decoding: bytes, as: UTF8.self)
        }
        port = text.split(whereSeparator: \.isNewline).last.flatMap { Int($0.drop { $0 != ":" }.dropFirst()) } ?? 0
    }

    deinit {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    var url: String { "https://127.0.0.1:\(port)/" }
}
