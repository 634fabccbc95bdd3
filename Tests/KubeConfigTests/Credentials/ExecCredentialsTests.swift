import Glibc
import JSONModel
import KubeConfig
import StdlibExtensions
import SystemIO
import TestSupport
import Testing
import YAMLCodec

@Suite("Credential programs")
struct ExecCredentialsTests {
    let directory: TemporaryDirectory
    let clock = SettableClock()

    init() throws { directory = try TemporaryDirectory() }

    /// A program that keeps what it is told in files and answers with the text of a file.
    private func exec(_ answer: String, version: String = "v1", exit: Int = 0) throws -> ExecConfiguration {
        try directory.write("answer", answer)
        let script = """
            #!/bin/sh
            cd \(directory.path)
            printf '%s|' "$KUBERNETES_EXEC_INFO" > info
            printf '%s,' "$0" "$@" "$FOO" "$HOME" > arguments
            echo run >> runs
            cat answer
            exit \(exit)
            """
        var exec = ExecConfiguration()
        exec.command = try directory.write("program", script, mode: 0o755)
        exec.apiVersion = "client.authentication.k8s.io/\(version)"
        exec.interactiveMode = "Never"
        return exec
    }

    private func answer(_ status: String, version: String = "v1") -> String {
        #"{"apiVersion":"client.authentication.k8s.io/\#(version)","kind":"ExecCredential","status":\#(status)}"#
    }

    private func source(
        _ exec: ExecConfiguration, inputIsTerminal: Bool = false, inputIsInUse: Bool = false,
        _ change: (inout ClientConfiguration) -> Void = { _ in }
    ) -> any CredentialSource {
        var configuration = ClientConfiguration(server: "https://h:1")
        configuration.credentials = .exec(exec)
        change(&configuration)
        return configuration.credentialSource(
            CredentialSurroundings(
                environment: EnvironmentVariables(["PATH": "/usr/bin:/bin", "HOME": "/h"]), clock: clock,
                inputIsTerminal: inputIsTerminal, inputIsInUse: inputIsInUse))
    }

    private var runs: Int { get throws { try directory.read("runs").split(separator: "\n").count } }

