import Templates
import Testing

@Suite struct TemplateErrorTests {
    @Test func errorsAreValues() {
        #expect(TemplateError.jsonPathSyntax("a") != TemplateError.goTemplateSyntax("a"))
    }
}
