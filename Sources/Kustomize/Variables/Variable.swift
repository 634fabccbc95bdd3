import JSONModel

/// A variable of `vars:`: a name for a field of a resource.
struct Variable {
    let name: String
    let target: ResourceID
    let fieldPath: String
    /// The variable as it is given, as Go's `%v` shows it.
    let givenDescription: String
    /// The same with the version of `apiVersion`.
    let resolvedDescription: String

    init(_ value: JSONValue) {
        let object = value["objref"] ?? [:]
        var kind = ResourceKind(object)
        let version = object.text("apiVersion")
        if !version.isEmpty {
            let parts = version.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            if parts.count == 2 { (kind.group, kind.version) = (parts[0], parts[1]) }
            if parts.count == 1 { kind.version = parts[0] }
        }
        name = value.text("name")
        let given = value["fieldref"]?.text("fieldPath") ?? ""
        givenDescription = "{\(name) \(ResourceKind(object).text) {\(given)}}"
        resolvedDescription = "{\(name) \(kind.text) {\(given)}}"
        target = ResourceID(unscoped: kind, name: object.text("name"), namespace: object.text("namespace"))
        let path = value["fieldref"]?.text("fieldPath") ?? ""
        fieldPath = path.isEmpty ? "metadata.name" : path
    }

    /// The variable as Go's `%v` shows it.
    var description: String { "{\(name) \(target.kind.text) {\(fieldPath)}}" }
}
