import JSONModel
import YAMLCodec

/// Sets the number of replicas of the workloads with a name.
struct ReplicaTransformer {
    private let name: String
    private let count: Int64
    private let fields: [FieldSpec]

    init(_ replica: JSONValue, fields: [FieldSpec]) {
        name = replica.text("name")
        count = replica["count"]?.int64 ?? 0
        self.fields = fields
    }

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        var isFound = false
        for spec in fields {
            for resource in map.matching({ $0.name == name && $0.kind.isSelected(by: spec.kind) }) {
                isFound = true
                guard let node = resource.node else { continue }
                try FieldSpecFilter(spec: spec, creates: (.scalar, .int)) { (field) throws(KustomizeError) in
                    try field.setScalar(YAMLNode(.scalar, tag: .int, value: String(count)))
                }.apply(to: node)
            }
        }
        guard isFound else { throw .noReplicas(name, kinds: fields.map(\.kind.text)) }
    }
}
