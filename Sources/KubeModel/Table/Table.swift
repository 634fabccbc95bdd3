package import JSONModel

/// One page of the server's rendering of a list (meta.k8s.io/v1 and v1beta1 `Table`), or one watch event's.
package struct Table: Sendable, Hashable {
    /// A column: what it is called and how important it is.
    package struct Column: Sendable, Hashable {
        package var name: String
        package var type: String
        /// "name" marks the column with the object's name.
        package var format: String
        package var description: String
        /// Zero for what is always shown; more for what only `-o wide` shows.
        package var priority: Int64

        package init(name: String, type: String, format: String = "", description: String = "", priority: Int64 = 0) {
            self.name = name
            self.type = type
            self.format = format
            self.description = description
            self.priority = priority
        }
    }

    /// A row: one cell a column, and as much of the object as was asked for.
    package struct Row: Sendable, Hashable {
        package var cells: [JSONValue]
        /// The object or its metadata; nil where the request said `includeObject=None`.
        package var object: JSONValue?

        package init(cells: [JSONValue], object: JSONValue?) {
            self.cells = cells
            self.object = object
        }
    }

    /// Empty in watch events after the first one: the columns are the same as before.
    package var columns: [Column]
    package var rows: [Row]
    package var resourceVersion: String
    /// The token that asks for the next page; empty on the last one.
    package var continueToken: String

    package init(columns: [Column], rows: [Row], resourceVersion: String = "", continueToken: String = "") {
        self.columns = columns
        self.rows = rows
        self.resourceVersion = resourceVersion
        self.continueToken = continueToken
    }

    /// Reads a `Table` object; nil for an object of any other kind.
    package init?(_ object: JSONValue) {
        guard object["kind"]?.string == "Table", let version = object["apiVersion"]?.string,
            version == "meta.k8s.io/v1" || version == "meta.k8s.io/v1beta1"
        else { return nil }
        columns = (object["columnDefinitions"]?.array ?? []).map { column in
            Column(
                name: column["name"]?.string ?? "", type: column["type"]?.string ?? "",
                format: column["format"]?.string ?? "", description: column["description"]?.string ?? "",
                priority: column["priority"]?.int64 ?? 0)
        }
        rows = (object["rows"]?.array ?? []).map { row in
            let item = row["object"]
            return Row(cells: row["cells"]?.array ?? [], object: item?.isNull == true ? nil : item)
        }
        resourceVersion = object["metadata"]?["resourceVersion"]?.string ?? ""
        continueToken = object["metadata"]?["continue"]?.string ?? ""
    }
}
