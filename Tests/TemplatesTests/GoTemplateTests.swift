import JSONModel
import StdlibExtensions
import Templates
import TestSupport
import Testing

@Suite struct GoTemplateTests {
    /// What kubectl made of a template; recorded by `Fixtures/GoTemplate/record`.
    struct Case: CustomTestStringConvertible {
        let template: String
        let isStrict: Bool
        let output: [UInt8]
        let error: String?

        init(_ value: JSONValue) {
            template = value["template"]?.string ?? ""
            isStrict = value["strict"]?.bool ?? false
            error = value["error"]?.string
            output =
                switch Base64.decode(value["base64"]?.string ?? "") {
                case .success(let bytes) where !bytes.isEmpty: bytes
                default: Array((value["output"]?.string ?? "").utf8)
                }
        }

        var testDescription: String { template }

        static func all() throws -> [Case] {
            try Fixture().json("GoTemplate/cases.json").array?.map(Case.init) ?? []
        }
    }

    /// The object that `kubectl config view` shows for `object.json`: it has no empty lists.
    private static func object() throws -> JSONValue {
        var object = try Fixture().json("GoTemplate/object.json")
        object["users"] = .null
        object["contexts"] = .null
        return object
    }

    /// A stream that keeps bytes.
    private struct Bytes: ByteOutputStream {
        var bytes: [UInt8] = []

        mutating func write(_ string: String) { bytes += string.utf8 }
        mutating func write(_ bytes: [UInt8]) { self.bytes += bytes }
    }

    @Test func hasCases() throws {
        #expect(try Case.all().count > 500)
    }

    @Test(arguments: try Case.all()) func doesAsKubectlDoes(_ expected: Case) throws {
        let object = try Self.object()
        var stream = Bytes()
        var message: String?
        do throws(TemplateError) {
            let template = try GoTemplate(
                name: "output", source: expected.template, allowsMissingKeys: !expected.isStrict)
            try template.execute(on: object, into: &stream)
        } catch {
            switch error {
            case .goTemplateSyntax(let text), .goTemplateExecution(let text): message = text
            default: break
            }
        }
        #expect(message == expected.error)
        #expect(String(decoding: stream.bytes, as: UTF8.self) == String(decoding: expected.output, as: UTF8.self))
        #expect(stream.bytes == expected.output)
    }

    @Test func parenthesesDoNotFillTheStack() {
        let source = "{{" + String(repeating: "(", count: 20_000) + "1" + String(repeating: ")", count: 20_000) + "}}"
        #expect(throws: TemplateError.goTemplateSyntax("template: output:1: max expression depth exceeded")) {
            try GoTemplate(name: "output", source: source)
        }
    }

    @Test func blocksDoNotFillTheStack() throws {
        let depth = 5_000
        let source = String(repeating: "{{if 1}}", count: depth) + "x" + String(repeating: "{{end}}", count: depth)
        var output = ""
        try GoTemplate(name: "output", source: source).execute(on: [:], into: &output)
        #expect(output == "x")
    }
}
