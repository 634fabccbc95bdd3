import StdlibExtensions
import YAMLCodec

/// Finds all nodes a path with wildcards and conditions leads to, and makes them where asked (kyaml's `PathMatcher`).
struct PathMatcher {
    /// What is made at the end of the path; nil makes nothing.
    let kind: YAMLNode.Kind?

    init(creating kind: YAMLNode.Kind?) {
        self.kind = kind
    }

    /// The nodes; empty where a part of the path is missing.
    func nodes(at path: ArraySlice<String>, in node: YAMLNode) throws(KustomizeError) -> [YAMLNode] {
        guard let part = path.first else { return [node] }
        let rest = path.dropFirst()
        if let index = FieldPath.integer(part), index >= 0 { return try element(index, rest, in: node) }
        if FieldPath.isCondition(part) { return try elements(part, rest, in: node) }
        if part == "*" {
            try node.require(.sequence)
            var found: [YAMLNode] = []
            for element in node.content { found += try nodes(at: rest, in: element) }
            return found
        }
        return try field(part, rest, in: node)
    }

    private func field(
        _ name: String, _ rest: ArraySlice<String>, in node: YAMLNode
    ) throws(KustomizeError) -> [YAMLNode] {
        var field = try node.getField(name)
        if field == nil {
            guard let kind else { return [] }
            field = YAMLNode(FieldPath.kind(before: rest.first ?? "", last: kind))
            try node.setField(name, field)
        }
        guard let field else { return [] }
        guard field.kind == .scalar, !rest.isEmpty else { return try nodes(at: rest, in: field) }
        // A text may be a document itself; what is found in it is not written back.
        let inner: YAMLNode?
        do throws(YAMLError) { inner = try YAMLNode.read(Array(field.value.utf8)) } catch { throw .yaml(error) }
        return try nodes(at: rest, in: inner ?? YAMLNode(.scalar, tag: .null))
    }

    private func element(
        _ index: Int, _ rest: ArraySlice<String>, in node: YAMLNode
    ) throws(KustomizeError) -> [YAMLNode] {
        try node.require(.sequence)
        if node.content.count == index, let kind {
            node.content.append(YAMLNode(FieldPath.kind(before: rest.first ?? "", last: kind)))
        }
        guard index < node.content.count else { throw .indexBeyondEnd(index, count: node.content.count) }
        return try nodes(at: rest, in: node.content[index])
    }

    private func elements(
        _ part: String, _ rest: ArraySlice<String>, in node: YAMLNode
    ) throws(KustomizeError) -> [YAMLNode] {
        let (name, value) = try FieldPath.condition(part)
        try node.require(.sequence)
        var found: [YAMLNode] = []
        let pattern = try RegularExpression.compile(value)
        for element in node.content {
            guard let tested = name.isEmpty ? element : element.field(name),
                pattern.matches(tested.text.trimmingSpace())
            else { continue }
            found += name.isEmpty ? [element] : try nodes(at: rest, in: element)
        }
        guard found.isEmpty, kind != nil else { return found }
        let scalar = YAMLNode(plain: value)
        let added = name.isEmpty ? scalar : YAMLNode(.mapping, content: [YAMLNode(plain: name), scalar])
        node.content.append(added)
        // The new element need not match its own condition.
        guard pattern.matches(scalar.text.trimmingSpace()) else { throw .createdElementDoesNotMatch(part) }
        return name.isEmpty ? [added] : try nodes(at: rest, in: added)
    }
}
