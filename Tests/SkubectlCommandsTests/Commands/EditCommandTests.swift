import HTTPTransport
import TestSupport
import Testing

/// What `edit` and `create --edit` send, and what they leave where something goes wrong.
struct EditCommandTests {
    private let server: StubbedServer
    private let folder: TemporaryDirectory

    private static let one = "/api/v1/namespaces/web/configmaps/one"
    private static let two = "/api/v1/namespaces/web/configmaps/two"
    private static let parameters = "?fieldManager=kubectl-edit&fieldValidation=Ignore"

    init() throws {
        server = try StubbedServer(resources: ["v1 configmaps ConfigMap", "example.org/v1 things Thing"])
        folder = try TemporaryDirectory()
        try folder.write("files/.keep", "")
    }

    private static func object(_ name: String, _ color: String = "red") -> String {
        #"{"apiVersion":"v1","kind":"ConfigMap","data":{"color":"\#(color)"},"#
            + #""metadata":{"name":"\#(name)","namespace":"web","uid":"uid-\#(name)","managedFields":[{"manager":"m"}]}}"#
    }

    /// Carries out a command line with a script as the editor, in which `$1` is the file.
    private func run(_ script: String, _ words: String...) async throws -> StubbedServer.Answer {
        let editor = try folder.write("editor", "#!/bin/sh\n\(script)\n", mode: 0o755)
        return await server.run(
            words + ["--validate=false"],
            environment: ["KUBE_EDITOR": editor, "TMPDIR": folder("files"), "PATH": "/usr/bin:/bin"])
    }

    /// The files that are left.
    private func left() throws -> [String] {
        try folder.names(of: "files").filter { $0 != ".keep" }
    }

    @Test func `an object is read once and patched once`() async throws {
        server.arrange(Self.one, Self.object("one"))
        server.transport.on(
            "PATCH", Self.one + Self.parameters, body: .text(#"{"data":{"color":"blue"}}"#),
            .json(Self.object("one", "blue")))
        let answer = try await run("sed -i s/red/blue/ $1", "edit", "configmap", "one")
        #expect(answer == .init(code: 0, output: "configmap/one edited\n", errors: ""))
        #expect(
            server.transport.requests.last?.headers.values("Content-Type")
                == ["application/strategic-merge-patch+json"])
        #expect(try left() == [])
    }

    @Test func `nothing is sent without a change`() async throws {
        server.arrange(Self.one, Self.object("one"))
        let answer = try await run("echo '# a comment' >> $1", "edit", "configmap", "one")
        #expect(answer == .init(code: 0, output: "", errors: "Edit cancelled, no changes made.\n"))
        #expect(try left() == [])
    }

    @Test func `a kind that is not built in gets a merge patch`() async throws {
        let path = "/apis/example.org/v1/namespaces/web/things/a"
        let thing =
            #"{"apiVersion":"example.org/v1","kind":"Thing","metadata":{"name":"a","namespace":"web","uid":"1"},"#
        server.arrange(path, thing + #""list":[1,2]}"#)
        server.transport.on(
            "PATCH", path + Self.parameters, body: .text(#"{"list":[1,3]}"#), .json(thing + #""list":[1,3]}"#))
        let answer = try await run("sed -i 's/- 2/- 3/' $1", "edit", "thing", "a", "--output-patch")
        #expect(answer.output == "Patch: {\"list\":[1,3]}\nthing.example.org/a edited\n")
        #expect(
            server.transport.requests.last?.headers.values("Content-Type") == ["application/merge-patch+json"])
    }

    @Test func `the failure of an object before the last is told`() async throws {
        server.arrange(Self.one, Self.object("one"))
        server.arrange(Self.two, Self.object("two"))
        server.transport.on("PATCH", Self.two + Self.parameters, .json(Self.object("two", "blue")))
        let answer = try await run("sed -i 's/red/blue/;s/: one/: three/' $1", "edit", "configmap", "one", "two")
        #expect(answer.code == 1)
        #expect(answer.output == "configmap/two edited\n")
        let file = try #require(try left().first)
        #expect(
            answer.errors == """
                A copy of your changes has been stored to "\(folder("files/\(file)"))"
                error: At least one of apiVersion, kind and name was changed

                """)
        #expect(try folder.read("files/\(file)").contains("name: three"))
    }

    @Test func `an answer that says nothing keeps the changes`() async throws {
        server.arrange(Self.one, Self.object("one"))
        server.transport.on("PATCH", Self.one + Self.parameters, .json("no status", status: 500))
        let answer = try await run("sed -i s/red/blue/ $1", "edit", "configmap", "one")
        let file = try #require(try left().first)
        #expect(answer.code == 1)
        #expect(
            answer.errors.hasSuffix(
                "You can run `kubectl replace -f \(folder("files/\(file)"))` to try this update again.\n"))
        #expect(answer.errors.hasPrefix("error: configmaps \"one\" could not be patched: an error on the server"))
    }

    @Test func `an editor that cannot be found leaves no file`() async throws {
        server.arrange(Self.one, Self.object("one"))
        let answer = await server.run(
            ["edit", "configmap", "one"],
            environment: ["KUBE_EDITOR": "no-such", "TMPDIR": folder("files"), "PATH": "/usr/bin"])
        #expect(answer == .init(code: 1, output: "", errors: "error: unable to launch the editor \"no-such\"\n"))
        #expect(try left() == [])
    }

    @Test func `an editor that fails leaves the file`() async throws {
        server.arrange(Self.one, Self.object("one"))
        let answer = try await run("echo changed >> $1; exit 1", "edit", "configmap", "one")
        #expect(answer.errors == "error: there was a problem with the editor \"\(folder("editor"))\"\n")
        #expect(try left().count == 1)
    }

    @Test func `a dry run creates nothing of what was edited`() async throws {
        let manifest = try folder.write("one.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: one}}")
        let answer = try await run("sed -i s/one/two/ $1", "create", "--edit", "-f", manifest, "--dry-run=client")
        #expect(answer == .init(code: 0, output: "configmap/two created (dry run)\n", errors: ""))
        #expect(server.requests == [])
    }

    @Test func `the objects of a list are created one by one`() async throws {
        let manifest = try folder.write(
            "two.yaml",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: one}}\n---\n"
                + "{apiVersion: v1, kind: ConfigMap, metadata: {name: two}}")
        let path = "/api/v1/namespaces/web/configmaps?fieldManager=kubectl-create&fieldValidation=Ignore"
        server.transport.on(
            "POST", path, body: .matching { $0.contains(#""name":"one-x""#) },
            .json(#"{"kind":"Status","status":"Failure","reason":"Forbidden","message":"no"}"#, status: 403))
        server.transport.on(
            "POST", path, body: .matching { $0.contains(#""name":"two-x""#) }, .json(Self.object("two-x")))
        let answer = try await run("sed -i 's/name: .*/&-x/' $1", "create", "--edit", "-f", manifest)
        #expect(answer.code == 1)
        #expect(answer.output == "configmap/two-x created\n")
        #expect(answer.errors.hasSuffix("Error from server (Forbidden): no\n"))
        #expect(try left().count == 1)
    }
}
