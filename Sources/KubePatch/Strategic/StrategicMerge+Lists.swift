import JSONModel

extension StrategicMerge {
    /// Merges a list by the strategy of its field.
    ///
    /// `original` becomes what apimachinery leaves in the memory of that list, whose order counts later.
    func mergedList(
        _ patch: [JSONValue], into original: inout [JSONValue], _ field: PatchField, isDeletion: Bool
    ) throws(PatchError) -> [JSONValue] {
        let isMerged = try field.strategy().name == PatchDirective.merge
        return isMerged || isDeletion
            ? try elements(of: patch, mergedInto: &original, field, isDeletion: isDeletion) : patch
    }

    /// Merges a list element by element (apimachinery's `mergeSlice`).
    private func elements(
        of patch: [JSONValue], mergedInto original: inout [JSONValue], _ field: PatchField, isDeletion: Bool
    ) throws(PatchError) -> [JSONValue] {
        if original.isEmpty && patch.isEmpty { return original }
        let order = ElementOrder(mergeKey: field.mergeKey)
        if try GoType.ofElements(original, patch) == .map {
            if field.mergeKey.isEmpty { throw .noMergeKey(schema: field.schema.name) }
            var list = SharedList(original)
            let elements = try applySpecialElements(of: patch, to: &list, mergeKey: field.mergeKey)
            let serverOrder = list.elements
            for element in elements { try mergeElement(element, into: &list, field) }
            original = list.memory
            let (inPatch, server) = try partition(list.elements, by: elements, mergeKey: field.mergeKey)
            return try order.merge(inPatch, by: elements, with: server, by: serverOrder, areMaps: true)
        }
        if appliesDirectives && isDeletion {
            return original.filter { element in !patch.contains { $0.isSameScalar(as: element) } }
        }
        let merged = (original + patch).withoutRepeatedScalars()
        let (inPatch, server) = try partition(merged, by: patch, mergeKey: field.mergeKey)
        return try order.merge(inPatch, by: patch, with: server, by: original, areMaps: false)
    }

    /// Carries out `$patch` in elements, and returns the others; for `replace`, these become the list.
    private func applySpecialElements(
        of patch: [JSONValue], to list: inout SharedList, mergeKey: String
    ) throws(PatchError) -> [JSONValue] {
        var others: [JSONValue] = []
        var isReplaced = false
        for element in patch {
            guard let object = element.object, let directive = object[PatchDirective.marker] else {
                others.append(element)
                continue
            }
            switch directive.string {
            case PatchDirective.delete:
                guard let key = object[mergeKey] else { throw .missingMergeKey(object, key: mergeKey) }
                while let index = try list.elements.firstIndex(where: mergeKey, is: key) { list.remove(at: index) }
            case PatchDirective.replace: isReplaced = true
            case PatchDirective.merge: throw .mergeDirectiveInList
            default: throw .unknownDirective(directive, in: object)
            }
        }
        if !isReplaced { return others }
        list.replace(with: others)
        return []
    }

    private func mergeElement(
        _ element: JSONValue, into list: inout SharedList, _ field: PatchField
    ) throws(PatchError) {
        guard let object = element.object, let key = object[field.mergeKey] else {
            throw .missingMergeKey(element.object ?? [:], key: field.mergeKey)
        }
        let elements = list.elements
        if let index = try elements.firstIndex(where: field.mergeKey, is: key), let old = elements[index].object {
            list.set(.object(try merge(object, into: old, field.schema)), at: index)
        } else {
            list.append(element)
        }
    }

    /// The elements that are in a list, and those that are not.
    private func partition(
        _ merged: [JSONValue], by list: [JSONValue], mergeKey: String
    ) throws(PatchError) -> (present: [JSONValue], others: [JSONValue]) {
        var parts: (present: [JSONValue], others: [JSONValue]) = ([], [])
        for element in merged {
            let isPresent: Bool
            if mergeKey.isEmpty {
                isPresent = list.contains { $0.isSameScalar(as: element) }
            } else {
                guard let object = element.object else { throw .wrongType(expected: .map, received: GoType(element)) }
                guard let key = object[mergeKey] else { throw .missingMergeKey(object, key: mergeKey) }
                isPresent = try list.firstIndex(where: mergeKey, is: key) != nil
            }
            if isPresent { parts.present.append(element) } else { parts.others.append(element) }
        }
        return parts
    }

    // MARK: - $setElementOrder

    /// Merges the lists whose order the patch gives, and takes both out of the patch
    /// (apimachinery's `mergePatchIntoOriginal`).
    func mergeOrderedLists(
        of patch: inout JSONObject, into original: inout JSONObject, _ schema: any PatchSchema
    ) throws(PatchError) {
        for (key, value) in patch where key.hasPrefix(PatchDirective.setElementOrder) {
            if !appliesDirectives {
                if let own = original[key] {
                    if !own.isEqual(to: value) { throw .malformedElementOrder }
                } else {
                    original[key] = value
                }
            }
            patch[key] = nil
            guard let order = value.array else { throw .wrongType(expected: .list, received: GoType(value)) }
            guard let field = PatchDirective.field(of: key, after: PatchDirective.setElementOrder) else {
                throw .malformedElementOrder
            }
            let old = try list(original[field])
            let new = try list(patch[field])
            let known = try schema.list(field)
            if try merge(new, into: old, ofField: field, known, order: order, &original) { patch[field] = nil }
        }
    }

    /// Merges one list in a given order; false where there is none.
    private func merge(
        _ patch: [JSONValue]?, into list: [JSONValue]?, ofField name: String, _ field: PatchField,
        order: [JSONValue], _ original: inout JSONObject
    ) throws(PatchError) -> Bool {
        _ = try field.strategy()
        try check(patch ?? [], against: order, mergeKey: field.mergeKey)
        var serverOrder = list ?? []
        let merged: [JSONValue]
        switch (list, patch) {
        case (let list?, nil): merged = list
        case (nil, let patch?): merged = patch.compactMap { $0.withoutDirectives() }
        case (_?, let patch?): merged = try mergedList(patch, into: &serverOrder, field, isDeletion: false)
        case (nil, nil): return false
        }
        let (inOrder, others) = try partition(merged, by: order, mergeKey: field.mergeKey)
        let areMaps = try GoType.ofElements(list ?? [], patch ?? []) == .map
        original[name] = .array(
            try ElementOrder(mergeKey: field.mergeKey)
                .merge(inOrder, by: order, with: others, by: serverOrder, areMaps: areMaps))
        return true
    }

    private func list(_ value: JSONValue?) throws(PatchError) -> [JSONValue]? {
        guard let value else { return nil }
        guard let list = value.array else { throw .wrongType(expected: .list, received: GoType(value)) }
        return list
    }

    /// Throws where a patch has elements that its order does not name, or has them in another order.
    private func check(_ patch: [JSONValue], against order: [JSONValue], mergeKey: String) throws(PatchError) {
        if order.isEmpty || patch.isEmpty { return }
        let items = mergeKey.isEmpty ? patch : try ElementOrder.partition(patch).kept
        let comparison = ElementOrder(mergeKey: mergeKey)
        var places = order[...]
        var left = items[...]
        while let item = left.first, let place = places.first {
            if item.object?.contains(key: PatchDirective.marker) == true {
                left.removeFirst()
                continue
            }
            if try comparison.isSameElement(item, place) { left.removeFirst() }
            places.removeFirst()
        }
        if !left.isEmpty && places.isEmpty { throw .orderMismatch(patch: patch, order: order) }
    }
}
