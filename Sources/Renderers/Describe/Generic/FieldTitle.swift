/// The titles of fields in descriptions of objects that have no describer of their own.
enum FieldTitle {
    private static let acronyms = ["API", "URL", "UID", "GUID"]

    /// A field's name in words: "creationTimestamp" as "Creation Timestamp", "apiVersion" as "API Version".
    ///
    /// Names with anything but letters and hyphens in them stay as they are.
    static func text(_ field: String) -> String {
        guard field.unicodeScalars.allSatisfy({ $0.isLetter || $0 == "-" }) else { return field }
        return merged(words(field)).map(title).joined(separator: " ")
    }

    private static func title(_ word: String) -> String {
        let upper = word.uppercased()
        if acronyms.contains(upper) { return upper }
        guard word.lowercased() == word, let first = word.unicodeScalars.first else { return word }
        return first.properties.titlecaseMapping + String(String.UnicodeScalarView(word.unicodeScalars.dropFirst()))
    }

    /// The runs of letters of one case; the last capital before small letters belongs to these.
    private static func words(_ text: String) -> [String] {
        var runs: [[Unicode.Scalar]] = []
        var lastCase: LetterCase?
        for scalar in text.unicodeScalars {
            let letterCase = LetterCase(scalar)
            if letterCase == lastCase {
                runs[runs.count - 1].append(scalar)
            } else {
                runs.append([scalar])
            }
            lastCase = letterCase
        }
        for index in runs.indices.dropLast()
        where LetterCase(runs[index][0]) == .upper && LetterCase(runs[index + 1][0]) == .lower {
            runs[index + 1].insert(runs[index].removeLast(), at: 0)
        }
        return runs.filter { !$0.isEmpty }.map { String(String.UnicodeScalarView($0)) }
    }

    /// Joins a word of capitals with the word behind it, where that begins with a capital: "HTTP" and "Get".
    private static func merged(_ words: [String]) -> [String] {
        var result: [String] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            if index + 1 < words.count, word.utf8.count >= 2, beginsWithCapital(words[index + 1]),
                word.unicodeScalars.allSatisfy({ !$0.isLetter || LetterCase($0) == .upper })
            {
                result.append(word + words[index + 1])
                index += 2
            } else {
                result.append(word)
                index += 1
            }
        }
        return result
    }

    /// Whether the first byte, taken for a character, is a capital; kubectl looks no further.
    private static func beginsWithCapital(_ word: String) -> Bool {
        word.utf8.first.map { LetterCase(Unicode.Scalar($0)) == .upper } ?? false
    }
}

/// What divides names into words.
private enum LetterCase {
    case lower, upper, none

    init(_ scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter: self = .lower
        case .uppercaseLetter: self = .upper
        default: self = .none
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isLetter: Bool {
        switch properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
