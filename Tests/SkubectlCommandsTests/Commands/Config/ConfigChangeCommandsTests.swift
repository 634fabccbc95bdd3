import SystemIO
import TestSupport
import Testing

/// The expected bytes were taken from kubectl 1.36 on the same files.
@Suite("config: changes")
struct ConfigChangeCommandsTests {
    let program: ConfigProgram

    init() throws { program = try ConfigProgram() }

    /// The lines that `first` gets and loses.
    private func changes() throws -> [String] {
        let old = ConfigProgram.first.split(separator: "\n").map(String.init)
        let new = try program.directory.read("a.yaml").split(separator: "\n").map(String.init)
        return new.difference(from: old).map { change in
            switch change {
            case .insert(_, let line, _): "+\(line)"
            case .remove(_, let line, _): "-\(line)"
            }
        }
    }

    @Test(arguments: [
        (["current-context", "foo"], ["-current-context: one", "+current-context: foo"]),
        (["clusters.ca.server", "x"], ["-    server: https://a", "+    server: x"]),
        (["clusters.c.d.e.server", "x"], ["+    server: x", "+  name: c.d.e", "+- cluster:"]),
        (["users.ua.client-key-data", "CCCC"], ["-    client-key-data: BBBB", "+    client-key-data: CCCC"]),
        (
            ["users.ua.client-key-data", "x", "--set-raw-bytes"],
            ["-    client-key-data: BBBB", "+    client-key-data: eA=="]
        ),
        (["users.ua.act-as", "root"], ["+    as: root"]),
        (["preferences.colors", "true"], ["+preferences:", "+  colors: true"]),
        (["kind", "x"], []),
    ])
    func set(words: [String], expected: [String]) async throws {
        let result = await program.run("set", words[0], words[1], words.count > 2 ? words[2] : "--set-raw-bytes=false")
        #expect(result.output == "Property \"\(words[0])\" set.\n")
        #expect(try changes() == expected)
    }

    @Test(arguments: [
        ("", "x", "you must specify a property"), ("kind", "", "you cannot use set to unset a property"),
        ("foo.bar", "x", "unable to parse foo.bar after [] at api.Config"),
        ("clusters.ca.server.x", "x", "unable to parse one or more field values of clusters.ca.server.x"),
        ("users.ua.exec.command", "x", "unable to parse one or more field values of users.ua.exec.command"),
        ("users.ua.act-as-groups", "x", "unrecognized slice type. string"),
        ("users.ua.act-as-user-extra", "x", "can't set a map to a value: map[]"),
        ("users.ua.act-as-user-extra.z", "x", "string is not of type struct"),
        ("clusters.ca.insecure-skip-tls-verify", "maybe", "strconv.ParseBool: parsing \"maybe\": invalid syntax"),
        ("users.ua.client-key-data", "x", "error decoding input value: illegal base64 data at input byte 0"),
        (
            "preferences", "x",
            "unable to locate path config.navigationStep{stepValue:\"\", stepType:reflect.Type(nil)} under {false map[]}"
        ),
        ("extensions.x", "y", "extensions.x cannot be set or unset by its path"),
    ])
    func `what set refuses`(name: String, value: String, sentence: String) async throws {
        let result = await program.run("set", name, value)
        #expect(result.error == "error: \(sentence)\n")
        #expect(result.exitCode == 1)
        #expect(try program.directory.read("a.yaml") == ConfigProgram.first)
    }

    @Test(arguments: [
        ("current-context", ["-current-context: one", "+current-context: \"\""]),
        ("users.ua.token", ["-    token: secret"]), ("contexts.shared.namespace", ["-    namespace: from-a"]),
        ("contexts.none", []), ("extensions", []),
        (
            "clusters",
            [
                "-  name: ca", "-    server: https://a", "-    insecure-skip-tls-verify: true", "-- cluster:",
                "-clusters:", "+clusters: null",
            ]
        ),
    ])
    func unset(name: String, expected: [String]) async throws {
        #expect(await program.run("unset", name).output == "Property \"\(name)\" unset.\n")
        #expect(try changes() == expected)
    }

