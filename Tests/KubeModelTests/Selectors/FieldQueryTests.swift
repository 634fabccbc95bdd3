import Testing

@testable import KubeModel

struct FieldQueryTests {
    @Test(arguments: ["", "a=b", "a==b,c!=d", ",,a=", "a=b\\,c", "a=\\=\\\\", "=b"])
    func selectors(_ text: String) throws {
        #expect(try FieldQuery(text).text == text)
    }

    @Test(arguments: [
        ("a", FieldQueryError.noComparison("a", selector: "a")),
        ("b=c,a", .noComparison("a", selector: "b=c,a")),
        ("a=b=c", .unescaped("=")), ("a===b", .unescaped("=")), ("a=b\\", .badEscape("\\")),
        ("a=b\\xc", .badEscape("\\x")), ("z=\\x,a=b=c", .unescaped("=")),
    ])
    func whatIsNone(_ text: String, error: FieldQueryError) {
        #expect(throws: error) { try FieldQuery(text) }
    }
}
