import JSONModel
import KubeModel
import StdlibExtensions

/// Checks objects against a server's schema: unknown and missing fields and wrong types.
///
/// The rules and the order of what is found are those of kubectl's `schemaValidation` and kube-openapi's `validation`.
struct ObjectValidator: Sendable {
    private let schema: OpenAPISchema

    init(_ schema: OpenAPISchema) {
        self.schema = schema
    }

    /// What is wrong with an object, a list's items each by its own kind; kinds without a schema are not looked at.
    func faults(in object: JSONValue) -> [ValidationFault] {
        findings(in: object).faults
    }

    /// What is wrong with an object, and whether there was a schema for all that is in it.
    struct Findings: Hashable {
        var faults: [ValidationFault] = []
        var isComplete = true
    }

    func findings(in object: JSONValue) -> Findings {
        let kind = DeclaredKind(of: object)
        return kind == .list ? findings(inList: object) : findings(in: object, of: kind)
    }

    private func findings(inList list: JSONValue) -> Findings {
        guard let items = list["items"]?.array else { return Findings(faults: [.notAnObject]) }
        var all = Findings()
        for item in items {
            let findings = findings(in: item, of: DeclaredKind(of: item))
            all.faults += findings.faults
            all.isComplete = all.isComplete && findings.isComplete
        }
        return all
    }

    private func findings(in object: JSONValue, of kind: DeclaredKind) -> Findings {
        switch kind {
        case .unclear(let faults): return Findings(faults: faults)
        case .known(let kind):
            guard let root = schema.schema(of: kind) else { return Findings(isComplete: false) }
            var walk = SchemaWalk(schema)
            return Findings(faults: walk.faults(in: object, named: kind.kind, under: root))
        }
    }
}