    @Test func `unset wants the entry of a field`() async {
        #expect(
            await program.run("unset", "clusters.none.server").error == "error: current map key `none` is invalid\n")
        #expect(await program.run("unset", "").error == "error: you must specify a property\n")
        #expect(await program.run("unset", "a", "b").error == "error: Unexpected args: [a b]\n")
    }

    @Test func `set-cluster takes back the insecure switch that is not given`() async throws {
        #expect(await program.run("set-cluster", "ca", "--server=https://b").output == "Cluster \"ca\" set.\n")
        #expect(
            try changes() == [
                "-    server: https://a", "-    insecure-skip-tls-verify: true", "+    server: https://b",
            ])
    }

    @Test func `set-cluster keeps certificates by their path or as they are`() async throws {
        let file = try program.directory.write("certs/ca.crt", "CA")
        _ = await program.run("set-cluster", "ca", "--certificate-authority", file)
        #expect(
            try changes() == ["-    insecure-skip-tls-verify: true", "+    certificate-authority: certs/ca.crt"])
        _ = await program.run("set-cluster", "ca", "--certificate-authority", file, "--embed-certs")
        #expect(
            try changes() == ["-    insecure-skip-tls-verify: true", "+    certificate-authority-data: Q0E="])
        #expect(
            await program.run("set-cluster", "ca", "--certificate-authority", "none", "--embed-certs").error
                == "error: could not stat certificate-authority file none: stat none: no such file or directory\n")
        #expect(
            await program.run("set-cluster", "ca", "--embed-certs").error
                == "error: you must specify a --certificate-authority to embed\n")
        #expect(
            await program.run("set-cluster", "ca", "--certificate-authority", file, "--insecure-skip-tls-verify").error
                == "error: you cannot specify a certificate authority and insecure mode at the same time\n")
    }

    @Test func `set-credentials knows one method at a time`() async throws {
        let result = await program.run("set-credentials", "ua", "--username=joe", "--password", "p")
        #expect(result.output == "User \"ua\" set.\n")
        #expect(
            try changes() == ["-    token: secret", "+    password: p", "+    username: joe"])
        #expect(
            await program.run("set-credentials", "ua", "--username=joe", "--token", "t").error
                == "error: you cannot specify more than one authentication method at the same time: --token, --username/--password\n"
        )
    }

    @Test func `set-credentials makes plugins`() async throws {
        _ = await program.run(
            "set-credentials", "ua", "--exec-command=x", "--exec-arg=a,b", "--exec-env=A=b,c", "--exec-env=B=1",
            "--exec-api-version=client.authentication.k8s.io/v1", "--exec-interactive-mode=Never")
        #expect(
            try changes() == [
                "+    exec:", "+      apiVersion: client.authentication.k8s.io/v1", "+      args:", "+      - a",
                "+      - b", "+      command: x", "+      env:", "+      - name: A", "+        value: b,c",
                "+      - name: B", "+        value: \"1\"", "+      interactiveMode: Never",
                "+      provideClusterInfo: false",
            ])
        _ = await program.run("set-credentials", "ua", "--exec-env=A-", "--exec-env=B=2", "--exec-command=y")
        #expect(
            try changes() == [
                "+    exec:", "+      apiVersion: client.authentication.k8s.io/v1", "+      args: null",
                "+      command: \"y\"", "+      env:", "+      - name: B", "+        value: \"2\"",
                "+      interactiveMode: Never", "+      provideClusterInfo: false",
            ])
        #expect(
            await program.run("set-credentials", "ua", "--exec-env=A", "--exec-env", "=B").error
                == "error: invalid exec-env format: A, =B\n")
        #expect(
            await program.run("set-credentials", "ua", "--exec-interactive-mode=No").error
                == "error: invalid interactive mode type, can be only IfAvailable, Never, Always\n")
        #expect(await program.run("set-credentials").error == "error: unexpected args: []\n")
    }

    @Test func `rename-context`() async throws {
        #expect(await program.run("rename-context", "one", "1").output == "Context \"one\" renamed to \"1\".\n")
        #expect(
            try changes() == [
                "-current-context: one", "-  name: one", "+  name: \"1\"", "+current-context: \"1\"",
            ])
        let file = program.directory("a.yaml")
        #expect(
            await program.run("rename-context", "none", "x").error
                == "error: cannot rename the context \"none\", it's not in \(file)\n")
        #expect(
            await program.run("rename-context", "1", "shared").error
                == "error: cannot rename the context \"1\", the context \"shared\" already exists in \(file)\n")
        #expect(
            await program.run("rename-context", "1", "").error
                == "error: You must specify a new non-empty context name\n")
    }

    @Test func `deleting entries`() async throws {
        let file = program.directory("a.yaml")
        let result = await program.run("delete-context", "one", files: ["a.yaml", "b.yaml"])
        #expect(result.output == "deleted context one from \(file)\n")
        #expect(
            result.error
                == "warning: this removed your active context, use \"kubectl config use-context\" to select a different one\n"
        )
        let other = await program.run("delete-context", "two", files: ["a.yaml", "b.yaml"])
        #expect(other.output == "deleted context two from \(file)\n")
        #expect(try program.directory.read("b.yaml").contains("contexts: null\n"))
        #expect(await program.run("delete-cluster", "ca").output == "deleted cluster ca from \(file)\n")
        #expect(await program.run("delete-user", "ua").output == "deleted user ua from \(file)\n")
        #expect(
            await program.run("delete-context", "one").error == "error: cannot delete context one, not in \(file)\n")
        #expect(
            await program.run("delete-cluster", "ca").error == "error: cannot delete cluster ca, not in \(file)\n")
        #expect(await program.run("delete-user", "ua").error == "error: cannot delete user ua, not in \(file)\n")
        #expect(
            await program.run("delete-user").error
                == "error: user to delete is required\nSee 'kubectl config delete-user -h' for help and examples\n")
        let help = await program.run("delete-context")
        #expect(help.output.hasPrefix("Remove a context"))
        #expect(help.exitCode == 0)
    }

    @Test func `lists of names`() async {
        #expect(await program.run("get-clusters").output == "NAME\nca\n")
        #expect(await program.run("get-users", "ignored").output == "NAME\nua\n")
    }
}
