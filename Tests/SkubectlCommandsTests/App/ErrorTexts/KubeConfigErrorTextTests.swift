import Glibc
import JSONModel
import KubeClient
import KubeConfig
import StdlibExtensions
import SystemIO
import Testing
import YAMLCodec

@testable import SkubectlCommands

@Suite("What is told of a kubeconfig's faults, word for word as kubectl 1.36")
struct KubeConfigErrorTextTests {
    private func report(_ error: any Error) -> String { ErrorReport(error, programName: "kubectl").text }

    private func open(_ path: String) -> SystemError { SystemError(operation: "open", path: path, code: ENOENT) }

    @Test func files() {
        let bad2 = UnreadableFile(
            path: "bad2.yaml",
            fault: .type(
                TypeMismatch(found: "number", field: "Config.clusters", expected: "[]v1.NamedCluster")))
        let bad3 = UnreadableFile(path: "bad3.yaml", fault: .unknownKind(kind: "Pod", apiVersion: "v1"))
        let line2 =
            "error loading config file \"bad2.yaml\": json: cannot unmarshal number into Go struct field Config.clusters of type []v1.NamedCluster\n"
        let line3 =
            "error loading config file \"bad3.yaml\": no kind \"Pod\" is registered for version \"v1\" in scheme \"k8s.io/client-go/tools/clientcmd/api/latest/latest.go:50\"\n"
        #expect(report(KubeConfigError.unreadableFiles([bad2])) == "error: \(line2)")
        #expect(report(KubeConfigError.unreadableFiles([bad2, bad3])) == line2 + line3)
        #expect(
            report(KubeConfigError.system(SystemError(operation: "stat", path: "nope", code: ENOENT)))
                == "error: stat nope: no such file or directory\n")
    }

    @Test(arguments: [
        (
            FileFault.yaml(.syntax(problem: "did not find expected ',' or ']'", line: 1)),
            "yaml: line 1: did not find expected ',' or ']'"
        ),
        (
            .yaml(.syntax(problem: "found character that cannot start any token", line: nil)),
            "yaml: found character that cannot start any token"
        ),
        (
            .header(TypeMismatch(found: "number", field: ".apiVersion", expected: "string")),
            "couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .apiVersion of type string"
        ),
        (
            .header(TypeMismatch(found: "array", field: nil, expected: "struct { A string }")),
            "couldn't get version/kind; json parse error: json: cannot unmarshal array into Go value of type struct { A string }"
        ),
        (.base64(offset: 0), "illegal base64 data at input byte 0"),
        (.badAPIVersion("a/b/c"), "unexpected GroupVersion string: a/b/c"),
        (.system(SystemError(operation: "read", path: "/tmp", code: EISDIR)), "read /tmp: is a directory"),
    ])
    func contents(fault: FileFault, text: String) {
        #expect(report(KubeConfigError.unreadable(fault)) == "error: \(text)\n")
    }

    @Test func duplicates() throws {
        let document: JSONValue = ["clusters": [["name": "a", "cluster": ["server": "x"]], ["name": "a"]]]
        let fault = #expect(throws: FileFault.self) { try Kubeconfig(document: document) }
        #expect(
            fault?.message
                == "error converting *[]NamedCluster into *map[string]*api.Cluster: duplicate name \"a\" in list: [{a {x  false  []  false []}} {a {  false  []  false []}}]"
        )
    }

    @Test(arguments: [
        (KubeConfigError.contextDoesNotExist("nope"), "error: context \"nope\" does not exist\n"),
        (.clusterDoesNotExist("nope"), "error: cluster \"nope\" does not exist\n"),
        (.userDoesNotExist("nope"), "error: auth info \"nope\" does not exist\n"),
        (
            .invalid([.contextNotFound("nope")]),
            "Error in configuration: context was not found for specified context: nope\n"
        ),
        (.invalid([.noServer(cluster: "nope")]), "error: no server found for cluster \"nope\"\n"),
        (
            .invalid([.severalMethods(user: "u1")]),
            "error: more than one authentication method found for u1; found [token basicAuth], only one is allowed\n"
        ),
        (
            .invalid([.impersonationWithoutUser(user: "u1")]),
            "error: requesting uid, groups or user-extra for u1 without impersonating a user\n"
        ),
        (
            .invalidTimeout("x"),
            "error: Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)\n"
        ),
        (.serverIsNoAddress("foo/bar/baz"), "error: host must be a URL or a host:port pair: \"foo/bar/baz\"\n"),
        (.serverIsNoURL(.invalidEscape("%zz")), "Unable to connect to the server: invalid URL escape \"%zz\"\n"),
        (
            .serverIsNoURL(.invalidHostCharacter(" ")),
            "Unable to connect to the server: invalid character \" \" in host name\n"
        ),
        (.serverIsNoURL(.invalidPort(":x")), "Unable to connect to the server: invalid port \":x\" after host\n"),
        (.serverIsNoURL(.missingBracket), "Unable to connect to the server: missing ']' in host\n"),
        (
            .certificateAuthorityWithInsecure,
            "error: specifying a root certificates file with the insecure flag is not allowed\n"
        ),
        (
            .noCertificateAuthority(hasBlocks: false),
            "error: unable to load root certificates: unable to parse bytes as PEM block\n"
        ),
        (
            .noPEM(.certificate, found: [], isFromFiles: false),
            "error: tls: failed to find any PEM data in certificate input\n"
        ),
        (.execAPIVersion("v1"), "error: exec plugin: invalid apiVersion \"v1\"\n"),
        (.authProvider("foo"), "error: no Auth Provider found for name \"foo\"\n"),
    ])
    func configurations(error: KubeConfigError, text: String) {
        #expect(report(error) == text)
    }

    @Test func severalFaults() {
        let faults: [ConfigurationFault] = [
            .clientKeyMissing(user: "u1"), .unreadableClientCertificate("nope", user: "u1", open("nope")),
        ]
        #expect(
            report(KubeConfigError.invalid(faults)) == """
                Error in configuration: 
                * client-key-data or client-key must be specified for u1 to use the clientCert authentication method.
                * unable to read client-cert nope for u1 due to open nope: no such file or directory

                """)
        #expect(
            report(KubeConfigError.invalid([.unreadableCertificateAuthority("nope", cluster: "c1", open("nope"))]))
                == "error: unable to read certificate-authority nope for c1 due to open nope: no such file or directory\n"
        )
    }

    @Test(arguments: [
        (ExecFault.failed(command: "false", exitCode: 1), "exec: executable false failed with exit code 1"),
        (
            .cannotRun(SystemError(operation: "fork/exec", path: "/x", code: ENOENT)),
            "exec: fork/exec /x: no such file or directory"
        ),
        (.inputIsNoTerminal, "exec plugin cannot support interactive mode: standard input is not a terminal"),
        (
            .otherVersion(configured: "a", returned: "b"),
            "exec plugin is configured to use API version a, plugin returned version b"
        ),
        (.noStatus, "exec plugin didn't return a status field"),
        (.noCredentials, "exec plugin didn't return a token or cert/key pair"),
        (.halfCertificate, "exec plugin returned only certificate or key, not both"),
        (
            .noPEM(.certificate, found: []),
            "failed parsing client key/certificate: tls: failed to find any PEM data in certificate input"
        ),
        (
            .undecodable(.unknownKind(kind: "Pod", apiVersion: "v1")),
            "decoding stdout: no kind \"Pod\" is registered for version \"v1\" in scheme \"pkg/client/auth/exec/exec.go:64\""
        ),
        (
            .undecodable(.time("x", .unexpected(rest: "x", element: "2006"))),
            "decoding stdout: parsing time \"x\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"x\" as \"2006\""
        ),
        (
            .undecodable(.json(.unexpectedEnd(at: JSONPosition(offset: 1, line: 1, column: 2)))),
            "decoding stdout: couldn't get version/kind; json parse error: unexpected end of JSON input"
        ),
        (
            .notFound(command: "not-there", installHint: "install U+001B[1mit"),
            """
            exec: executable not-there not found

            It looks like you are trying to use a client-go credential plugin that is not installed.

            To learn more about this feature, consult the documentation available at:
                  https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins

            install U+001B[1mit
            """
        ),
    ])
    func credentials(fault: ExecFault, text: String) {
        #expect(
            report(ClientError.credentials(.exec(fault)))
                == "Unable to connect to the server: getting credentials: \(text)\n")
    }

    @Test func credentialsOfTheUser() {
        #expect(
            report(ClientError.credentials(.invalidToken))
                == "Unable to connect to the server: net/http: invalid header field value for \"Authorization\"\n")
        #expect(report(ClientError.credentials(.inputEnded)) == "error: EOF\n")
        #expect(
            report(ClientError.credentials(.noTerminalForPassword)) == "error: error reading input for Password\n")
    }
}
