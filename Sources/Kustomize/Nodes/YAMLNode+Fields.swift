import YAMLCodec

/// The fields of mappings as kyaml's functions find and set them.
extension YAMLNode {
    /// The place of the key `name` in a mapping's content.
    func keyIndex(_ name: String) -> Int? {
        guard kind == .mapping else { return nil }
        var index = 0
        while index < content.count {
            if content[index].value == name { return index }
            index += 2
        }
        return nil
    }

    /// The value of the field `name`; nil for none and for what is no mapping.
    func field(_ name: String) -> YAMLNode? {
        keyIndex(name).map { content[$0 + 1] }
    }

    /// The value of the field `name`, unless it is null or empty.
    func filledField(_ name: String) -> YAMLNode? {
        guard let node = field(name), !node.isNullOrEmpty else { return nil }
        return node
    }

    /// The text of a scalar, empty for null.
    var scalarText: String { isNull ? "" : value }

    /// The names and values of a mapping.
    var fields: [(name: String, value: YAMLNode)] {
        guard kind == .mapping else { return [] }
        return stride(from: 0, to: content.count - 1, by: 2).map { (content[$0].value, content[$0 + 1]) }
    }

    /// The fields as texts (`map[string]string`), of two with one name the first.
    var textFields: [String: String] {
        var texts: [String: String] = [:]
        for (name, node) in fields where texts[name] == nil { texts[name] = node.value }
        return texts
    }

    /// Throws unless this is null or of a kind.
    func require(_ wanted: Kind) throws(KustomizeError) {
        guard !isNull, kind != wanted else { return }
        throw .wrongNodeKind(wanted, found: kind, text: text)
    }

    /// Removes the field `name` (kyaml's `Clear`).
    func removeField(_ name: String) throws(KustomizeError) {
        try require(.mapping)
        if let index = keyIndex(name) { content.removeSubrange(index...index + 1) }
    }

    /// The field `name`, which must be a mapping's or null's (kyaml's `Get`).
    func getField(_ name: String) throws(KustomizeError) -> YAMLNode? {
        if isNull { return nil }
        try require(.mapping)
        return field(name)
    }

    /// Puts a value at the field `name`, in the style of the one before, or removes it for nil and null.
    ///
    /// kyaml's `FieldSetter`. A value that is not there before is shared with the mapping, not copied.
    @discardableResult
    func setField(_ name: String, _ value: YAMLNode?, keepsNull: Bool = false) throws(KustomizeError) -> YAMLNode? {
        if let value { value.quoteIfVersion1ReadsItOtherwise() }
        if name.isEmpty {
            try setScalar(value)
            return self
        }
        guard let value, !value.isNull || keepsNull else {
            try removeField(name)
            return nil
        }
        if let old = try getField(name) {
            value.style = old.style
            old.assign(value)
            return old
        }
        if !isNull { content += [YAMLNode(plain: name), value] }
        return value
    }

    /// Takes over another scalar, in this one's style (kyaml's `FieldSetter` without a name).
    func setScalar(_ value: YAMLNode?) throws(KustomizeError) {
        try require(.scalar)
        guard let value, !value.isNull else { return }
        value.style = style
        assign(value)
    }

    private func quoteIfVersion1ReadsItOtherwise() {
        if isString, style.isEmpty, Self.isNonStringInVersion1(value) { style = .doubleQuoted }
    }
}
