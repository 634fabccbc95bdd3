/// The members of a JSON object in the order they were written or added; each key once.
package struct JSONObject: Sendable, Hashable {
    package typealias Member = (key: String, value: JSONValue)

    private struct Entry: Sendable, Hashable {
        var key: String
        var value: JSONValue
    }

    private var entries: [Entry]

    package init() {
        entries = []
    }

    /// Takes the members in order; of members with the same key the last one's value wins, in the first one's place.
    package init(_ members: some Sequence<Member>) {
        self.init()
        for member in members { self[member.key] = member.value }
    }

    /// The value of the member `key`.
    ///
    /// Setting replaces in place or appends; setting nil removes.
    package subscript(key: String) -> JSONValue? {
        get { entries.first { $0.key == key }?.value }
        set {
            let index = entries.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    package var keys: [String] { entries.map(\.key) }
    package var values: [JSONValue] { entries.map(\.value) }
    package var count: Int { entries.count }
    package var isEmpty: Bool { entries.isEmpty }

    /// The same members, ordered by key as Go orders strings (by bytes), as `encoding/json` writes maps.
    package func sortedByKey() -> JSONObject {
        var sorted = self
        sorted.entries.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return sorted
    }
}

extension JSONObject: Sequence {
    package func makeIterator() -> some IteratorProtocol<Member> {
        entries.lazy.map { (key: $0.key, value: $0.value) }.makeIterator()
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.map { (key: $0.0, value: $0.1) })
    }
}
