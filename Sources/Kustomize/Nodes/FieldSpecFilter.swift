import YAMLCodec

/// Finds the nodes a field specification is about in a resource, makes them where it asks for that, and sets them.
struct FieldSpecFilter {
    let spec: FieldSpec
    /// The kind and the tag of what is made at the end of the path; nil makes nothing.
    var creates: (kind: YAMLNode.Kind, tag: YAMLNode.Tag)?
    let set: (YAMLNode) throws(KustomizeError) -> Void

    /// Sets the fields of a resource that is of the specification's kind.
    func apply(to object: YAMLNode) throws(KustomizeError) {
        guard matches(object) else { return }
        do throws(KustomizeError) {
            try walk(object, FieldPath.split(spec.path, at: "/")[...])
        } catch {
            throw .during(.consideringField(spec.path, of: ResourceID(plain: object).text), error)
        }
    }

    private func matches(_ object: YAMLNode) -> Bool {
        let wanted = spec.kind
        if !wanted.kind.isEmpty, wanted.kind != object.field("kind")?.value ?? "" { return false }
        if wanted.group.isEmpty, wanted.version.isEmpty { return true }
        let (group, version) = ResourceKind.split(apiVersion: object.field("apiVersion")?.value ?? "")
        return (wanted.group.isEmpty || wanted.group == group)
            && (wanted.version.isEmpty || wanted.version == version)
    }

    private func walk(_ node: YAMLNode, _ path: ArraySlice<String>) throws(KustomizeError) {
        guard let part = path.first else { return try set(node) }
        if node.isNull { return }
        switch node.kind {
        case .sequence:
            do throws(KustomizeError) {
                for element in node.content { try walk(element, path) }
            } catch {
                throw .during(.visitingPath(Array(path)), error)
            }
        case .mapping: try walkMap(node, part, path.dropFirst())
        case .scalar: throw .neitherSequenceNorMapping
        }
    }

    private func walkMap(_ node: YAMLNode, _ part: String, _ rest: ArraySlice<String>) throws(KustomizeError) {
        let isSequence = part.hasSuffix("[]")
        let name = isSequence ? String(part.dropLast(2)) : part
        guard !name.isEmpty else { throw .emptyFieldName }
        let field: YAMLNode?
        var kind: YAMLNode.Kind?
        var tag = YAMLNode.Tag.none
        do throws(KustomizeError) {
            if let creates, spec.creates, !isSequence {
                (kind, tag) = rest.isEmpty ? (creates.kind, creates.tag) : (.mapping, .mapping)
                field = try node.lookupCreating(kind ?? .mapping, [name])
            } else {
                if isSequence { kind = .sequence }
                field = try node.lookup([name])
            }
        } catch {
            throw .during(.fieldName(name), error)
        }
        guard let field else { return }
        if field.isNull, let kind {
            field.kind = kind
            field.tag = tag
            if kind != .scalar { field.value = "" }
        }
        try walk(field, rest)
    }
}
