package import JSONModel
import YAMLCodec

/// Prints whole objects as `-o json` and `-o yaml` do, one after the other, and lists while their items arrive.
///
/// Members are ordered by their keys, as Go orders those of untyped objects, unless told otherwise.
/// Objects are to be parsed with `JSONParsingOptions.NumberForm.normalizedAsGo`, as kubectl does. It throws for texts that
/// YAML does not carry; see `YAMLEmitter`.
package struct StructuredPrinter: Sendable {
    private let format: StructuredFormat
    private let showsManagedFields: Bool
    private let sortsKeys: Bool
    /// How many documents were begun.
    private var documents = 0
    /// How many items the open list has so far.
    private var items = 0
    /// The beginning of the open list, until an item could be written or the list ends: where the first item cannot be
    /// written there is to be no output, as from kubectl.
    private var pendingBeginning = ""

    /// - Parameter sortsKeys: false for objects whose members stand as Go's types have them; YAML is sorted all the same.
    package init(format: StructuredFormat, showsManagedFields: Bool = false, sortsKeys: Bool = true) {
        self.format = format
        self.showsManagedFields = showsManagedFields
        self.sortsKeys = sortsKeys
    }

    private var style: JSONStyle { sortsKeys ? .indentedSorted : .indented }

    /// Prints an object as a document of its own; from the second on, YAML documents come behind a line `---`.
    ///
    /// Managed fields are left out of the object, and of the items where it is a list.
    package mutating func print(
        _ object: JSONValue, into stream: inout some TextOutputStream
    ) throws(PrinterError) {
        let shown = showsManagedFields ? object : Self.withoutManagedFields(object)
        switch format {
        case .json:
            JSONWriter.write(shown, style: style, into: &stream)
            stream.write("\n")
        case .yaml:
            beginDocument(into: &stream)
            stream.write(try Self.yaml(shown))
        case .kyaml:
            let text = try kyaml(shown)
            beginDocument(into: &stream)
            stream.write(text + "\n")
        }
    }

    /// Prints a watch event as `--output-watch-events` does; managed fields stay in.
    package mutating func print(
        event: String, of object: JSONValue, into stream: inout some TextOutputStream
    ) throws(PrinterError) {
        switch format {
        case .json:
            stream.write("{\"type\":")
            JSONWriter.write(.string(event), into: &stream)
            stream.write(",\"object\":")
            JSONWriter.write(object, style: JSONStyle(sortsKeys: true), into: &stream)
            stream.write("}\n")
        case .yaml:
            beginDocument(into: &stream)
            stream.write(try Self.yaml(["object": object, "type": .string(event)]))
        case .kyaml:
            let text = try kyaml(object, level: 1)
            let type = try kyaml(.string(event))
            beginDocument(into: &stream)
            stream.write("{\n  type: \(type),\n  object: \(text),\n}\n")
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
        case .kyaml: pendingBeginning += "{\n  apiVersion: \"v1\",\n  items: ["
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
    ) throws(PrinterError) {
        let shown = showsManagedFields ? item : Self.withoutManagedFields(item)
        switch format {
        case .json:
            writeBeginning(into: &stream)
            stream.write(items == 0 ? "\n        " : ",\n        ")
            // Items stand inside of the list and of its object.
            var style = style
            style.outerLevels = 2
            JSONWriter.write(shown, style: style, into: &stream)
        case .kyaml:
            let text = try kyaml(shown, level: 1)
            writeBeginning(into: &stream)
            if items > 0 { stream.write(", ") }
            stream.write(text)
        case .yaml:
            let text = try Self.reported { () throws(YAMLError) in try YAMLEmitter.elementBytes(shown) }
            writeBeginning(into: &stream)
            if items == 0 { stream.write("\n") }
            stream.write(String(decoding: text, as: UTF8.self))
        }
        items += 1
    }

    /// Ends the list that was begun; kubectl shows no resource version for lists of several requests.
    package mutating func endList(
        resourceVersion: String = "", into stream: inout some TextOutputStream
    ) throws(PrinterError) {
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
            stream.write(try Self.yaml(["kind": "List", "metadata": metadata]))
        case .kyaml:
            stream.write("],\n  kind: \"List\",\n  metadata: ")
            stream.write(try kyaml(metadata, level: 1))
            stream.write(",\n}\n")
        }
    }

    private mutating func beginDocument(into stream: inout some TextOutputStream) {
        if format == .kyaml || format == .yaml && documents > 0 { stream.write("---\n") }
        documents += 1
    }

    private static func yaml(_ value: JSONValue) throws(PrinterError) -> String {
        String(decoding: try reported { () throws(YAMLError) in try YAMLEmitter.bytes(value) }, as: UTF8.self)
    }

    private func kyaml(_ value: JSONValue, level: Int = 0) throws(PrinterError) -> String {
        do throws(YAMLError) {
            let bytes = try KYAMLEmitter.bytes(value, level: level, sortsKeys: sortsKeys)
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw .kyaml(error)
        }
    }

    private static func reported<Result>(_ body: () throws(YAMLError) -> Result) throws(PrinterError) -> Result {
        do throws(YAMLError) { return try body() } catch { throw .yaml(error) }
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
