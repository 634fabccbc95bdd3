import JSONModel

/// Puts stars in the place of a secret's values, so that only what differs is seen and not how.
enum SecretMask {
    private static let same = JSONValue.string("***")
    private static let before = JSONValue.string("*** (before)")
    private static let after = JSONValue.string("*** (after)")

    /// Both versions with masked values in `data`; nil stands for an object that is not there.
    static func masked(_ live: JSONValue?, _ merged: JSONValue) -> (live: JSONValue?, merged: JSONValue) {
        let old = live?["data"]?.object
        let new = merged["data"]?.object
        func isChanged(_ key: String) -> Bool {
            guard let first = old?[key], let second = new?[key] else { return false }
            return first != second
        }
        func mask(_ data: JSONObject, _ word: JSONValue) -> JSONValue {
            .object(JSONObject(data.map { (key: $0.key, value: isChanged($0.key) ? word : same) }))
        }
        var (live, merged) = (live, merged)
        if let old { live?["data"] = mask(old, before) }
        if let new { merged["data"] = mask(new, after) }
        return (live, merged)
    }
}
