import JSONModel
import KubeClient
import Renderers

/// The answers of `get --sort-by` in their order, as tables.
///
/// kubectl sorts twice: each table has its rows in order, and where there are several answers these are put in order as if
/// they were objects, which makes sense only for those that are.
struct TableOrder {
    /// The rows of a part came without their objects, and without a column that has their names.
    struct ObjectsNeeded: Error {}

    private enum Entry {
        case table(SortedTable)
        case object(JSONValue)
    }

    private let field: String
    private let keepsMetadata: Bool
    private var entries: [(mapping: RESTMapping, entry: Entry)] = []

    init(field: String, keepsMetadata: Bool) {
        self.field = field
        self.keepsMetadata = keepsMetadata
    }

    /// Adds an answer of its own.
    mutating func add(_ answer: ResourceReader.Answer) {
        guard answer.document["rows"] != nil else {
            for item in answer.items { entries.append((answer.mapping, .object(item))) }
            return
        }
        var table = SortedTable(by: field, keepsMetadata: keepsMetadata)
        table.add(answer.document)
        entries.append((answer.mapping, .table(table)))
    }

    /// Adds a part of a collection, which belongs to the table of the parts before it.
    ///
    /// Where its rows have no objects, their names are all that the order needs.
    mutating func add(part: ResourceReader.Answer) throws(ObjectsNeeded) {
        guard part.document["rows"] != nil, let last = entries.last, last.mapping.gvr == part.mapping.gvr,
            case .table(var table) = last.entry
        else { return add(part) }
        entries.removeLast()  // Keeps the rows' storage unshared while they are added to.
        if part.document["rows"]?.array?.first?["object"]?.isNull != false {
            guard let names = part.namedItems else { throw ObjectsNeeded() }
            table.add(part.document, keys: names)
        } else {
            table.add(part.document)
        }
        entries.append((part.mapping, .table(table)))
    }

    /// All answers in their order; a table whose rows cannot be sorted is left out, as kubectl does.
    func answers() throws(PrinterError) -> [ResourceReader.Answer] {
        var places = Array(entries.indices)
        if entries.count > 1 {
            let documents = entries.map { entry in
                switch entry.entry {
                case .table(let table): table.headDocument
                case .object(let object): object
                }
            }
            places = try ObjectOrder.places(of: documents, by: field)
        }
        var answers: [ResourceReader.Answer] = []
        for place in places {
            let (mapping, entry) = entries[place]
            switch entry {
            case .object(let object): answers.append(ResourceReader.Answer(mapping: mapping, document: object))
            case .table(let table):
                answers.append(ResourceReader.Answer(mapping: mapping, document: try Self.shown(table)))
            }
        }
        return answers
    }

    private static func shown(_ table: SortedTable) throws(PrinterError) -> JSONValue {
        do throws(PrinterError) {
            return try table.sorted()
        } catch {
            if error.fatalLogLine != nil { throw error }
            var empty = table.headDocument
            empty["rows"] = []
            return empty
        }
    }
}
