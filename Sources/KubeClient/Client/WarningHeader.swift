/// The `Warning` header of the API server (RFC 7234, section 5.5; code 299).
enum WarningHeader {
    /// The text of a warning `299 AGENT "TEXT"`; nil for another code or form, which kubectl passes over.
    static func text(_ field: String) -> String? {
        let parts = field.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, parts[0] == "299", parts[2].first == "\"" else { return nil }
        var text = ""
        var isEscaped = false
        for character in parts[2].dropFirst() {
            if isEscaped {
                text.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                return text
            } else {
                text.append(character)
            }
        }
        return nil
    }
}
