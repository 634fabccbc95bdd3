package import JSONModel

/// A JSON patch (RFC 6902): operations that are done one after the other.
///
/// The rules are those of evanphx/json-patch, version 5.6, with which kubectl is built: negative indices count from the
/// end, and nothing can be added in the place of the whole document.
package struct JSONPatch: Sendable, Hashable {
    private let operations: [JSONObject]

    /// Reads a patch, and refuses one with an operation that could never be done; null counts as none.
    package init(_ document: JSONValue) throws(PatchError) {
        switch document {
        case .null: operations = []
        case .array(let elements):
            operations = try elements.enumerated().map { index, element throws(PatchError) in
                switch element {
                case .object(let operation): return operation
                // Go has no members in it either.
                case .null: return [:]
                default: throw .notOperation(element, index: index)
                }
            }
            for (element, operation) in zip(elements, operations) {
                do { try Self.check(operation) } catch { throw .invalidOperation(element, error) }
            }
        default: throw .notOperations(document)
        }
    }

    private static func check(_ operation: JSONObject) throws(JSONPatchFault) {
        switch operation["op"]?.string {
        case "add", "replace":
            if operation["value"] == nil { throw .undecodable(field: "value", .missingField("value")) }
        case "move", "copy": try checkPath("from", of: operation)
        case "remove", "test": break
        default: throw .unsupportedOperation
        }
        try checkPath("path", of: operation)
    }

    private static func checkPath(_ field: String, of operation: JSONObject) throws(JSONPatchFault) {
        do { _ = try JSONPatchPath(field: field, of: operation) } catch { throw .undecodable(field: field, error) }
    }

    /// The document with all operations done.
    package func applied(to document: JSONValue) throws(PatchError) -> JSONValue {
        var document = document
        for operation in operations {
            do { try Self.apply(operation, to: &document) } catch { throw .operation(error) }
        }
        return document
    }

    private static func apply(_ operation: JSONObject, to document: inout JSONValue) throws(JSONPatchFault) {
        let path = try JSONPatchPath(field: "path", of: operation)
        switch operation["op"]?.string {
        case "add": try add(operation["value"] ?? .null, at: path, to: &document)
        case "remove": try remove(path, from: &document)
        case "replace": try replace(path, by: operation["value"] ?? .null, in: &document)
        case "move": try move(JSONPatchPath(field: "from", of: operation), to: path, in: &document)
        case "copy": try copy(JSONPatchPath(field: "from", of: operation), to: path, in: &document)
        default: try test(path, is: operation["value"] ?? .null, in: document)
        }
    }

    // MARK: - Operations

    private static func add(
        _ value: JSONValue, at path: JSONPatchPath, to document: inout JSONValue
    ) throws(JSONPatchFault) {
        let found: Void? = try path.withContainer(in: &document) { container, key throws(JSONPatchFault) in
            do throws(JSONPatchFault) { try container.add(value, at: key) } catch {
                throw .failed(operation: "add", preposition: "path", path: path.text, error)
            }
        }
        if found == nil { throw .missing(operation: "add", what: .path, path: path.text) }
    }

    private static func remove(_ path: JSONPatchPath, from document: inout JSONValue) throws(JSONPatchFault) {
        let found: Void? = try path.withContainer(in: &document) { container, key throws(JSONPatchFault) in
            do throws(JSONPatchFault) { try container.remove(at: key) } catch {
                throw .failed(operation: "remove", preposition: "path", path: path.text, error)
            }
        }
        if found == nil { throw .missing(operation: "remove", what: .path, path: path.text) }
    }

    private static func replace(
        _ path: JSONPatchPath, by value: JSONValue, in document: inout JSONValue
    ) throws(JSONPatchFault) {
        if path.text.isEmpty {
            // Nothing else can be a document, and json-patch passes over it.
            if value.object != nil || value.array != nil { document = value }
            return
        }
        let found: Void? = try path.withContainer(in: &document) { container, key throws(JSONPatchFault) in
            do throws(JSONPatchFault) { _ = try container.member(at: key) } catch {
                throw .missing(operation: "replace", what: .key, path: path.text)
            }
            try container.set(value, at: key)
        }
        if found == nil { throw .missing(operation: "replace", what: .path, path: path.text) }
    }

    private static func move(
        _ from: JSONPatchPath, to path: JSONPatchPath, in document: inout JSONValue
    ) throws(JSONPatchFault) {
        let value = try from.withContainer(in: &document) { container, key throws(JSONPatchFault) in
            do throws(JSONPatchFault) {
                let value = try container.member(at: key)
                try container.remove(at: key)
                return value
            } catch {
                throw .failed(operation: "move", preposition: "path", path: key, error)
            }
        }
        guard let value else { throw .missing(operation: "move", what: .from, path: from.text) }
        let found: Void? = try path.withContainer(in: &document) { container, key throws(JSONPatchFault) in
            do throws(JSONPatchFault) { try container.add(value, at: key) } catch {
                throw .failed(operation: "move", preposition: "path", path: path.text, error)
            }
        }
        if found == nil { throw .missing(operation: "move", what: .destination, path: path.text) }
    }

    private static func copy(
        _ from: JSONPatchPath, to path: JSONPatchPath, in document: inout JSONValue
    ) throws(JSONPatchFault) {
        let value = try from.withContainer(in: &document) { container, key throws(JSONPatchFault) in
            do throws(JSONPatchFault) { return try container.member(at: key) } catch {
                throw .failed(operation: "copy", preposition: "from", path: from.text, error)
            }
        }
        guard let value else { throw .missing(operation: "copy", what: .from, path: from.text) }
        let found: Void? = try path.withContainer(in: &document) { container, key throws(JSONPatchFault) in
            do throws(JSONPatchFault) { try container.add(value, at: key) } catch { throw .copyFailed(error) }
        }
        if found == nil { throw .missing(operation: "copy", what: .destination, path: path.text) }
    }

    /// A member that is missing is the same as null.
    private static func test(
        _ path: JSONPatchPath, is wanted: JSONValue, in document: JSONValue
    ) throws(JSONPatchFault) {
        if path.text.isEmpty {
            if !document.isSameText(as: wanted) { throw .testFailed(path: path.text) }
            return
        }
        var document = document
        let isSame = try path.withContainer(in: &document) { container, key throws(JSONPatchFault) in
            do throws(JSONPatchFault) { return try container.member(at: key).isSameText(as: wanted) } catch {
                if case .nonexistentKey = error { return wanted.isNull }
                throw .failed(operation: "test", preposition: "path", path: path.text, error)
            }
        }
        guard let isSame else { throw .missing(operation: "test", what: .path, path: path.text) }
        if !isSame { throw .testFailed(path: path.text) }
    }
}

extension JSONValue {
    /// Whether both are the same but for the order of members; numbers are the same when their texts are.
    fileprivate func isSameText(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSameText(as: $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count
                && left.allSatisfy { key, value in right[key].map { value.isSameText(as: $0) } ?? false }
        default: self == other
        }
    }
}
