package import JSONModel
package import YAMLCodec

/// Prints objects whole, as JSON or as YAML, or by their names, in kubectl's bytes.
///
/// A list is printed while its items arrive; the printer keeps none of them.
package struct ObjectPrinter: Sendable {
    /// The form objects are printed in.
    package enum Format: Sendable, Hashable {
        case json
        case yaml
        /// `pod/web`, with what was done behind it where there is an operation, such as "created".
        case name(operation: String?)
    }

    private let format: Format
    private let showsManagedFields: Bool
    /// Whether something was printed already, after which YAML begins a further document with `---`.
    private var hasPrinted = false
    /// Whether the open list has an item.
    private var listHasItems = false

    /// - Parameter showsManagedFields: Whether `metadata.managedFields` are printed too.
    package init(_ format: Format, showsManagedFields: Bool = false) {
        self.format = format
        self.showsManagedFields = showsManagedFields
    }

    /// Prints one object.
    ///
    /// - Parameter event: The type of the watch event that brought it, which is then printed around it; nil for the
    ///   object alone.
    package mutating func print(
        _ object: JSONValue, event: String? = nil, into stream: inout some TextOutputStream
    ) throws(YAMLError) {
        defer { hasPrinted = true }
        if case .name(let operation) = format {
            return NamePrinter(operation: operation).print(object, into: &stream)
        }
        let object = pruned(object)
        switch format {
        case .json:
            if let event {
                // Go writes the members of an event in the order of its type.
                stream.write("{\n    \"type\": \(JSONWriter.text(.string(event))),\n    \"object\": ")
                JSONWriter.write(object, style: .indentedSorted.inside(levels: 1), into: &stream)
                stream.write("\n}\n")
            } else {
                JSONWriter.write(object, style: .indentedSorted, into: &stream)
                stream.write("\n")
            }
        case .yaml:
            if hasPrinted { stream.write("---\n") }
            let document = event.map { ["object": object, "type": .string($0)] } ?? object
            try YAMLEmitter.write(document, into: &stream)
        case .name: break
        }
    }

    /// Begins the `List` that kubectl puts around several objects.
    package mutating func beginList(into stream: inout some TextOutputStream) {
        listHasItems = false
        switch format {
        case .json: stream.write("{\n    \"apiVersion\": \"v1\",\n    \"items\": [")
        case .yaml: stream.write((hasPrinted ? "---\n" : "") + "apiVersion: v1\nitems:")
        case .name: break
        }
        hasPrinted = true
    }

    /// Prints the next item of the list.
    package mutating func addToList(
        _ object: JSONValue, into stream: inout some TextOutputStream
    ) throws(YAMLError) {
        defer { listHasItems = true }
        switch format {
        case .json:
            stream.write(listHasItems ? ",\n        " : "\n        ")
            JSONWriter.write(pruned(object), style: .indentedSorted.inside(levels: 2), into: &stream)
        case .yaml:
            if !listHasItems { stream.write("\n") }
            try YAMLEmitter.writeElement(pruned(object), into: &stream)
        case .name(let operation): NamePrinter(operation: operation).print(object, into: &stream)
        }
    }

    /// Ends the list.
    package mutating func endList(into stream: inout some TextOutputStream) {
        switch format {
        case .json:
            stream.write(listHasItems ? "\n    ]," : "],")
            stream.write(
                "\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n")
        case .yaml:
            if !listHasItems { stream.write(" []\n") }
            stream.write("kind: List\nmetadata:\n  resourceVersion: \"\"\n")
        case .name: break
        }
    }

    /// The object, and each item of a list, without its managed fields unless they are wanted.
    private func pruned(_ object: JSONValue) -> JSONValue {
        guard !showsManagedFields else { return object }
        var object = object
        if object["metadata"]?["managedFields"] != nil { object["metadata"]?["managedFields"] = nil }
        if let items = object["items"]?.array { object["items"] = .array(items.map(pruned)) }
        return object
    }
}

extension JSONStyle {
    fileprivate func inside(levels: Int) -> JSONStyle {
        var style = self
        style.outerLevels = levels
        return style
    }
}
