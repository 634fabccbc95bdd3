import HTTPTransport
import JSONModel
import KubeModel
import Manifests
import Synchronization
import SystemIO
import TestSupport
import Testing
import YAMLCodec

/// What is read, and in which order, is as with kubectl 1.36.
struct ManifestStreamTests {
    private let folder: TemporaryDirectory
    private let transport = StubTransport()

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func stream(_ names: String..., input: String = "") throws -> ManifestStream {
        ManifestStream(
            try ManifestSelection(names: names, isRecursive: false),
            input: ManifestInput(transport: transport, console: MemoryConsole(input: input), pause: { _ in }))
    }

    /// The names of the objects, and `!` for every error.
    private func names(_ stream: ManifestStream) async -> [String] {
        var stream = stream
        var names: [String] = []
        while let result = await stream.nextObject() {
            switch result {
            case .success(let object): names.append(object.name)
            case .failure: names.append("!")
            }
        }
        return names
    }

    private func yaml(_ names: String...) -> String {
        names.map { "kind: ConfigMap\nmetadata:\n  name: \($0)\n" }.joined(separator: "---\n")
    }

    private func json(_ name: String) -> String {
        "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"\(name)\"}}"
    }

    // MARK: - Documents

    @Test func tellsWhereAnObjectStands() async throws {
        let path = try folder.write("x.yaml", "# first\n---\n# second\n" + yaml("a") + "---\n\n" + yaml("b"))
        var stream = try stream(path)
        var places: [[Int]] = []
        while case .success(let object)? = await stream.nextObject() {
            #expect(object.source == .file(path))
            places.append([object.document, object.line])
        }
        #expect(places == [[2, 4], [3, 9]])
    }

    @Test func readsJSONValuesOneAfterAnother() async throws {
        let text = " \n\(json("a"))\n\(json("b"))\(json("c"))\n"
        var stream = try stream("-", input: text)
        var lines: [Int] = []
        while case .success(let document)? = await stream.nextDocument() { lines.append(document.line) }
        #expect(lines == [2, 3, 3])
    }

    @Test(arguments: [
        // JSON first, then YAML.
        ("J\n---\nY---\nJ\n", ["j", "web", "j"]), ("J\n\nY", ["j", "web"]), ("J # comment\n---\nY", ["j", "web"]),
        // What begins like JSON and is none may be YAML.
        ("{kind: A, metadata: {name: f}}\n", ["f"]), ("{kind: A, metadata: {name: f}}\n---\nJ\n", ["f", "j"]),
        // After two values it is JSON for good.
        ("JJ\n---\nY", ["j", "j", "!"]), ("J\n}\n", ["j", "!"]), ("J x", ["j", "!"]),
        // Empty documents.
        ("", []), ("---\n---\n# c\n---\n", []), ("null\n---\nY", ["web"]), ("null", []),
        // Byte order mark.
        ("\u{FEFF}J", ["j"]), ("\u{FEFF}Y", ["web"]),
        ("Y---x\n", ["!"]), ("Y---\nY---x\nY", ["web", "!"]),
    ])
    func readsJSONAndYAML(_ pattern: String, _ expected: [String]) async throws {
        let text = pattern.replacing("J", with: json("j")).replacing("Y", with: yaml("web"))
        #expect(await names(try stream("-", input: text)) == expected)
    }

    @Test func goesOnAfterWhatIsNoObject() async throws {
        let path = try folder.write("x.yaml", yaml("a") + "---\nmetadata: {name: x}\n---\n5\n---\n" + yaml("b"))
        #expect(await names(try stream(path)) == ["a", "!", "!", "b"])
    }

    @Test func leavesASourceAtBadSyntax() async throws {
        let bad = try folder.write("bad.yaml", yaml("a") + "---\na: b: c\n---\n" + yaml("b"))
        let good = try folder.write("good.yaml", yaml("c"))
        #expect(await names(try stream(bad, good)) == ["a", "!", "c"])
    }

    @Test func leavesASourceOnRequest() async throws {
        let first = try folder.write("1.yaml", yaml("a", "b"))
        let second = try folder.write("2.yaml", yaml("c"))
        var stream = try stream(first, second)
        _ = await stream.nextDocument()
        stream.skipSource()
        #expect(await names(stream) == ["c"])
    }

    @Test func readsUTF16() async throws {
        let path = folder("x.yaml")
        for highByteFirst in [true, false] {
            let units = Array(("\u{FEFF}" + yaml("é😀")).utf16)
            let bytes = units.flatMap { unit in
                let high = UInt8(unit >> 8)
                let low = UInt8(unit & 0xFF)
                return highByteFirst ? [high, low] : [low, high]
            }
            try FileSystem.write(bytes, to: path, mode: 0o600)
            #expect(await names(try stream(path)) == ["é😀"])
        }
    }

    @Test func repairsInvalidUTF8() async throws {
        let path = folder("x.yaml")
        try FileSystem.write(
            Array("kind: A\nmetadata: {name: \"a".utf8) + [0xFF] + Array("\"}".utf8), to: path, mode: 0o600)
        #expect(await names(try stream(path)) == ["a\u{FFFD}"])
    }

