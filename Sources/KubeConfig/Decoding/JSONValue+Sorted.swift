import JSONModel

extension JSONValue {
    /// The value with the members of all objects in it in byte order, as Go writes maps.
    var sortedDeeply: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.sortedDeeply))
        case .object(let members):
            .object(JSONObject(members.sortedByKey().map { (key: $0.key, value: $0.value.sortedDeeply) }))
        default: self
        }
    }
}
