import YAMLCodec

/// Merges two lists whose elements are told apart by keys, or by themselves (kyaml's associative lists).
struct ListMerge {
    let old: YAMLNode
    let patch: YAMLNode?
    /// Empty for lists of texts.
    let keys: [String]

    /// The list with what is new in front; `merge` makes one element of two.
    mutating func run(
        _ merge: (YAMLNode?, YAMLNode?) throws(KustomizeError) -> YAMLNode?
    ) throws(KustomizeError) -> YAMLNode? {
        let keys = keys.isEmpty ? [""] : keys
        var rows = self.keys.isEmpty ? texts() : values()
        if keys.count > 1 { Self.complete(&rows) }
        let added = YAMLNode(.sequence)
        var validKeys: [String] = []
        for row in rows where !row.isEmpty {
            var validValues: [String]
            (validKeys, validValues) = Self.valid(rows, row, keys)
            let (elementKeys, elementValues) = Self.valid([validValues], validValues, validKeys)
            let element = try merge(
                old.firstElement(keys: elementKeys, values: elementValues),
                patch?.firstElement(keys: elementKeys, values: elementValues))
            var isRemoved = false
            for (key, value) in zip(validKeys, validValues) {
                if let element, !element.isNull, !(element.kind == .mapping && element.content.isEmpty) {
                    if element.field(key) == nil, !value.isEmpty {
                        try element.setField(key, YAMLNode(plain: value))
                    }
                } else {
                    old.setElement(nil, keys: validKeys, values: validValues)
                    isRemoved = true
                }
            }
            if isRemoved { continue }
            added.setElement(element, keys: validKeys, values: validValues)
        }
        guard !rows.isEmpty else { return old }
        Self.append(old.content, to: added, keys: validKeys)
        return added
    }

    /// The values of the keys in each element, those of the patch first, each once.
    private func values() -> [[String]] {
        var rows: [[String]] = []
        for source in [patch, old] {
            for element in source?.content ?? [] {
                let row = keys.map { element.filledField($0)?.value ?? "" }
                if !rows.contains(row) { rows.append(row) }
            }
        }
        return rows
    }

    private func texts() -> [[String]] {
        var rows: [[String]] = []
        for source in [patch, old] {
            for element in source?.content ?? [] where !rows.contains([element.value]) { rows.append([element.value]) }
        }
        return rows
    }

    /// Fills in the keys that one element leaves out and another, otherwise equal, does not.
    private static func complete(_ rows: inout [[String]]) {
        for first in rows.indices {
            // The row as it was when this pass began.
            let row = rows[first]
            for second in rows.indices {
                guard let common = common(row, rows[second]) else { continue }
                rows[first] = common
                rows[second] = common
            }
        }
    }

    private static func common(_ first: [String], _ second: [String]) -> [String]? {
        guard first.count == second.count else { return nil }
        var isAlike = false
        var result: [String] = []
        for (left, right) in zip(first, second) {
            if left == right {
                isAlike = true
                result.append(left)
            } else if left.isEmpty || right.isEmpty {
                result.append(left.isEmpty ? right : left)
            } else {
                return nil
            }
        }
        return isAlike ? result : nil
    }

    /// The keys that any element has, and the values of one for them.
    private static func valid(
        _ rows: [[String]], _ row: [String], _ keys: [String]
    ) -> (keys: [String], values: [String]) {
        var filled: Set<String> = []
        for row in rows {
            for (index, value) in row.enumerated() where !value.isEmpty { filled.insert(keys[index]) }
        }
        guard !filled.isEmpty else { return (keys, row) }
        var values: [String] = []
        for (index, value) in row.enumerated() where !value.isEmpty || filled.contains(keys[index]) {
            values.append(value)
        }
        return (keys.filter(filled.contains), values)
    }

    /// Puts elements behind those of a list, in the place of ones with the same keys.
    private static func append(_ elements: [YAMLNode], to list: YAMLNode, keys: [String]) {
        guard let first = keys.first else { return }
        for element in elements {
            if first.isEmpty {
                list.setElement(element, keys: [""], values: [element.value])
                continue
            }
            var values: [String] = []
            for key in keys {
                if let value = element.field(key) {
                    values.append(value.value)
                } else {
                    list.content.append(element)
                }
            }
            if keys.count > 1 { list.setElement(nil, keys: keys, values: values) }
            list.setElement(element, keys: keys, values: values)
        }
    }
}

extension YAMLNode {
    /// Puts an element in the place of those with the same keys, or behind all; nil removes them (kyaml's
    /// `ElementSetter`).
    func setElement(_ element: YAMLNode?, keys: [String], values: [String]) {
        let keys = keys.isEmpty ? [""] : keys
        let isForMaps = !keys[0].isEmpty && !(values.first ?? "").isEmpty
        var rest: [YAMLNode] = []
        var isFound = false
        for old in content {
            if old.isNull || (old.kind == .mapping && old.content.isEmpty) { continue }
            if old.kind != .mapping, isForMaps {
                rest.append(old)
                continue
            }
            guard old.matches(keys: keys, values: values) else {
                if !values.isEmpty { rest.append(old) }
                continue
            }
            isFound = true
            if let element { rest.append(element) }
        }
        content = rest
        guard let element, !element.isNull, !isFound else { return }
        content.append(element)
    }

    private func matches(keys: [String], values: [String]) -> Bool {
        var found: YAMLNode?
        for (index, key) in keys.enumerated() {
            if index < values.count {
                if key.isEmpty {
                    found = value == values[index] ? self : nil
                } else {
                    let field = field(key)
                    // An empty value is none: any will do.
                    found = values[index].isEmpty || field?.value == values[index] ? field : nil
                }
            }
            if found == nil { return false }
        }
        return true
    }
}
