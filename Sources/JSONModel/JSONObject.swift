import StdlibExtensions

/// The members of a JSON object in the order they were written or added; each key once.
///
/// Keys are the same when their bytes are, without Unicode's equivalences.
package struct JSONObject: Sendable {
    /// A key with its value.
    package typealias Member = (key: String, value: JSONValue)

    struct Entry: Sendable {
        var key: String
        var value: JSONValue
    }

    private(set) var entries: [Entry]

    package init() {
        entries = []
    }

    /// Takes the members in order; of members with the same key the last one's value wins, in the first one's place.
    package init(_ members: some Sequence<Member>) {
        entries = members.map { Entry(key: $0.key, value: $0.value) }
        mergeRepeatedKeys()
    }

    /// The value of the member `key`.
    ///
    /// Setting replaces in place or appends; setting nil removes.
    package subscript(key: String) -> JSONValue? {
        get { index(of: key).map { entries[$0].value } }
        set {
            switch (index(of: key), newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The value of the member `key`, or `defaultValue` where there is none; a change to it adds the member.
    package subscript(key: String, default defaultValue: @autoclosure () -> JSONValue) -> JSONValue {
        get { self[key] ?? defaultValue() }
        _modify {
            let index: Int
            if let found = self.index(of: key) {
                index = found
            } else {
                index = entries.count
                entries.append(Entry(key: key, value: defaultValue()))
            }
            yield &entries[index].value
        }
    }

    package var keys: [String] { entries.map(\.key) }
    package var values: [JSONValue] { entries.map(\.value) }
    package var count: Int { entries.count }
    package var isEmpty: Bool { entries.isEmpty }

    /// Whether there is a member `key`, be it null.
    package func contains(key: String) -> Bool {
        index(of: key) != nil
    }

    /// Removes the member `key` and returns its value; nil where there is none.
    @discardableResult
    package mutating func removeValue(forKey key: String) -> JSONValue? {
        index(of: key).map { entries.remove(at: $0).value }
    }

    /// Removes the members that satisfy `isRemoved`; the others keep their order.
    package mutating func removeAll(where isRemoved: (Member) throws -> Bool) rethrows {
        try entries.removeAll { try isRemoved((key: $0.key, value: $0.value)) }
    }

    /// The same members with values made from theirs.
    package func mapValues<Failure>(_ transform: (JSONValue) throws(Failure) -> JSONValue) throws(Failure) -> JSONObject
    {
        var result = self
        for index in result.entries.indices { result.entries[index].value = try transform(entries[index].value) }
        return result
    }

    private func index(of key: String) -> Int? {
        entries.firstIndex { $0.key.hasSameBytes(as: key) }
    }

    // MARK: - Order

    /// The same members, ordered by key as Go orders strings (by bytes), as `encoding/json` writes maps.
    package func sortedByKey() -> JSONObject {
        if isSortedByKey { return self }
        var sorted = self
        sorted.entries.sort { $0.key.precedesByBytes($1.key) }
        return sorted
    }

    /// Whether the members stand in the order of their keys' bytes.
    package var isSortedByKey: Bool {
        zip(entries, entries.dropFirst()).allSatisfy { $0.key.precedesByBytes($1.key) }
    }

    // MARK: - Building

    /// Moves the `count` topmost keys and values off their stacks into an object.
    init(
        movingKeys keys: inout MoveStack<String>, values: inout MoveStack<JSONValue>, count: Int, mayRepeatKeys: Bool
    ) {
        entries = []
        if count == 0 { return }
        // Much quicker than the initializer with an uninitialized capacity, which looks up its type each time.
        entries.reserveCapacity(count)
        keys.moveTop(count) { keys in
            values.moveTop(count) { values in
                for index in 0..<count {
                    entries.append(
                        Entry(key: keys.moveElement(from: index), value: values.moveElement(from: index)))
                }
            }
        }
        if mayRepeatKeys { mergeRepeatedKeys() }
    }

    private mutating func mergeRepeatedKeys() {
        if entries.count <= 16 && !repeatsKeys { return }
        var places: [[UInt8]: Int] = [:]
        var merged: [Entry] = []
        for entry in entries {
            if let place = places.updateValue(merged.count, forKey: Array(entry.key.utf8)) {
                places[Array(entry.key.utf8)] = place
                merged[place].value = entry.value
            } else {
                merged.append(entry)
            }
        }
        if merged.count < entries.count { entries = merged }
    }
}

extension JSONObject {
    /// Takes the members in order, whose keys are known to be different.
    package init(uniqueMembers members: some Sequence<Member>) {
        entries = members.map { Entry(key: $0.key, value: $0.value) }
    }

    private var repeatsKeys: Bool {
        entries.indices.contains { index in
            entries[..<index].contains { $0.key.hasSameBytes(as: entries[index].key) }
        }
    }
}

extension JSONObject: Hashable {
    /// Whether both have the same members in the same order.
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        JSONValue.object(left) == JSONValue.object(right)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(JSONValue.object(self))
    }

    /// Whether both have the same keys in the same order.
    func hasSameKeys(as other: JSONObject) -> Bool {
        entries.count == other.entries.count
            && zip(entries, other.entries).allSatisfy { $0.key.hasSameBytes(as: $1.key) }
    }
}

extension JSONObject: Sequence {
    /// Walks over the members in their order.
    package struct Iterator: IteratorProtocol {
        private var entries: IndexingIterator<[Entry]>

        init(_ entries: [Entry]) {
            self.entries = entries.makeIterator()
        }

        package mutating func next() -> Member? {
            entries.next().map { (key: $0.key, value: $0.value) }
        }
    }

    package func makeIterator() -> Iterator {
        Iterator(entries)
    }

    package var underestimatedCount: Int { entries.count }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.map { (key: $0.0, value: $0.1) })
    }
}
