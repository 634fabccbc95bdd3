import JSONModel
import KubeModel

/// What of a table is shown, and with which columns around the server's.
package struct TableOptions: Sendable, Hashable {
    /// Whether a line with the columns' names comes first.
    package var showsHeaders = true
    /// Whether columns of low priority are shown too (`-o wide`).
    package var isWide = false
    /// Whether a column with the namespace comes first (`-A`).
    package var showsNamespace = false
    /// What stands before each name and a slash (`--show-kind`): "pod" or "deployment.apps"; nil for nothing.
    package var kindPrefix: String?
    /// Keys of labels, each of which gets a column (`-L`).
    package var labelColumns: [String] = []
    /// Whether the last column has all labels (`--show-labels`).
    package var showsLabels = false

    package init() {}

    /// Whether some column needs the objects' metadata, so that the server has to send it.
    package var needsMetadata: Bool { showsNamespace || needsLabels }

    var needsLabels: Bool { showsLabels || !labelColumns.isEmpty }

    /// The names of the columns with labels: what follows the last slash of a key, in capitals, and LABELS.
    var labelHeaders: [String] {
        let single = labelColumns.map { key in
            key.split(separator: "/", omittingEmptySubsequences: false).last.map { $0.uppercased() } ?? ""
        }
        return single + (showsLabels ? ["LABELS"] : [])
    }

    /// The cells of the columns with labels.
    func labelValues(_ metadata: JSONValue?) -> [String] {
        let labels = Labels.texts(metadata?["labels"])
        return labelColumns.map { labels[$0] ?? "" } + (showsLabels ? [Labels.text(labels)] : [])
    }
}
