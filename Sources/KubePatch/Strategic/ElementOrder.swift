import JSONModel
import StdlibExtensions

/// Orders lists: by another list as far as possible, and two lists between each other.
struct ElementOrder {
    /// The member that tells objects apart; scalars are told apart by themselves.
    let mergeKey: String

    /// The elements of a list, those that are in `order` in its order, and those to be deleted at the end
    /// (apimachinery's `normalizeSliceOrder`).
    func sort(_ list: [JSONValue], by order: [JSONValue], areMaps: Bool) throws(PatchError) -> [JSONValue] {
        var kept = list
        var deleted: [JSONValue] = []
        if areMaps {
            try checkMergeKeys(list)
            try checkMergeKeys(order)
            (kept, deleted) = try Self.partition(list)
        }
        var places = kept.map { (value: $0, place: index(of: $0, in: order, areMaps: areMaps)) }
        // What has no place precedes everything, which no order of its own can be.
        places.goStableSort { left, right in
            if let left = left.place, let right = right.place { return left < right }
            return true
        }
        return places.map(\.value) + deleted
    }

    /// The elements of a patch and those only the server has, each in their order, with the latter put between the
    /// former where they stood before (apimachinery's `normalizeElementOrder`).
    func merge(
        _ patch: [JSONValue], by patchOrder: [JSONValue], with serverOnly: [JSONValue], by serverOrder: [JSONValue],
        areMaps: Bool
    ) throws(PatchError) -> [JSONValue] {
        var patch = try sort(patch, by: patchOrder, areMaps: areMaps)[...]
        var serverOnly = try sort(serverOnly, by: serverOrder, areMaps: areMaps)[...]
        var merged: [JSONValue] = []
        while let next = patch.first, let own = serverOnly.first {
            let place = index(of: next, in: serverOrder, areMaps: areMaps)
            let ownPlace = index(of: own, in: serverOrder, areMaps: areMaps)
            if let place, let ownPlace, ownPlace < place {
                merged.append(serverOnly.removeFirst())
            } else {
                merged.append(patch.removeFirst())
            }
        }
        return merged + patch + serverOnly
    }

    /// Whether two lists name the same elements in the same order.
    func isSame(_ left: [JSONValue], _ right: [JSONValue]) throws(PatchError) -> Bool {
        if left.count != right.count { return false }
        for (left, right) in zip(left, right) where try !isSameElement(left, right) { return false }
        return true
    }

    /// Whether two elements have the same merge key, or are the same scalars where there is none.
    func isSameElement(_ left: JSONValue, _ right: JSONValue) throws(PatchError) -> Bool {
        if mergeKey.isEmpty { return left.isSameScalar(as: right) }
        return try key(of: left).isSameScalar(as: key(of: right))
    }

    private func key(of element: JSONValue) throws(PatchError) -> JSONValue {
        guard let object = element.object else { throw .wrongType(expected: .map, received: GoType(element)) }
        guard let key = object[mergeKey] else { throw .missingMergeKey(object, key: mergeKey) }
        return key
    }

    private func checkMergeKeys(_ list: [JSONValue]) throws(PatchError) {
        for element in list { _ = try key(of: element) }
    }

    private func index(of element: JSONValue, in list: [JSONValue], areMaps: Bool) -> Int? {
        guard areMaps else { return list.firstIndex { $0.isSameScalar(as: element) } }
        let key = element[mergeKey] ?? .null
        return list.firstIndex { ($0[mergeKey] ?? .null).isSameScalar(as: key) }
    }

    /// The elements that stay and those that a patch deletes.
    static func partition(_ list: [JSONValue]) throws(PatchError) -> (kept: [JSONValue], deleted: [JSONValue]) {
        var parts: (kept: [JSONValue], deleted: [JSONValue]) = ([], [])
        for element in list {
            guard let object = element.object else { throw .wrongType(expected: .map, received: GoType(element)) }
            if object[PatchDirective.marker]?.string == PatchDirective.delete {
                parts.deleted.append(element)
            } else {
                parts.kept.append(element)
            }
        }
        return parts
    }
}
