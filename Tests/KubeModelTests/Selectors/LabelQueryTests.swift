import Testing

@testable import KubeModel

@Suite struct LabelQueryTests {
    @Test(arguments: [
        ("", true), ("app", true), ("!app", false), ("app=web", true), ("app==db", false), ("app!=db", true),
        ("none!=x", true), ("app in (web, db)", true), ("app notin (web)", false), ("none notin (web)", true),
        ("empty=", true), ("empty in ()", true), ("app=web,tier", false), ("count>3", true), ("count<3", false),
        ("app=web , !tier", true),
    ])
    func matching(_ text: String, _ expected: Bool) throws {
        let labels = ["app": "web", "empty": "", "count": "5"]
        #expect(try LabelQuery(text).matches(labels) == expected)
    }

    @Test func mistakes() {
        expect("a in (", .unexpected("", .firstListValue))
        expect("a in (b,", .unexpected("", .listValue))
        expect("a in (b c)", .unexpected("c", .listSeparator))
        expect("a in b", .unexpected("b", .openingParenthesis))
        expect("a b", .unexpected("b", .comparison))
        expect("a,", .unexpected("", .nextRequirement))
        expect(",a", .unexpected(",", .requirement))
        expect("a=b=c", .unexpected("=", .separator))
        expect("a=)", .unexpected(")", .key))
        expect("a/b/c", .invalidKey("a/b/c", [.keyForm]))
        expect("!-a", .invalidKey("-a", [.nameForm]))
        expect("A/", .invalidKey("A/", [.prefixForm, .emptyName, .nameForm]))
        expect("a=-", .invalidValues(key: "a", [.init(index: 0, value: "-", fault: .valueForm)]))
        expect("a in (c,-)", .invalidValues(key: "a", [.init(index: 0, value: "-", fault: .valueForm)]))
        expect("a>x", .invalidValues(key: "a", [.init(index: 0, value: "x", fault: .noInteger)]))
    }

    private func expect(_ text: String, _ error: LabelQueryError) {
        #expect(throws: error) { try LabelQuery(text) }
    }

    @Test func syntaxOfLabels() {
        #expect(LabelSyntax.isKey("example.com/Name_1.x") && LabelSyntax.isKey("a") && !LabelSyntax.isKey(""))
        #expect(!LabelSyntax.isKey("a..b/c") && !LabelSyntax.isKey("é"))
        #expect(LabelSyntax.isValue("") && LabelSyntax.isValue("A-b_c.9") && !LabelSyntax.isValue("a b"))
        #expect(
            LabelSyntax.faults(ofKey: String(repeating: "x", count: 254) + "/" + String(repeating: "y", count: 64))
                == [.longPrefix, .longName])
    }
}
