import JSONModel
import StdlibExtensions
import Synchronization

/// The structures of one API version, as text; `Tests/Reference/builtin-schemas.py` writes the tables and says how.
struct BuiltInTable: Sendable {
    /// The name by which other tables refer to it: "core/v1".
    let key: String
    let group: String
    let version: String
    let text: String
}

/// The structures that are compiled into kubectl: those of k8s.io/api.
enum BuiltInStructures {
    /// All tables; most commands never need them, so they are read when they are asked for.
    private static let tables: [BuiltInTable] =
        admissionregistration + apiserverinternal + apps + authentication + authorization + autoscaling + batch
        + certificates + coordination + core + discovery + events + extensions + flowcontrol + imagepolicy + meta
        + networking + node + policy + rbac + resource + scheduling + storage + storagemigration

    static func table(_ key: String) -> BuiltInTable? {
        tables.first { $0.key == key }
    }

    static func table(group: String, version: String) -> BuiltInTable? {
        tables.first { $0.group == group && $0.version == version && !$0.version.isEmpty }
    }
}

extension BuiltInTable {
    /// The fields of a structure, each as the table writes it; nil where the table has no such structure.
    func fields(of structure: String) -> ArraySlice<Substring>? {
        BuiltInIndex.of(self).fields(of: structure)
    }

    /// Whether one of the structures is a kind of this name.
    func hasKind(_ kind: String) -> Bool {
        BuiltInIndex.of(self).kinds.contains(kind[...])
    }
}

/// A table's words and where each structure begins, found once for a table.
private struct BuiltInIndex: Sendable {
    private static let known = Mutex<[String: BuiltInIndex]>([:])

    static func of(_ table: BuiltInTable) -> BuiltInIndex {
        known.withLock { known in
            if let index = known[table.key] { return index }
            let index = BuiltInIndex(table.text)
            known[table.key] = index
            return index
        }
    }

    private let words: [Substring]
    private var ranges: [Substring: Range<Int>] = [:]
    /// The structures that are kinds, which the table marks with a star.
    private(set) var kinds: Set<Substring> = []

    private init(_ text: String) {
        let blanks: Set<UInt8> = [0x20, 0x0A]
        words = text.utf8.split { blanks.contains($0) }.map { Substring($0) }
        var name: Substring?
        var start = 0
        for (position, word) in words.enumerated() where word.utf8.last == UInt8(ascii: ":") {
            if let name { ranges[name] = start..<position }
            name = word.dropLast()
            if word.utf8.first == UInt8(ascii: "*") {
                name = word.dropFirst().dropLast()
                if let name { kinds.insert(name) }
            }
            start = position + 1
        }
        if let name { ranges[name] = start..<words.count }
    }

    func fields(of structure: String) -> ArraySlice<Substring>? {
        ranges[structure[...]].map { words[$0] }
    }
}
