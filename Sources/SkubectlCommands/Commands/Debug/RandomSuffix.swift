/// The random letters behind generated names (apimachinery's `rand.String`).
enum RandomSuffix {
    /// No vowels and nothing that looks like another character, so that no words come about.
    private static let alphabet = Array("bcdfghjklmnpqrstvwxz2456789")

    static func make(length: Int = 5) -> String {
        String((0..<length).map { _ in alphabet[Int.random(in: alphabet.indices)] })
    }
}
