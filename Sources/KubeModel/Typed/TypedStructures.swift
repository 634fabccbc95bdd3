import StdlibExtensions

/// The Go structures of the kinds that kubectl shows as its own types have them, as tables of text.
///
/// `Tests/Reference/typed-structures.py` writes them and tells their form. Most commands never need them.
enum TypedStructures {
    /// A field of a structure.
    struct Field: Sendable, Hashable {
        let name: String
        let presence: Presence
        let type: FieldType
    }

    /// When Go writes a field; the raw values are the tables' marks.
    enum Presence: Character, Sendable, Hashable {
        case always = "!"
        /// Always, and as null where it is not there.
        case alwaysOrNull = "*"
        case unlessEmpty = "="
        /// A pointer: also where its value is zero.
        case ifThere = "?"
        case unlessZero = "~"
    }

    indirect enum FieldType: Sendable, Hashable {
        /// A text, with the name that its type has in Go: "string", "v1.PullPolicy".
        case string(goName: String)
        /// A whole number of as many bits.
        case number(bits: Int)
        case bool, quantity, time, any
        case list(FieldType)
        case map(FieldType)
        /// A structure, by its full name: "core.Container".
        case structure(String)
    }

    private static let tables = [
        ("core", core), ("apps", apps), ("batch", batch), ("batchv1beta1", batchv1beta1), ("rbac", rbac),
        ("meta", meta),
    ]

    /// The fields of all structures by their full names.
    private static let fields: [String: [Field]] = {
        var fields: [String: [Field]] = [:]
        for (package, text) in tables {
            var structure = ""
            for word in text.split(whereSeparator: \.isWhitespace) {
                if word.last == ":" {
                    structure = "\(package).\(word.dropLast())"
                    fields[structure] = []
                } else if let field = Field(word, in: package) {
                    fields[structure, default: []].append(field)
                }
            }
        }
        return fields
    }()

    static func fields(of structure: String) -> [Field]? { fields[structure] }

    /// The structure of a kind; nil for kinds that are not in the tables.
    static func structure(of kind: GroupVersionKind) -> String? {
        let package: String
        switch (kind.group, kind.version) {
        case ("", "v1"): package = "core"
        case ("apps", "v1"): package = "apps"
        case ("batch", "v1"): package = "batch"
        case ("batch", "v1beta1"): package = "batchv1beta1"
        case ("rbac.authorization.k8s.io", "v1"): package = "rbac"
        default: return nil
        }
        let name = "\(package).\(kind.kind)"
        return fields[name]?.first?.name == "kind" ? name : nil
    }
}

extension TypedStructures.Field {
    /// Reads `NAME MARK TYPE` of a table; nil for a word of another form.
    init?(_ word: Substring, in package: String) {
        guard let index = word.firstIndex(where: { TypedStructures.Presence(rawValue: $0) != nil }),
            let presence = TypedStructures.Presence(rawValue: word[index])
        else { return nil }
        name = String(word[..<index])
        self.presence = presence
        type = TypedStructures.FieldType(word[word.index(after: index)...], in: package)
    }
}

extension TypedStructures.FieldType {
    /// Reads the word of a type in a table.
    init(_ word: Substring, in package: String) {
        switch word.first {
        case "[": self = .list(Self(word.dropFirst(), in: package))
        case "{": self = .map(Self(word.dropFirst(), in: package))
        default:
            switch word {
            case "s": self = .string(goName: "string")
            case "i": self = .number(bits: 32)
            case "l": self = .number(bits: 64)
            case "b": self = .bool
            case "q": self = .quantity
            case "t": self = .time
            case "x": self = .any
            case _ where word.hasPrefix("s:"): self = .string(goName: Self.goName(of: word.dropFirst(2), in: package))
            default: self = .structure(word.contains(".") ? String(word) : "\(package).\(word)")
            }
        }
    }

    /// The name with the package in which Go has it: "v1.PullPolicy" for "PullPolicy" or "core.PullPolicy".
    private static func goName(of word: Substring, in package: String) -> String {
        if word.hasPrefix("types.") { return String(word) }
        let version = package == "batchv1beta1" && !word.contains(".") ? "v1beta1" : "v1"
        return "\(version).\(word.split(separator: ".").last ?? word)"
    }
}
