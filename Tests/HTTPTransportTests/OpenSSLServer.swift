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

/// A TLS server of the openssl tool; it ends with the value.
final class OpenSSLServer: Sendable {
    let port: Int
    private let process: pid_t
    /// Kept open for what the tool goes on writing.
    private let output: FileDescriptor?

    /// Starts a server that answers every GET with a page, with the certificate `name`; `options` are those of
    /// `openssl s_server`.
    init(_ name: String, _ certificates: TestCertificates, options: [String] = []) throws {
        let output = try Pipe()
        process = try Self.start(
            Self.arguments(name, certificates, port: 0) + ["-www"] + options, input: nil, output: output.writing)
        var text = ""
        let descriptor = FileDescriptor(owning: output.reading)
        while !text.contains("ACCEPT 127.0.0.1:") || text.last != "\n" {
            let bytes = try descriptor.read(atMost: 1024)
            guard !bytes.isEmpty else { throw SystemError(operation: "listen", path: "openssl", code: 0) }
            text += String(decoding: bytes, as: UTF8.self)
        }
        port = text.split(whereSeparator: \.isNewline).last.flatMap { Int($0.drop { $0 != ":" }.dropFirst()) } ?? 0
        self.output = consume descriptor
    }

    /// Starts a server that speaks HTTP/2 over its first connection and answers each `count` requests together.
    init(_ certificates: TestCertificates, count: Int, answer: HTTP2Session.Answer) throws {
        // The tool does not tell its port where it passes on what it receives.
        let port = Self.freePort()
        self.port = port
        let (output, input) = (try Pipe(), try Pipe())
        let arguments = Self.arguments("server", certificates, port: port) + ["-quiet", "-alpn", "h2"]
        let process = try Self.start(arguments, input: input.reading, output: output.writing)
        self.process = process
        self.output = nil
        TestThread.start {
            // The connection's end is the test's.
            try? HTTP2Session(receiving: output.reading, sending: input.writing).serve(count: count, answer: answer)
            kill(process, SIGKILL)
        }
        var waits = 0
        while !Self.listens(port), waits < 500 {
            usleep(10_000)
            waits += 1
        }
    }

    deinit {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    var url: String { "https://127.0.0.1:\(port)/" }

    private static func arguments(_ name: String, _ certificates: TestCertificates, port: Int) -> [String] {
        [
            "openssl", "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificates.path("\(name).crt"),
            "-key", certificates.path("\(name).key"),
        ]
    }

    /// Starts the tool and closes the ends of pipes that are its own.
    private static func start(_ arguments: [String], input: Int32?, output: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var process = pid_t()
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        let code = posix_spawnp(&process, "openssl", &actions, nil, &pointers, environ)
        close(output)
        if let input { close(input) }
        guard code == 0 else { throw SystemError(operation: "fork/exec", path: "openssl", code: code) }
        return process
    }

    /// A port that nothing listens on; 0 where there is none.
    private static func freePort() -> Int {
        let descriptor = FileDescriptor(owning: socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor.number, generic, size) == 0 && getsockname(descriptor.number, generic, &size) == 0
            }
        }
        return isBound ? Int(UInt16(bigEndian: address.sin_port)) : 0
    }

    /// Whether something listens on the port, as the kernel's table of sockets has it: a connection would count as one.
    private static func listens(_ port: Int) -> Bool {
        // Without the table there is nothing to wait for.
        guard let table = try? FileDescriptor(opening: "/proc/net/tcp", O_RDONLY).readAll(limit: 16 << 20) else {
            return true
        }
        let number = String(port, radix: 16, uppercase: true)
        let address = "0100007F:" + String(repeating: "0", count: 4 - number.count) + number
        return String(decoding: table, as: UTF8.self).contains("\(address) 00000000:0000 0A")
    }
}

/// The two ends of a pipe that no other program gets.
private struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError(operation: "pipe", path: nil, code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reading, writing) = (ends[0], ends[1])
    }
}
