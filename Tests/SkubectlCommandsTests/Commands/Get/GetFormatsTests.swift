import TestSupport
import Testing

/// The forms that `get` shows objects in, and their order.
struct GetFormatsTests {
    private typealias Answer = StubbedServer.Answer

    private let server: StubbedServer

    private static let allFormats =
        "custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,"
        + "kyaml,name,template,templatefile,wide,yaml"

    init() throws {
        server = try StubbedServer(resources: ["v1 pods Pod"])
    }

    private func get(_ words: [String], environment: [String: String] = [:]) async -> Answer {
        await server.run(["get"] + words, environment: environment)
    }

    private func arrange(_ names: String..., target: String = "/api/v1/namespaces/web/pods?limit=500") {
        let items = names.map { #"{"metadata":{"name":"\#($0)"},"spec":{"size":"\#($0.utf8.count)"}}"# }
        server.arrange(target, #"{"kind":"PodList","metadata":{},"items":[\#(items.joined(separator: ","))]}"#)
    }

    @Test(arguments: [
        ("jsonpath={.items[*].metadata.name}", "bb a"),
        ("jsonpath={range .items[*]}{.kind},{end}{.kind}", "Pod,Pod,List"),
        ("go-template={{range .items}}{{.metadata.name}};{{end}}", "bb;a;"),
        ("custom-columns=NAME:.metadata.name,SIZE:.spec.size", "NAME   SIZE\nbb     2\na      1\n"),
        ("jsonpath-as-json={.items[*].metadata.name}", "[\n    \"bb\",\n    \"a\"\n]\n"), ("NAME", "pod/bb\npod/a\n"),
    ])
    func `a list`(format: String, output: String) async {
        let parameters = format == "NAME" ? "includeObject=None&limit=500" : "limit=500"
        arrange("bb", "a", target: "/api/v1/namespaces/web/pods?\(parameters)")
        #expect(await get(["pods", "-o", format]) == Answer(code: 0, output: output, errors: ""))
    }

    @Test func `a list in order`() async {
        arrange("bb", "a", "ccc")
        let sorted = await get(["pods", "-o", "jsonpath={.items[*].metadata.name}", "--sort-by", "spec.size"])
        #expect(sorted == Answer(code: 0, output: "a bb ccc", errors: ""))
    }

    @Test func `a format that get does not have is refused after the list was read`() async {
        arrange("a")
        #expect(
            await get(["pods", "-o", "bogus"])
                == Answer(
                    code: 1, output: "",
                    errors: "error: unable to match a printer suitable for the output format \"bogus\", "
                        + "allowed formats are: \(Self.allFormats)\n"))
    }

    @Test func `the environment takes kyaml away`() async {
        arrange("a")
        let answer = await get(["pods", "-o", "kyaml"], environment: ["KUBECTL_KYAML": "False"])
        #expect(answer.errors.contains("\"kyaml\", allowed formats are"))
        #expect(!answer.errors.contains(",kyaml,"))
    }

    @Test func `a template alone is a Go template`() async {
        arrange("a")
        #expect(await get(["pods", "--template", "{{.kind}}"]).output == "List")
    }

    @Test func `an expression that does not fit shows the object, which is read again, whole`() async {
        arrange()
        arrange()
        let answer = await get(["pods", "-o", "jsonpath={.items[0]}"])
        #expect(answer.code == 1 && answer.output.isEmpty)
        #expect(
            answer.errors == """
                error: error executing jsonpath "{.items[0]}": Error executing template: array index out of bounds: index \
                0, length 0. Printing more information for debugging the template:
                \ttemplate was:
                \t\t{.items[0]}
                \tobject given to jsonpath engine was:
                \t\tmap[string]interface {}{"apiVersion":"v1", "items":[]interface {}{}, "kind":"List", \
                "metadata":map[string]interface {}{"resourceVersion":""}}



                """)
    }

    @Test func `an empty list that need not be there is not shown`() async {
        arrange()
        #expect(await get(["pods", "-o", "json", "--ignore-not-found"]) == Answer(code: 0, output: "", errors: ""))
    }

    @Test func `files that are not there`() async {
        arrange("a")
        #expect(
            await get(["pods", "-o", "jsonpath-file=/no/such/file"]).errors
                == "error: error reading --template /no/such/file, open /no/such/file: no such file or directory\n")
    }

    @Test func `values without an order end the program as a fault of its own`() async {
        arrange("a", "b")
        let answer = await get(["pods", "-o", "name", "--sort-by", ".metadata"])
        #expect(answer.code == 1)
        #expect(
            answer.errors.hasSuffix(
                "sorter.go:329] Field {.metadata} in *unstructured.Unstructured is an unsortable type: interface, "
                    + "err: unsortable type: map[string]interface {}\n"))
    }
}
