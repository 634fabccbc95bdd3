import JSONModel

/// Finds out whether two strategic merge patches change the same in different ways (apimachinery's
/// `MergingMapsHaveConflicts`).
enum StrategicConflicts {
    static func areBetween(
        _ left: JSONObject, _ right: JSONObject, _ schema: any PatchSchema
    ) throws(PatchError) -> Bool {
        try areBetween(.object(left), .object(right), PatchField(schema))
    }

    private static func areBetween(
        _ left: JSONValue, _ right: JSONValue, _ field: PatchField
    ) throws(PatchError) -> Bool {
        switch (left, right) {
        case (.object(let left), .object(let right)):
            let (mine, theirs) = (left[PatchDirective.marker], right[PatchDirective.marker])
            switch (mine, theirs) {
            case (nil, nil): break
            case (let mine?, let theirs?): if !mine.isSameScalar(as: theirs) { return true }
            default: return true
            }
            if try field.strategy().name == PatchDirective.replace { return false }
            return try areInMembers(left, right, field.schema)
        case (.array(let left), .array(let right)):
            return try areInLists(left, right, field)
        case (.object, _), (.array, _): return true
        default: return !left.isEqual(to: right)
        }
    }

    private static func areInMembers(
        _ left: JSONObject, _ right: JSONObject, _ schema: any PatchSchema
    ) throws(PatchError) -> Bool {
        for (key, mine) in left where key != PatchDirective.marker && key != PatchDirective.retainKeys {
            guard let theirs = right[key] else { continue }
            let field =
                switch mine {
                case .array: try schema.list(key)
                case .object: try schema.map(key)
                default: PatchField(schema)
                }
            if try areBetween(mine, theirs, field) { return true }
        }
        return false
    }

    private static func areInLists(
        _ left: [JSONValue], _ right: [JSONValue], _ field: PatchField
    ) throws(PatchError) -> Bool {
        let areMaps = try GoType.ofElements(left, right) == .map
        if try field.strategy().name == PatchDirective.merge {
            // Scalars are added and removed one by one, which cannot collide.
            if !areMaps { return false }
            let theirs = try byKey(right, field.mergeKey)
            for (key, mine) in try byKey(left, field.mergeKey) {
                guard let other = theirs[key] else { continue }
                if try areBetween(mine, other, PatchField(field.schema)) { return true }
            }
            return false
        }
        if left.count != right.count { return true }
        let (mine, theirs) =
            areMaps
            ? (left, right)
            : (left.withoutRepeatedScalars().sortedScalars(), right.withoutRepeatedScalars().sortedScalars())
        if mine.count != theirs.count { return true }
        for (mine, theirs) in zip(mine, theirs) {
            if try areBetween(mine, theirs, PatchField(field.schema)) { return true }
        }
        return false
    }

    private static func byKey(_ list: [JSONValue], _ key: String) throws(PatchError) -> JSONObject {
        var byKey = JSONObject()
        for element in list {
            guard let object = element.object else { throw .invalidListElement(list) }
            guard let value = object[key] else { throw .missingKeyInList(key: key, element: object) }
            byKey[GoValueText.text(value)] = element
        }
        return byKey
    }
}