    @Test func aTokenIsKeptUntilItExpiresOrIsRefused() async throws {
        clock.set(seconds: 1_577_836_800)
        let source = source(try exec(answer(#"{"token":"t1","expirationTimestamp":"2020-01-01T00:00:10Z"}"#)))
        #expect(try await source.authorization() == "Bearer t1")
        clock.set(seconds: 1_577_836_810)
        #expect(try await source.authorization() == "Bearer t1")
        #expect(try runs == 1)
        try directory.write("answer", answer(#"{"token":"t2"}"#))
        clock.set(seconds: 1_577_836_811)
        #expect(try await source.authorization() == "Bearer t2")
        #expect(try await source.clientCertificate() == nil)
        #expect(try runs == 2)
        #expect(await source.renewAfterRejection() == false)
        try directory.write("answer", answer(#"{"token":"t3"}"#))
        #expect(await source.renewAfterRejection())
        #expect(try await source.authorization() == "Bearer t3")
        #expect(try runs == 4)
    }

    @Test func manyWhoAskAtOnceWaitForOneRun() async throws {
        let source = source(try exec(answer(#"{"token":"t"}"#)))
        let answers = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<20 { group.addTask { try await source.authorization() } }
            return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(answers == ["Bearer t"])
        #expect(try runs == 1)
    }

    @Test func theProgramIsToldAboutTheCluster() async throws {
        var exec = try exec(answer(#"{"token":"t"}"#))
        exec.arguments = ["a b", ""]
        exec.environment = [
            ExecEnvironmentVariable(name: "FOO", value: "bar"), ExecEnvironmentVariable(name: "HOME", value: "/x"),
        ]
        exec.provideClusterInfo = true
        let source = source(exec) {
            $0.tlsServerName = "kubernetes"
            $0.insecureSkipTLSVerify = true
            $0.disableCompression = true
            $0.proxyURL = "http://p:3128"
            $0.certificateAuthority = Array("ca".utf8)
            $0.execExtension = ["a": ["<x>"], "b": 1]
        }
        _ = try await source.authorization()
        #expect(
            try directory.read("info") == #"""
                {"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","spec":{"cluster":{"server":"https://h:1","tls-server-name":"kubernetes","insecure-skip-tls-verify":true,"certificate-authority-data":"Y2E=","proxy-url":"http://p:3128","disable-compression":true,"config":{"a":["\u003cx\u003e"],"b":1}},"interactive":false}}
                |
                """#)
        #expect(try directory.read("arguments") == "\(exec.command),a b,,bar,/x,")
    }

    @Test func withoutTheClusterOnlyTheModeIsTold() async throws {
        _ = try await source(try exec(answer(#"{"token":"t"}"#, version: "v1beta1"), version: "v1beta1"))
            .authorization()
        #expect(
            try directory.read("info") == #"""
                {"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1beta1","spec":{"interactive":false}}
                |
                """#)
    }

    @Test func certificatesComeInPairs() async throws {
        let certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
        let key = "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n"
        let status: JSONValue = ["clientCertificateData": .string(certificate), "clientKeyData": .string(key)]
        let source = source(try exec(answer(JSONWriter.text(status))))
        #expect(try await source.authorization() == nil)
        #expect(
            try await source.clientCertificate()
                == ClientConfiguration.ClientCertificate(certificate: Array(certificate.utf8), key: Array(key.utf8)))
    }

    @Test func anAnswerMayBeYAML() async throws {
        let yaml = "apiVersion: client.authentication.k8s.io/v1\nkind: ExecCredential\nstatus: {token: x}\n"
        #expect(try await source(try exec(yaml)).authorization() == "Bearer x")
    }

    private static let header =
        #"struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }"#
    private static let v1 = "client.authentication.k8s.io/v1"
    private static let unversioned = ExecFault.otherVersion(
        configured: v1, returned: "client.authentication.k8s.io/__internal")

    @Test(arguments: [
        ("", unversioned), ("{}", unversioned), ("null", unversioned),
        ("foo", .undecodable(.header(TypeMismatch(found: "string", field: nil, expected: header)))),
        ("[]", .undecodable(.header(TypeMismatch(found: "array", field: nil, expected: header)))),
        ("{", .undecodable(.json(.unexpectedEnd(at: JSONPosition(offset: 1, line: 1, column: 2))))),
        (#"{"apiVersion":"\#(v1)"}"#, .noStatus),
        (#"{"apiVersion":"\#(v1)","kind":"ExecCredential"}"#, .noStatus),
        (
            #"{"apiVersion":"client.authentication.k8s.io/v2","kind":"ExecCredential"}"#,
            .undecodable(.unknownKind(kind: "ExecCredential", apiVersion: "client.authentication.k8s.io/v2"))
        ),
        (#"{"apiVersion":"v1","kind":"Pod"}"#, .undecodable(.unknownKind(kind: "Pod", apiVersion: "v1"))),
        (
            #"{"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential"}"#,
            .otherVersion(configured: v1, returned: "client.authentication.k8s.io/v1beta1")
        ),
        (#"{"apiVersion":"a/b/c"}"#, .undecodable(.badAPIVersion("a/b/c"))),
        (#"{"apiVersion":"\#(v1)","status":{}}"#, .noCredentials),
        (#"{"apiVersion":"\#(v1)","status":{"token":""}}"#, .noCredentials),
        (#"{"apiVersion":"\#(v1)","status":{"clientKeyData":"x"}}"#, .halfCertificate),
        (
            #"{"apiVersion":"\#(v1)","status":{"clientKeyData":"x","clientCertificateData":"y"}}"#,
            .noPEM(.certificate, found: [])
        ),
        (
            #"{"apiVersion":"\#(v1)","status":5}"#,
            .undecodable(
                .type(
                    TypeMismatch(found: "number", field: "ExecCredential.status", expected: "v1.ExecCredentialStatus")))
        ),
        (
            #"{"apiVersion":"\#(v1)","status":{"token":5}}"#,
            .undecodable(
                .type(TypeMismatch(found: "number", field: "ExecCredentialStatus.status.token", expected: "string")))
        ),
        (
            #"{"apiVersion":"\#(v1)","status":{"token":"t","expirationTimestamp":"x"}}"#,
            .undecodable(.time("x", .unexpected(rest: "x", element: "2006")))
        ),
    ])
    func badAnswers(text: String, fault: ExecFault) async throws {
        let source = source(try exec(text))
        await #expect(throws: CredentialError.exec(fault)) { try await source.authorization() }
    }

    @Test func programsThatCannotBeRun() async throws {
        var exec = ExecConfiguration()
        exec.command = "not-there"
        exec.interactiveMode = "Never"
        exec.installHint = "a\u{1B}[1m b\n\u{200B}ü"
        await #expect(
            throws: CredentialError.exec(.notFound(command: "not-there", installHint: "aU+001B[1m b\nU+200Bü"))
        ) { try await source(exec).authorization() }
        exec.command = directory("x/../none")
        let missing = SystemError(operation: "fork/exec", path: directory("none"), code: ENOENT)
        await #expect(throws: CredentialError.exec(.cannotRun(missing))) { try await source(exec).authorization() }
        let failing = try self.exec("", exit: 3)
        await #expect(throws: CredentialError.exec(.failed(command: failing.command, exitCode: 3))) {
            try await source(failing).authorization()
        }
        exec.command = "sh"
        exec.arguments = ["-c", "kill -9 $$"]
        await #expect(throws: CredentialError.exec(.failed(command: "sh", exitCode: -1))) {
            try await source(exec).authorization()
        }
    }

    @Test func aProgramThatMustTalkToTheUserNeedsTheTerminal() async throws {
        var exec = try exec(answer(#"{"token":"t"}"#))
        exec.interactiveMode = "Always"
        await #expect(throws: CredentialError.exec(.inputIsNoTerminal)) { try await source(exec).authorization() }
        await #expect(throws: CredentialError.exec(.inputIsInUse)) {
            try await source(exec, inputIsTerminal: true, inputIsInUse: true).authorization()
        }
        _ = try await source(exec, inputIsTerminal: true).authorization()
        #expect(try directory.read("info").contains(#""interactive":true"#))
        exec.interactiveMode = "IfAvailable"
        _ = try await source(exec, inputIsTerminal: true, inputIsInUse: true).authorization()
        #expect(try directory.read("info").contains(#""interactive":false"#))
    }

    @Test func aTokenMustFitIntoAHeader() async throws {
        let source = source(try exec(answer(#"{"token":"a\nb"}"#)))
        await #expect(throws: CredentialError.invalidToken) { try await source.authorization() }
    }
}
