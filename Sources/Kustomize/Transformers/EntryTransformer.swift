import StdlibExtensions
import YAMLCodec

/// Sets labels or annotations in the maps that field specifications name.
struct EntryTransformer {
    let entries: [String: String]
    let fields: [FieldSpec]

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        let sorted = entries.sorted { $0.key.precedesByBytes($1.key) }
        for resource in map.resources {
            guard let node = resource.node else { continue }
            for (key, text) in sorted {
                // One node for all fields of a resource, as kustomize has it.
                let value = YAMLNode(.scalar, tag: .string, value: text)
                for spec in fields {
                    try FieldSpecFilter(spec: spec, creates: (.mapping, .mapping)) { (field) throws(KustomizeError) in
                        try field.setField(key, value)
                    }.apply(to: node)
                }
            }
        }
    }
}
