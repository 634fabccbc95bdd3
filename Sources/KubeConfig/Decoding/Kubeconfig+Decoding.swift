package import JSONModel

extension Kubeconfig {
    /// Reads a document, as the YAML of a kubeconfig gives it.
    ///
    /// The rules are those of client-go's codec for `v1.Config`: `apiVersion` and `kind` may be missing, unknown fields
    /// are passed over, and a name may be in a list once. Null is an empty kubeconfig.
    package init(document: JSONValue) throws(FileFault) {
        self.init()
        let reader = FieldReader(try Self.checkedMembers(of: document), structName: "Config")
        let clusters = try NamedList(reader, .clusters, KubeconfigCluster.init(reading:))
        let contexts = try NamedList(reader, .contexts, KubeconfigContext.init(reading:))
        currentContext = try reader.string("current-context")
        let extensions = try NamedList(extensionsOf: reader)
        if let preferences = try reader.structure("preferences", named: "Preferences") {
            self.preferences.colors = try preferences.bool("colors")
            self.preferences.extensions = try NamedList(extensionsOf: preferences).dictionary()
        }
        let users = try NamedList(reader, .users, KubeconfigUser.init(reading:))
        self.clusters = try clusters.dictionary()
        self.users = try users.dictionary()
        self.contexts = try contexts.dictionary()
        self.extensions = try extensions.dictionary()
    }

    /// The members of a document whose kind is the one of a kubeconfig, sorted.
    private static func checkedMembers(of document: JSONValue) throws(FileFault) -> JSONObject {
        let header = try ObjectHeader(document)
        let knownVersions: Set = ["", "/", "v1", "/v1"]
        guard knownVersions.contains(header.apiVersion), header.kind.isEmpty || header.kind == "Config" else {
            throw .unknownKind(
                kind: header.kind.isEmpty ? "Config" : header.kind,
                apiVersion: header.apiVersion.isEmpty ? "v1" : header.apiVersion)
        }
        return (document.object ?? [:]).sortedByKey()
    }
}

/// A list of named entries as it stands in a kubeconfig.
struct NamedList<Entry> {
    private let entries: [(name: String, entry: Entry)]
    private let kind: DuplicateList.Kind
    private let source: JSONValue

    /// Reads the list of `kind`; an entry that is missing or null is one without any field.
    init(_ reader: FieldReader, _ kind: DuplicateList.Kind, _ read: (FieldReader) throws(FileFault) -> Entry)
        throws(FileFault)
    {
        let names = kind.names
        var entries: [(String, Entry)] = []
        for element in try reader.structures(names.field, named: names.element) {
            let empty = FieldReader([:], structName: names.structure)
            let entry = try read(try element.structure(names.member, named: names.structure) ?? empty)
            entries.append((try element.string("name"), entry))
        }
        self.entries = entries
        self.kind = kind
        source = reader.value(names.field)
    }

    /// The entries by their names, of which there may be no two.
    func dictionary() throws(FileFault) -> [String: Entry] {
        var result: [String: Entry] = [:]
        for (name, entry) in entries {
            guard result.updateValue(entry, forKey: name) == nil else {
                throw .duplicateName(name, DuplicateList(kind: kind, source: source))
            }
        }
        return result
    }
}

extension NamedList where Entry == JSONValue {
    /// Reads the list of extensions of a struct, whose values may be anything.
    init(extensionsOf reader: FieldReader) throws(FileFault) {
        var entries: [(String, JSONValue)] = []
        for element in try reader.structures("extensions", named: "NamedExtension") {
            entries.append((try element.string("name"), element.value("extension").sortedDeeply))
        }
        self.entries = entries
        kind = .extensions
        source = reader.value("extensions")
    }
}

extension DuplicateList.Kind {
    /// The names of the list's field, of an element's Go type, of its member, and of that member's Go type.
    var names: (field: String, element: String, member: String, structure: String) {
        switch self {
        case .clusters: ("clusters", "NamedCluster", "cluster", "Cluster")
        case .users: ("users", "NamedAuthInfo", "user", "AuthInfo")
        case .contexts: ("contexts", "NamedContext", "context", "Context")
        case .extensions: ("extensions", "NamedExtension", "extension", "RawExtension")
        }
    }
}
