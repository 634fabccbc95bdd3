import JSONModel

/// What is known of the fields of the kinds that are compiled into kubectl, by the tags of their Go structures.
///
/// No server is asked for it. The tables have no scalars, so a field that is one counts as missing.
package struct BuiltInPatchSchema: PatchSchema {
    /// What a field's type is.
    private enum Shape {
        case structure(BuiltInTable, name: String, fields: ArraySlice<Substring>)
        case map
        case scalar
    }

    private let shape: Shape
    private let isList: Bool

    /// The schema of a kind; nil for what kubectl does not know, such as custom resources.
    ///
    /// - Parameter apiVersion: `v1`, `apps/v1`.
    package init?(apiVersion: String, kind: String) {
        let parts = apiVersion.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let version = parts.last else { return nil }
        self.init(group: parts.count == 2 ? parts[0] : "", version: version, kind: kind)
    }

    /// The schema of a kind; nil for what kubectl does not know, such as custom resources.
    package init?(group: String, version: String, kind: String) {
        guard let table = BuiltInStructures.table(group: group, version: version), table.hasKind(kind),
            let fields = table.fields(of: kind)
        else { return nil }
        self.init(.structure(table, name: kind, fields: fields), isList: false)
    }

    /// The schema of a part of core/v1's objects, such as "Container"; nil where there is no such structure.
    package init?(coreStructure name: String) {
        guard let table = BuiltInStructures.table("core/v1"), let fields = table.fields(of: name) else { return nil }
        self.init(.structure(table, name: name, fields: fields), isList: false)
    }

    private init(_ shape: Shape, isList: Bool) {
        self.shape = shape
        self.isList = isList
    }

    package func map(_ field: String) throws(PatchError) -> PatchField {
        let (schema, strategies, mergeKey) = try lookUp(field)
        return PatchField(schema, strategies: strategies, mergeKey: mergeKey)
    }

    package func list(_ field: String) throws(PatchError) -> PatchField {
        let (schema, strategies, mergeKey) = try lookUp(field)
        guard schema.isList else { throw .notList }
        return PatchField(Self(schema.shape, isList: false), strategies: strategies, mergeKey: mergeKey)
    }

    package var name: String {
        switch shape {
        case _ where isList: GoKind.slice.rawValue
        case .structure: GoKind.struct.rawValue
        case .map: GoKind.map.rawValue
        case .scalar: GoKind.string.rawValue
        }
    }

    private func lookUp(_ field: String) throws(PatchError) -> (Self, strategies: [String], mergeKey: String) {
        if isList { throw .notStructure(.slice) }
        guard case .structure(let table, let name, let fields) = shape else {
            if case .map = shape { throw .notStructure(.map) }
            throw .notStructure(.string)
        }
        let found =
            fields.first { $0.prefix { $0 != "=" } == field }
            // Go falls back to a name that differs in case only.
            ?? fields.first { $0.prefix { $0 != "=" }.lowercased() == field.lowercased() }
        guard let found else { throw .unknownField(field, structure: name) }
        let parts = found.dropFirst(found.prefix { $0 != "=" }.count + 1)
        return Self.read(parts, in: table)
    }

    /// Reads `TYPE/STRATEGIES/KEY`, where the type may itself have a slash: `[core/v1.Volume/merge,retainKeys/name`.
    private static func read(
        _ text: Substring, in table: BuiltInTable
    ) -> (Self, strategies: [String], mergeKey: String) {
        let isList = text.first == "["
        var rest = isList ? text.dropFirst() : text
        let dot = rest.firstIndex(of: ".")
        let home = dot.map { rest[..<$0] }
        if let dot { rest = rest[rest.index(after: dot)...] }
        let parts = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let (type, strategies) = (parts[0], parts.count > 1 ? parts[1] : "")
        let shape = shape(type, in: home.map(String.init), from: table)
        return (Self(shape, isList: isList), PatchField.split(strategies), parts.count > 2 ? parts[2] : "")
    }

    private static func shape(_ type: String, in home: String?, from table: BuiltInTable) -> Shape {
        if type == "{" { return .map }
        let table = home.flatMap(BuiltInStructures.table) ?? table
        // The tables have every structure they name.
        guard let fields = table.fields(of: type) else { return .scalar }
        return .structure(table, name: type, fields: fields)
    }
}
