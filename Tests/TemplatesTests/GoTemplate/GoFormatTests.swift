import Templates
import Testing

struct GoFormatTests {
    /// What Go's `fmt.Sprintf` returns for these texts and no operands.
    @Test(arguments: [
        ("plain", "plain"), ("50% off", "50%!o(MISSING)ff"), ("%%", "%"), ("100%", "100%!(NOVERB)"),
        ("%5.2f|%-3v", "%!f(MISSING)|%!v(MISSING)"), ("%[1]d", "%!d(BADINDEX)"), ("%*d", "%!(BADWIDTH)%!d(MISSING)"),
    ])
    func textsThatAreNoFormats(text: String, expected: String) {
        #expect(GoFormat.text(text) == expected)
    }
}
