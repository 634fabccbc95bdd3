package import JSONModel
import KubeModel
import Templates

/// The rows of a table in the order of a field of their objects (`get --sort-by`).
///
/// Of each row's object only what columns need is kept, so that a long table fits.
package struct SortedTable {
    private let keepsMetadata: Bool
    /// The rows' order, or why there is none.
    private var order: Result<FieldOrder, TemplateError>
    private var document: JSONObject = [:]
    private var rows: [JSONValue] = []

    /// - Parameters:
    ///   - field: the path as the user wrote it. Unlike lists of objects, tables take every expression.
    ///   - keepsMetadata: whether some column is made of the objects' metadata.
    package init(by field: String, keepsMetadata: Bool) {
        self.keepsMetadata = keepsMetadata
        order = Result { () throws(TemplateError) in try FieldOrder(FieldPath(orWhole: field)) }
    }

    /// Adds the rows of a part of the table.
    ///
    /// - Parameter keys: What has the field in place of each row's object; nil for the objects themselves.
    package mutating func add(_ part: JSONValue, keys: [JSONValue]? = nil) {
        if document.isEmpty, let object = part.object { document = object }
        document["rows"] = nil
        for (place, row) in (part["rows"]?.array ?? []).enumerated() {
            take(keys?[place] ?? row["object"] ?? .null)
            var row = row
            row["object"] = row["object"].flatMap { object in
                keepsMetadata ? object["metadata"].map { ["metadata": $0] } : nil
            }
            rows.append(row)
        }
    }

    /// The table without its rows.
    package var headDocument: JSONValue { .object(document) }

    private mutating func take(_ object: JSONValue) {
        guard case .success(var keys) = order else { return }
        order = .failure(.jsonPathEvaluation(""))  // Keeps the keys' storage unshared while they are added to.
        do throws(TemplateError) {
            try keys.add(object)
            order = .success(keys)
        } catch {
            order = .failure(error)
        }
    }

    /// The whole table; one with a single row, or none, is not looked at.
    package func sorted() throws(PrinterError) -> JSONValue {
        var result = document
        result["rows"] = .array(rows)
        guard rows.count > 1 else { return .object(result) }
        switch order {
        case .success(let order):
            let places = try order.places(in: .tableRows)
            result["rows"] = .array(places.map { rows[$0] })
            return .object(result)
        case .failure(let error): throw .sorting(.template(error))
        }
    }
}
