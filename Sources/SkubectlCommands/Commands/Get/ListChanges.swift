import JSONModel

/// The objects of a list that changed since a version of it.
///
/// Versions are compared as the numbers that they are on every server of Kubernetes.
struct ListChanges {
    /// The objects one by one, or a table with their rows.
    let documents: [JSONValue]
    /// The list's own version.
    let resourceVersion: String

    /// - Parameter list: a list of objects, or a table whose rows have the objects' metadata.
    init(of list: JSONValue, since version: String) {
        resourceVersion = list["metadata"]?["resourceVersion"]?.string ?? ""
        let start = Int64(version) ?? 0
        func isNewer(_ object: JSONValue?) -> Bool {
            let version = object?["metadata"]?["resourceVersion"]?.string ?? ""
            return (Int64(version) ?? .max) > start
        }
        guard let rows = list["rows"]?.array else {
            documents = (list["items"]?.array ?? []).filter(isNewer)
            return
        }
        let changed = rows.filter { isNewer($0["object"]) }
        var table = list
        table["rows"] = .array(changed)
        documents = changed.isEmpty ? [] : [table]
    }
}
