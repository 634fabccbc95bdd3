package import JSONModel
import StdlibExtensions

/// A template in the language of Go's `text/template`, as kubectl's `-o go-template` has it.
///
/// Besides Go's functions there are kubectl's `exists` and `base64decode`.
package struct GoTemplate: Sendable {
    /// The name that errors tell; kubectl's is "output".
    let name: String
    /// The text of the template.
    let source: String
    /// Whether what is missing is `<no value>`; otherwise it is an error.
    let allowsMissingKeys: Bool
    let programs: [String: TemplateProgram]

    /// Reads a template.
    ///
    /// - Throws: `goTemplateSyntax` with Go's message, such as `template: output:1: unclosed action`.
    package init(name: String, source: String, allowsMissingKeys: Bool = true) throws(TemplateError) {
        self.name = name
        self.source = source
        self.allowsMissingKeys = allowsMissingKeys
        programs = try TemplateParser.programs(name: name, source: source)
    }

    /// Carries the template out on a value.
    ///
    /// Bytes that are no UTF-8, as `base64decode` can give, reach a `ByteOutputStream` as they are.
    ///
    /// - Throws: `goTemplateExecution` with Go's message, such as `template: output:1:2: executing "output" at <.a.b>:
    ///   can't evaluate field b in type interface {}`; what was printed before is written.
    package func execute(on value: JSONValue, into stream: inout some TextOutputStream) throws(TemplateError) {
        var execution = TemplateExecution(self)
        try execution.run(on: value) { Self.write($0, into: &stream) }
    }

    private static func write<Stream: TextOutputStream>(_ bytes: [UInt8], into stream: inout Stream) {
        if var sink = stream as? any ByteOutputStream {
            sink.write(bytes)
            if let written = sink as? Stream { stream = written }
        } else {
            stream.write(String(decoding: bytes, as: UTF8.self))
        }
    }
}