    // MARK: - Objects

    @Test func takesListsApart() async throws {
        let list = """
            apiVersion: v1
            kind: PodList
            metadata: {resourceVersion: "7"}
            items:
            - metadata: {name: a}
            - {apiVersion: apps/v1, kind: Deployment, metadata: {name: b, resourceVersion: "3"}}
            - {kind: Foo, metadata: {name: c}}
            - {apiVersion: v1, kind: Secret, metadata: {name: d, namespace: ns}}
            """
        var stream = try stream("-", input: list)
        var kinds: [GroupVersionKind] = []
        while case .success(let object)? = await stream.nextObject() {
            kinds.append(object.kind)
            #expect(object.resourceVersion == "7")
            if object.name == "d" { #expect(object.namespace == "ns") }
        }
        #expect(
            kinds == [
                GroupVersionKind(group: "", version: "v1", kind: "Pod"),
                GroupVersionKind(group: "apps", version: "v1", kind: "Deployment"),
                GroupVersionKind(group: "", version: "v1", kind: "Secret"),
            ])
        #expect(await names(try self.stream("-", input: list)) == ["a", "b", "d", "!"])
        #expect(await names(try self.stream("-", input: "kind: List\nitems: ~\n")) == [])
    }

    @Test func holdsNumbersAsGoDoes() async throws {
        var stream = try stream("-", input: #"{"kind":"A","x":[1.0,1e3,-0.0,18446744073709551615]}"#)
        let object = try #require(try await stream.nextObject()?.get())
        #expect(JSONWriter.text(object.value["x"] ?? .null) == "[1,1000,-0,18446744073709552000]")
    }

    @Test func keepsTheTextOfADocument() async throws {
        var json = try stream("-", input: #" {"b" : 1.0, "a":"<"} "#)
        #expect(try await json.nextDocument()?.get().json == #"{"b" : 1.0, "a":"<"}"#)
        var yaml = try stream("-", input: "b: 1.0\na: <\n")
        #expect(try await yaml.nextDocument()?.get().json == #"{"a":"\u003c","b":1}"#)
    }

    // MARK: - Sources

    @Test func tellsOfFilesThatCannotBeRead() async throws {
        try folder.write("d/x", "")
        let path = try folder.write("gone.yaml", "")
        var stream = try stream(path)
        try FileSystem.remove(path)
        let failure = await stream.nextObject()
        #expect(failure == .failure(.unopenable(SystemError(operation: "open", path: path, code: 2))))
        #expect(await stream.nextObject() == nil)
    }

    @Test func readsURLs() async throws {
        transport.on("GET", "/a%20b?c=%7Bd%7D", .text(yaml("web")))
        #expect(await names(try stream("http://h/a b?c={d}#e")) == ["web"])
    }

    @Test func asksAgainWhereItMayHelp() async throws {
        transport.on("GET", "/x", .text("", status: 503))
        transport.on("GET", "/x", .failure(.endOfStream(inBody: false)))
        transport.on("GET", "/x", .text(yaml("web")))
        let pauses = Mutex<[Duration]>([])
        var stream = ManifestStream(
            try ManifestSelection(names: ["http://h/x"], isRecursive: false),
            input: ManifestInput(transport: transport, console: MemoryConsole()) { duration in
                pauses.withLock { $0.append(duration) }
            })
        #expect(try await stream.nextObject()?.get().name == "web")
        #expect(pauses.withLock { $0 } == [.seconds(1), .seconds(1)])
    }

    @Test func asksThreeTimesAtMost() async throws {
        transport.on("GET", "/x", repeated: true, .text("", status: 500))
        var stream = try stream("http://h/x")
        let expected = ManifestError.refusedByServer(
            url: "http://h/x", status: 500, statusText: "Internal Server Error")
        #expect(await stream.nextObject() == .failure(expected))
        #expect(transport.requests.count == 3)
    }

    @Test func asksOnceWhereItWouldNotHelp() async throws {
        transport.on("GET", "/x", .text("", status: 404))
        var stream = try stream("http://h/x")
        let expected = ManifestError.refusedByServer(url: "http://h/x", status: 404, statusText: "Not Found")
        #expect(await stream.nextObject() == .failure(expected))
    }

    @Test func tellsWhereABodyBreaksOff() async throws {
        transport.on("GET", "/x", .chunks(["kind"], ending: .failure(.endOfStream(inBody: true))))
        var stream = try stream("http://h/x")
        let expected = ManifestError.brokenBody(url: "http://h/x", .endOfStream(inBody: true))
        #expect(await stream.nextObject() == .failure(expected))
    }

    @Test func `a text is read as a file of its name`() async throws {
        let text = "kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\n---\nkind: Secret\nmetadata: [\n"
        var stream = ManifestStream(text: Array(text.utf8), named: "edited-file")
        #expect(try await stream.nextObject()?.get().name == "a")
        let next = await stream.nextObject()
        guard case .failure(.yaml(source: "edited-file", _)) = next else {
            Issue.record("not a failure of the text: \(String(describing: next))")
            return
        }
        #expect(await stream.nextObject() == nil)
    }
}
