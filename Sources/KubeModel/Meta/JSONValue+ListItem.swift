package import JSONModel

extension JSONValue {
    /// This object as an item of `list`: with the list's version and kind where it has neither.
    ///
    /// Servers leave out of the items what the list says of all of them (apimachinery's `UnstructuredJSONScheme`).
    package func item(of list: JSONValue) -> JSONValue {
        guard (self["kind"]?.string ?? "").isEmpty, (self["apiVersion"]?.string ?? "").isEmpty else { return self }
        let kind = list["kind"]?.string ?? ""
        var object = self
        object["kind"] = .string(kind.hasSuffix("List") ? String(kind.dropLast("List".count)) : kind)
        object["apiVersion"] = .string(list["apiVersion"]?.string ?? "")
        return object
    }
}
