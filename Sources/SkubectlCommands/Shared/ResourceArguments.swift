/// The words of a command line that say which resources are meant, before the server is asked what they mean.
///
/// `pods,services`, `pod a b`, `pod/a svc/b` and `pods,services a` (each name of each type) are the forms;
/// the rules are those of cli-runtime's `ResourceTypeOrNameArgs`.
enum ResourceArguments: Sendable, Hashable {
    /// One object by type and name, as in `pod/a`.
    struct Pair: Sendable, Hashable {
        let type: String
        let name: String
    }

    case none
    /// Whole collections.
    case types([String])
    /// Objects of one type.
    case names(type: String, names: [String])
    /// Objects of any types.
    case pairs([Pair])

    init(_ words: [String]) throws(SelectionError) {
        let words = Self.expandingTypeLists(words)
        let pairs = words.filter { $0.contains("/") }
        if !pairs.isEmpty {
            guard pairs.count == words.count else { throw .mixedForms }
            self = .pairs(try words.map { word throws(SelectionError) in try Self.pair(word) })
            return
        }
        guard let first = words.first else {
            self = .none
            return
        }
        let names = Array(words.dropFirst())
        self = names.isEmpty ? .types(Self.split(first)) : .names(type: first, names: names)
    }

    /// `a,b x y` is `a/x a/y b/x b/y`.
    private static func expandingTypeLists(_ words: [String]) -> [String] {
        guard words.count >= 2, case let types = split(words[0]), types.count > 1 else { return words }
        return types.flatMap { type in words.dropFirst().map { "\(type)/\($0)" } }
    }

    private static func pair(_ word: String) throws(SelectionError) -> Pair {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw .tooManySlashes }
        guard !parts[0].isEmpty, !parts[1].isEmpty, split(parts[0]).count == 1 else { throw .incompletePair }
        return Pair(type: parts[0], name: parts[1])
    }

    /// The types of a list, each once, in their order; an empty one stays, to be refused as unknown.
    static func split(_ list: String) -> [String] {
        var types: [String] = []
        for type in list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        where !types.contains(type) {
            types.append(type)
        }
        return types
    }
}
