import SystemIO
import TestSupport
import Testing

/// The expected bytes were taken from kubectl 1.36 on the same files.
@Suite("config view")
struct ConfigViewCommandTests {
    let program: ConfigProgram

    init() throws { program = try ConfigProgram() }

    @Test func `secrets are hidden unless --raw asks for them`() async {
        #expect(
            await program.run("view").output
                == ConfigProgram.first.replacing("AAAA", with: "DATA+OMITTED")
                .replacing("BBBB", with: "DATA+OMITTED").replacing("secret", with: "REDACTED"))
        #expect(await program.run("view", "--raw").output == ConfigProgram.first)
        #expect(await program.run("view", "--flatten").output == ConfigProgram.first)
    }

    @Test func `files are merged`() async {
        let result = await program.run("view", "--raw", files: ["b.yaml", "none", "a.yaml"])
        #expect(result.output.contains("  name: one\n"))
        #expect(result.output.contains("  name: two\n"))
        #expect(result.output.contains("current-context: two\n"))
        #expect(result.output.contains("preferences:\n  colors: true\n"))
    }

    @Test func `--minify shows what one context needs`() async {
        let result = await program.run("view", "--minify", "--context=shared", "-ojson")
        #expect(
            result.output == """
                {
                    "kind": "Config",
                    "apiVersion": "v1",
                    "clusters": [
                        {
                            "name": "ca",
                            "cluster": {
                                "server": "https://a",
                                "insecure-skip-tls-verify": true
                            }
                        }
                    ],
                    "users": [
                        {
                            "name": "ua",
                            "user": {
                                "client-certificate-data": "DATA+OMITTED",
                                "client-key-data": "DATA+OMITTED",
                                "token": "REDACTED"
                            }
                        }
                    ],
                    "contexts": [
                        {
                            "name": "shared",
                            "context": {
                                "cluster": "ca",
                                "user": "ua",
                                "namespace": "from-a"
                            }
                        }
                    ],
                    "current-context": "shared"
                }

                """)
        #expect(
            await program.run("view", "--minify", "--context=none").error == "error: cannot locate context none\n")
        #expect(
            await program.run("view", "--minify", files: ["none"]).error
                == "error: current-context must exist in order to minify\n")
    }

    @Test func `without files it is empty`() async {
        let empty = "apiVersion: v1\nclusters: null\ncontexts: null\ncurrent-context: \"\"\nkind: Config\nusers: null\n"
        #expect(await program.run("view", files: ["none"]).output == empty)
        #expect(await program.run("view", "--kubeconfig", program.directory("none")).output == empty)
    }

    @Test func `--merge=false wants the one file`() async {
        #expect(
            await program.run("view", "--merge=false").error
                == "error: if merge==false a precise file must be specified\n")
        let none = program.directory("none")
        #expect(
            await program.run("view", "--merge=false", "--kubeconfig", none).error
                == "error: open \(none): no such file or directory\n")
        let one = await program.run("view", "--raw", "--merge=false", "--kubeconfig", program.directory("b.yaml"))
        #expect(one.output == ConfigProgram.second)
    }

    @Test func `other forms`() async {
        #expect(await program.run("view", "-o", "name").output == "config/<unknown>\n")
        let unknown = await program.run("view", "-o", "wide")
        #expect(
            unknown.error
                == "error: unable to match a printer suitable for the output format \"wide\", "
                + "allowed formats are: go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,"
                + "kyaml,name,template,templatefile,yaml\n")
        #expect(await program.run("view", "-o", "jsonpath={.kind} {.apiVersion}").output == "Config v1")
        #expect(await program.run("view", "--template", "{{.kind}}").output == "Config")
        #expect(await program.run("view", "-o", "kyaml").output.hasPrefix("---\n{\n  kind: \"Config\",\n"))
        #expect(
            await program.run("view", "x").error
                == "error: unexpected arguments: [x]\nSee 'kubectl config view -h' for help and examples\n")
    }
}
