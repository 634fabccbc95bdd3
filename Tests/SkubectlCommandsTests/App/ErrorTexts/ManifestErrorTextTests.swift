import HTTPTransport
import JSONModel
import Manifests
import TestSupport
import Testing
import YAMLCodec

@testable import SkubectlCommands

struct ManifestErrorTextTests {
    /// Standard error for the manifest, with the file named as it is in the goldens.
    @Test(arguments: ManifestErrorGoldens.all)
    func saysWhatKubectlSays(_ text: String, _ expected: String) async throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write("t.yaml", text)
        var stream = ManifestStream(
            try ManifestSelection(names: [path], isRecursive: false),
            input: ManifestInput(transport: StubTransport(), console: MemoryConsole()))
        var errors: [any Error] = []
        while let result = await stream.nextObject() {
            if case .failure(let error) = result { errors.append(error) }
        }
        let error = errors.count == 1 ? errors[0] : CommandError.several(errors)
        let report = ErrorReport(error, programName: "kubectl")
        #expect(report.text.replacing(path, with: "t.yaml") == expected)
        #expect(report.exitCode == 1)
    }

    @Test(
        arguments: [
            (.pathNotFound("a b"), "error: the path \"a b\" does not exist\n"),
            (.invalidPattern("[x"), "error: pattern \"[x\" is not valid: syntax error in pattern\n"),
            (
                .noRecognizedFiles(["a", "b"]),
                "error: error reading [a b]: recognized file extensions are [.json .yaml .yml]\n"
            ),
            (.standardInputTwice, "error: standard input cannot be used for multiple arguments\n"),
            (
                .invalidURL("http://x/%zz", .invalidEscape("%zz")),
                "error: the URL passed to filename \"http://x/%zz\" is not valid: parse \"http://x/%zz\": "
                    + "invalid URL escape \"%zz\"\n"
            ),
            (
                .refusedByServer(url: "http://x/y", status: 404, statusText: "Not Found"),
                "error: unable to read URL \"http://x/y\", server reported 404 Not Found, status code=404\n"
            ),
            (
                .noResponse(
                    url: "http://x:1/y",
                    .connectFailed(server: "x:1", address: "10.0.0.1:1", code: 111, throughProxy: false)),
                "The connection to the server x:1 was refused - did you specify the right host or port?\n"
            ),
        ] as [(ManifestError, String)])
    func saysWhatIsWrongWithTheSource(_ error: ManifestError, _ expected: String) {
        #expect(ErrorReport(error, programName: "kubectl").text == expected)
    }

    @Test func tellsSeveralOnALineEach() {
        let errors = ManifestErrors(errors: [.pathNotFound("a"), .pathNotFound("b")])
        let expected = "the path \"a\" does not exist\nthe path \"b\" does not exist\n"
        #expect(ErrorReport(errors, programName: "kubectl").text == expected)
        let single = ManifestErrors(errors: [.pathNotFound("a")])
        #expect(ErrorReport(single, programName: "kubectl").text == "error: the path \"a\" does not exist\n")
    }

    @Test func saysWhatGoYAMLSays() {
        let report = ErrorReport(
            YAMLError.syntax(problem: "control characters are not allowed", line: nil), programName: "kubectl")
        #expect(report.text == "error: yaml: control characters are not allowed\n")
        let repeated = YAMLError.repeatedKeys([.init(key: "a", line: 2), .init(key: "b", line: 3)])
        #expect(
            repeated.message
                == "yaml: unmarshal errors:\n  line 2: key \"a\" already set in map\n  line 3: key \"b\" already set in map"
        )
        let key = YAMLError.unsupportedKey(1 << 63, value: "x")
        #expect(key.message == "unsupported map key of type: uint64, key: 0x8000000000000000, value: \"x\"")
    }
}
