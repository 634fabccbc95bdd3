import JSONModel
import YAMLCodec

/// An entry of `replacements:`.
struct Replacement {
    /// Where the value comes from.
    struct Source {
        let id: ResourceID
        let fieldPath: String
        let options: Options?

        /// The source in kustomize's errors.
        var text: String {
            [id.text, fieldPath, options?.text ?? ""].filter { !$0.isEmpty }.joined(separator: ":")
        }
    }

    /// Which part of a text is meant, and whether fields are made.
    struct Options {
        let delimiter: String
        let index: Int
        let creates: Bool

        init(_ value: JSONValue) {
            delimiter = value.text("delimiter")
            index = Int(value["index"]?.int64 ?? 0)
            creates = value.flag("create")
        }

        var text: String {
            delimiter.isEmpty && !creates ? "" : "\(delimiter)(\(index)), create=\(creates)"
        }
    }

    /// Where the value goes.
    struct Target {
        let select: Selector?
        let reject: [Selector]
        let fieldPaths: [String]
        let options: Options?

        init(_ value: JSONValue) {
            select = value["select"].map(Selector.init)
            reject = (value["reject"]?.array ?? []).map(Selector.init)
            let paths = value["fieldPaths"]?.texts ?? []
            fieldPaths = paths.isEmpty ? ["metadata.name"] : paths
            options = value["options"].map(Options.init)
        }
    }

    let source: Source?
    let sourceValue: String?
    let targets: [Target]?

    init(_ value: JSONValue) {
        source = value["source"].map { source in
            Source(
                id: ResourceID(
                    unscoped: ResourceKind(source), name: source.text("name"), namespace: source.text("namespace")),
                fieldPath: source.text("fieldPath"), options: source["options"].map(Options.init))
        }
        sourceValue = value["sourceValue"]?.string
        targets = value["targets"]?.array.map { $0.map(Target.init) }
    }

    // MARK: - Source

    /// The value to be copied.
    func value(in resources: [Resource]) throws(KustomizeError) -> YAMLNode {
        if let sourceValue {
            guard source == nil else { throw .replacementWithTwoSources }
            return YAMLNode(plain: sourceValue)
        }
        guard let source else { throw .incompleteReplacement }
        let matches = resources.filter { resource in
            resource.allIDs.contains { $0.isSelected(by: source.id) }
        }
        guard let resource = matches.first else { throw .nothingSelected(source.text) }
        guard matches.count == 1 else { throw .severalSelected(source.text) }
        let path = source.fieldPath.isEmpty ? "metadata.name" : source.fieldPath
        let found: YAMLNode?
        do throws(KustomizeError) {
            found = try resource.node?.lookup(FieldPath.splitAtPoints(path))
        } catch {
            throw .during(.lookingUpReplacementSource, error)
        }
        guard let found, !found.isNullOrEmpty else { throw .missingReplacementSource(path, of: source.id.text) }
        guard let options = source.options, !options.delimiter.isEmpty else { return found }
        guard found.kind == .scalar else { throw .delimiterOfNoScalar }
        let parts = found.scalarText.split(delimiter: options.delimiter)
        guard parts.indices.contains(options.index) else {
            throw .replacementIndex(options.index, value: found.scalarText)
        }
        let part = found.copy()
        part.value = parts[options.index]
        return part
    }
}

extension Replacement.Target {
    /// Sets the fields of a resource.
    func copy(_ value: YAMLNode, to node: YAMLNode) throws(KustomizeError) {
        let kind = options?.creates ?? false ? value.kind : nil
        for path in fieldPaths {
            let parts = FieldPath.splitAtPoints(path)
            if EmbeddedDocument.set(value, at: parts, in: node, creating: kind) { continue }
            let fields: [YAMLNode]
            do throws(KustomizeError) {
                fields = try PathMatcher(creating: kind).nodes(at: parts[...], in: node)
            } catch {
                throw .during(.retrievingField(path, isCreated: kind != nil), error)
            }
            guard !fields.isEmpty else { throw .missingReplacementTarget(path, isCreated: kind != nil) }
            for field in fields { try set(field, to: value.copy()) }
        }
    }

    private func set(_ field: YAMLNode, to value: YAMLNode) throws(KustomizeError) {
        if let options, !options.delimiter.isEmpty {
            guard field.kind == .scalar else { throw .delimiterOfNoScalar }
            var parts = field.value.split(delimiter: options.delimiter)
            if options.index < 0 {
                parts.insert(value.scalarText, at: 0)
            } else if options.index >= parts.count {
                parts.append(value.scalarText)
            } else {
                parts[options.index] = value.scalarText
            }
            value.value = parts.joined(separator: options.delimiter)
        }
        if field.kind == .scalar {
            field.value = value.value
        } else {
            field.assign(value)
        }
    }
}

extension String {
    /// The parts between the places where a text stands (Go's `strings.Split`).
    func split(delimiter: String) -> [String] {
        let bytes = Array(utf8)
        let mark = Array(delimiter.utf8)
        guard !mark.isEmpty else { return unicodeScalars.map { String($0) } }
        var parts: [String] = []
        var start = 0
        var index = 0
        while index + mark.count <= bytes.count {
            if bytes[index..<index + mark.count].elementsEqual(mark) {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += mark.count
                start = index
            } else {
                index += 1
            }
        }
        return parts + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}
