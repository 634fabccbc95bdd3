package import JSONModel

/// Hands the fields that client-side apply owns over to server-side apply (client-go's `csaupgrade`).
package enum ManagedFieldsUpgrade {
    /// How an owner has set its fields.
    package enum Operation: String, Sendable {
        case update = "Update"
        case apply = "Apply"
    }

    /// The managers of an object that own the field at `path` through `operation`.
    package static func owners(
        of path: [String], operation: Operation, in object: JSONValue
    ) -> Set<String> {
        var managers: Set<String> = []
        for entry in entries(of: object) where entry["operation"]?.string == operation.rawValue {
            guard let fields = entry["fieldsV1"]?.object, FieldSet(fields).contains(path) else { continue }
            managers.insert(entry["manager"]?.string ?? "")
        }
        return managers
    }

    /// The JSON patch that gives what `managers` own through updates to `manager` as what it applied; nil where nothing
    /// changes.
    ///
    /// It replaces the object's version too, so that the server refuses it with a conflict where the object has changed.
    package static func patch(_ object: JSONValue, from managers: Set<String>, to manager: String) -> JSONValue? {
        let old = entries(of: object)
        guard !old.isEmpty else { return nil }
        let new = managers.sorted().reduce(old) { upgraded($0, from: $1, to: manager) }
        if new == old { return nil }
        return [
            ["op": "replace", "path": "/metadata/managedFields", "value": new.isEmpty ? .null : .array(new)],
            [
                "op": "replace", "path": "/metadata/resourceVersion",
                "value": object["metadata"]?["resourceVersion"] ?? "",
            ],
        ]
    }

    private static func entries(of object: JSONValue) -> [JSONValue] {
        object["metadata"]?["managedFields"]?.array ?? []
    }

    private static func upgraded(_ entries: [JSONValue], from old: String, to new: String) -> [JSONValue] {
        var entries = entries
        let target: Int
        if let applied = entries.firstIndex(where: { isEntry($0, of: new, .apply) }) {
            target = applied
        } else if let updated = entries.firstIndex(where: { isEntry($0, of: old, .update) }) {
            target = updated
            entries[target]["operation"] = .string(Operation.apply.rawValue)
            entries[target]["manager"] = .string(new)
        } else {
            return entries
        }
        let version = entries[target]["apiVersion"]
        if let source = entries.first(where: { isEntry($0, of: old, .update) && $0["apiVersion"] == version }) {
            let fields = FieldSet(entries[target]["fieldsV1"]?.object ?? [:])
            entries[target]["fieldsV1"] = .object(fields.union(FieldSet(source["fieldsV1"]?.object ?? [:])).fields)
        }
        entries.removeAll { isEntry($0, of: old, .update) }
        return entries
    }

    /// Whether an entry is a manager's for the object itself, not for one of its subresources.
    private static func isEntry(_ entry: JSONValue, of manager: String, _ operation: Operation) -> Bool {
        entry["manager"]?.string == manager && entry["operation"]?.string == operation.rawValue
            && (entry["subresource"]?.string ?? "").isEmpty
    }
}
