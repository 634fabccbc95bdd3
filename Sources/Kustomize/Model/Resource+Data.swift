import JSONModel
import StdlibExtensions
import YAMLCodec

extension Resource {
    /// Merges the data of a config map or a secret with that of another, the own ones winning.
    func mergeData(from other: Resource) throws(KustomizeError) {
        for field in ["data", "binaryData"] {
            let merged = data(other, field).merging(data(self, field)) { $1 }
            try node?.removeField(field)
            for (key, value) in merged.sorted(by: { $0.key.precedesByBytes($1.key) }) {
                try node?.setData(field: field, key, value)
            }
        }
    }

    private func data(_ resource: Resource, _ field: String) -> [String: String] {
        var texts: [String: String] = [:]
        for (name, node) in resource.node?.field(field)?.fields ?? [] where texts[name] == nil {
            texts[name] = node.scalarText
        }
        return texts
    }

    /// The resource as Go's `%#v` shows the map it is decoded into.
    var goSyntax: String {
        node?.goSyntax ?? "map[string]interface {}(nil)"
    }
}

extension YAMLNode {
    /// Sets one text of a config map's or a secret's data.
    func setData(field: String, _ key: String, _ value: String) throws(KustomizeError) {
        let scalar = YAMLNode(string: value)
        try lookupCreating(.mapping, [field])?.setField(key, scalar)
    }

    /// A document as Go's `%#v` shows what go-yaml v3 decodes it into; what it cannot decode is nil.
    var goSyntax: String {
        var isWhole = true
        let text = goSyntax(&isWhole)
        return isWhole ? text : "map[string]interface {}(nil)"
    }

    private func goSyntax(_ isWhole: inout Bool) -> String {
        switch kind {
        case .scalar:
            let value: JSONValue
            do throws(YAMLError) {
                value = try json()
            } catch .nonFiniteNumber(let text) {
                return text
            } catch {
                isWhole = false
                return ""
            }
            switch value {
            case .null: return "interface {}(nil)"
            case .bool(let flag): return flag ? "true" : "false"
            case .number(let number): return number.text
            case .string(let text): return text.goQuoted
            case .array, .object: return ""
            }
        case .sequence:
            return "[]interface {}{\(content.map { $0.goSyntax(&isWhole) }.joined(separator: ", "))}"
        case .mapping:
            var names: Set<String> = []
            var members: [(key: String, isText: Bool, value: String)] = []
            for (name, value) in zip(
                stride(from: 0, to: content.count, by: 2).map { content[$0] },
                stride(from: 1, to: content.count, by: 2).map { content[$0] })
            {
                if !names.insert(name.value).inserted { isWhole = false }
                let key = name.goSyntax(&isWhole)
                members.append((key, key.hasPrefix("\""), value.goSyntax(&isWhole)))
            }
            let type = members.allSatisfy(\.isText) ? "map[string]interface {}" : "map[interface {}]interface {}"
            let sorted = members.sorted { left, right in
                left.isText == right.isText ? left.key.precedesByBytes(right.key) : left.isText
            }
            return type + "{" + sorted.map { "\($0.key):\($0.value)" }.joined(separator: ", ") + "}"
        }
    }
}
