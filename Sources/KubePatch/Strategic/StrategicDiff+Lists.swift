import JSONModel
import StdlibExtensions

extension StrategicDiff {
    /// What becomes of a list that is merged.
    struct ListDiff {
        /// What the patch has under the list's name.
        var changes: [JSONValue] = []
        /// The scalars that are gone.
        var deletions: [JSONValue] = []
        /// The order in which the elements shall be.
        var order: [JSONValue] = []
    }

    /// What differs between two lists that are merged by elements (apimachinery's `diffLists`).
    func lists(_ original: [JSONValue], _ modified: [JSONValue], _ field: PatchField) throws(PatchError) -> ListDiff {
        if original.isEmpty { return ListDiff(changes: ignoresChanges ? [] : modified) }
        if try GoType.ofElements(original, modified) == .map { return try mapLists(original, modified, field) }
        return try scalarLists(original, modified)
    }

    // MARK: - Objects

    private func mapLists(
        _ original: [JSONValue], _ modified: [JSONValue], _ field: PatchField
    ) throws(PatchError) -> ListDiff {
        let key = field.mergeKey
        var diff = try differences(original, modified, field)
        let order = ElementOrder(mergeKey: key)
        diff.changes = try order.sort(diff.changes, by: modified, areMaps: true)
        let isSameOrder = try order.isSame(original, modified)
        diff.changes += diff.deletions
        diff.deletions = []
        let hasChanges = !diff.changes.isEmpty
        if setsElementOrder, (!ignoresChanges && (hasChanges || !isSameOrder)) || (!ignoresDeletions && hasChanges) {
            diff.order = modified.map { [key: $0[key] ?? .null] }
        }
        return diff
    }

    /// The elements that come or change, and those that go, both in the order of their merge keys' texts.
    private func differences(
        _ original: [JSONValue], _ modified: [JSONValue], _ field: PatchField
    ) throws(PatchError) -> ListDiff {
        var (old, new) = (original.sortedByMember(field.mergeKey)[...], modified.sortedByMember(field.mergeKey)[...])
        var diff = ListDiff()
        while !old.isEmpty || !new.isEmpty {
            let oldElement = try Element(old.first, key: field.mergeKey)
            let newElement = try Element(new.first, key: field.mergeKey)
            if let oldElement, let newElement, oldElement.text.hasSameBytes(as: newElement.text) {
                var patch = try patch(oldElement.object, newElement.object, field.schema)
                if !patch.isEmpty {
                    patch[field.mergeKey] = newElement.key
                    diff.changes.append(.object(patch))
                }
                old.removeFirst()
                new.removeFirst()
            } else if let newElement, oldElement.map({ newElement.text.precedesByBytes($0.text) }) ?? true {
                if !ignoresChanges { diff.changes.append(.object(newElement.object)) }
                new.removeFirst()
            } else if let oldElement {
                if !ignoresDeletions {
                    diff.deletions.append(
                        .object([field.mergeKey: oldElement.key, PatchDirective.marker: .string(PatchDirective.delete)])
                    )
                }
                old.removeFirst()
            }
        }
        return diff
    }

    /// An object in a list with what tells it from the others.
    private struct Element {
        let object: JSONObject
        let key: JSONValue
        let text: String

        /// Nil for no value; a list of objects has no other ones.
        init?(_ value: JSONValue?, key: String) throws(PatchError) {
            guard let value else { return nil }
            guard let object = value.object else { throw .wrongType(expected: .map, received: GoType(value)) }
            guard let member = object[key] else { throw .missingMergeKey(object, key: key) }
            self.object = object
            self.key = member
            self.text = GoValueText.text(member)
        }
    }

    // MARK: - Scalars

    private func scalarLists(_ original: [JSONValue], _ modified: [JSONValue]) throws(PatchError) -> ListDiff {
        // apimachinery sorts the original in place, and compares what has been sorted below.
        let sorted = original.sortedScalars()
        var (old, new) = (sorted[...], modified.sortedScalars()[...])
        var diff = ListDiff()
        while !old.isEmpty || !new.isEmpty {
            let oldText = old.first.map(GoValueText.text)
            let newText = new.first.map(GoValueText.text)
            if let oldText, let newText, oldText.hasSameBytes(as: newText) {
                old.removeFirst()
                new.removeFirst()
            } else if let newText, oldText.map({ newText.precedesByBytes($0) }) ?? true {
                let value = new.removeFirst()
                if !ignoresChanges { diff.changes.append(value) }
            } else {
                let value = old.removeFirst()
                if !ignoresDeletions { diff.deletions.append(value) }
            }
        }
        diff.deletions = diff.deletions.withoutRepeatedScalars()
        diff.changes = try ElementOrder(mergeKey: "").sort(diff.changes, by: modified, areMaps: false)
        if setsElementOrder,
            (!ignoresDeletions && !diff.deletions.isEmpty)
                || (!ignoresChanges && !JSONValue.array(sorted).isEqual(to: .array(modified)))
        {
            diff.order = modified
        }
        return diff
    }
}
