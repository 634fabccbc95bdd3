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

    @Test(arguments: [
        ("a in (", "", "',', ')' or identifier", true), ("a b", "b", "in, notin, =, ==, !=, gt, lt", true),
        ("a,", "", "identifier after ','", false), (",a", ",", "!, identifier, or 'end of string'", false),
        ("a=b=c", "=", "',' or 'end of string'", false), ("a=)", ")", "identifier", true), ("a in b", "b", "'('", true),
    ])
    func mistakes(_ text: String, _ found: String, _ expected: String, _ isInRequirement: Bool) {
        #expect(throws: LabelQueryError(found, expected: expected, isInRequirement: isInRequirement)) {
            try LabelQuery(text)
        }
    }
}
