package import JSONModel
package import YAMLCodec

/// Prints whole objects as `-o json` and `-o yaml` do, one after the other, and lists while their items arrive.
///
/// Objects are to be parsed with `JSONParsingOptions.NumberForm.normalizedAsGo`, as kubectl does. It throws for texts that
/// YAML does not carry; see `YAMLEmitter`.
package struct StructuredPrinter: Sendable {
    private let format: StructuredFormat
    private let showsManagedFields: Bool
    /// How many documents were begun.
    private var documents = 0
    /// How many items the open list has so far.
    private var items = 0
    /// The beginning of the open list, until an item could be written or the list ends: where the first item cannot be
    /// written there is to be no output, as from kubectl.
    private var pendingBeginning = ""

    /// Items stand inside of the list and of its object.
    private static let itemStyle = {
        var style = JSONStyle.indentedSorted
        style.outerLevels = 2
        return style
    }()

    package init(format: StructuredFormat, showsManagedFields: Bool = false) {
        self.format = format
        self.showsManagedFields = showsManagedFields
    }

    /// Prints an object as a document of its own; from the second on, YAML documents come behind a line `---`.
    ///
    /// Managed fields are left out of the object, and of the items where it is a list.
    package mutating func print(
        _ object: JSONValue, into stream: inout some TextOutputStream
    ) throws(YAMLError) {
        beginDocument(into: &stream)
        let shown = showsManagedFields ? object : Self.withoutManagedFields(object)
        switch format {
        case .json:
            JSONWriter.write(shown, style: .indentedSorted, into: &stream)
            stream.write("\n")
        case .yaml: try YAMLEmitter.write(shown, into: &stream)
        }
    }

    /// Prints a watch event as `--output-watch-events` does; managed fields stay in.
    package mutating func print(
        event: String, of object: JSONValue, into stream: inout some TextOutputStream
    ) throws(YAMLError) {
        beginDocument(into: &stream)
        switch format {
        case .json:
            stream.write("{\"type\":")
            JSONWriter.write(.string(event), into: &stream)
            stream.write(",\"object\":")
            JSONWriter.write(object, style: JSONStyle(sortsKeys: true), into: &stream)
            stream.write("}\n")
        case .yaml: try YAMLEmitter.write(["object": object, "type": .string(event)], into: &stream)
        }
    }

    /// Begins a document that is a `List` (apiVersion v1).
    package mutating func beginList() {
        var beginning = ""
        beginDocument(into: &beginning)
        pendingBeginning = beginning
        items = 0
        switch format {
        case .json: pendingBeginning += "{\n    \"apiVersion\": \"v1\",\n    \"items\": ["
        case .yaml: pendingBeginning += "apiVersion: v1\nitems:"
        }
    }

    private mutating func writeBeginning(into stream: inout some TextOutputStream) {
        guard !pendingBeginning.isEmpty else { return }
        stream.write(pendingBeginning)
        pendingBeginning = ""
    }

    /// Prints an item of the list that was begun.
    package mutating func print(
        item: JSONValue, into stream: inout some TextOutputStream
    ) throws(YAMLError) {
        let shown = showsManagedFields ? item : Self.withoutManagedFields(item)
        switch format {
        case .json:
            writeBeginning(into: &stream)
            stream.write(items == 0 ? "\n        " : ",\n        ")
            JSONWriter.write(shown, style: Self.itemStyle, into: &stream)
        case .yaml:
            let text = try YAMLEmitter.elementBytes(shown)
            writeBeginning(into: &stream)
            if items == 0 { stream.write("\n") }
            stream.write(String(decoding: text, as: UTF8.self))
        }
        items += 1
    }

    /// Ends the list that was begun; kubectl shows no resource version for lists of several requests.
    package mutating func endList(
        resourceVersion: String = "", into stream: inout some TextOutputStream
    ) throws(YAMLError) {
        writeBeginning(into: &stream)
        let metadata: JSONValue = ["resourceVersion": .string(resourceVersion)]
        switch format {
        case .json:
            stream.write(items == 0 ? "],\n" : "\n    ],\n")
            stream.write("    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": ")
            JSONWriter.write(.string(resourceVersion), into: &stream)
            stream.write("\n    }\n}\n")
        case .yaml:
            if items == 0 { stream.write(" []\n") }
            try YAMLEmitter.write(["kind": "List", "metadata": metadata], into: &stream)
        }
    }

    private mutating func beginDocument(into stream: inout some TextOutputStream) {
        if format == .yaml, documents > 0 { stream.write("---\n") }
        documents += 1
    }

    private static func withoutManagedFields(_ object: JSONValue) -> JSONValue {
        var object = object
        if let items = object["items"]?.array {
            object["items"] = .array(items.map { $0.withoutManagedFields })
        }
        return object.withoutManagedFields
    }
}

extension JSONValue {
    /// The object without `metadata.managedFields`.
    fileprivate var withoutManagedFields: JSONValue {
        guard self[path: "metadata", "managedFields"] != nil else { return self }
        var copy = self
        copy[path: "metadata", "managedFields"] = nil
        return copy
    }
}
