import StdlibExtensions
import YAMLCodec

/// Puts the values of variables in the place of `$(NAME)`.
struct VariableTransformer {
    /// A field's value: what a variable alone in a field becomes.
    struct Value {
        let tag: YAMLNode.Tag
        let text: String
        /// Whether it can stand in a text; maps and lists cannot.
        let isPrimitive: Bool
    }

    private var values: [String: Value] = [:]
    private var used: Set<String> = []

    /// Looks the values of all variables up.
    init(_ accumulator: Accumulator) throws(KustomizeError) {
        for variable in accumulator.variables.values.sorted(by: { $0.name.precedesByBytes($1.name) }) {
            guard
                let resource = accumulator.map.resources.first(where: { $0.variables.contains(variable.name) })
            else { throw .unmappedVariable(variable.description) }
            guard let value = Self.value(of: variable, in: resource) else {
                throw .variableFieldNotFound(variable.description)
            }
            values[variable.name] = value
        }
    }

    var isEmpty: Bool { values.isEmpty }

    /// The variables that no field had.
    var unused: [String] { values.keys.filter { !used.contains($0) }.sorted { $0.precedesByBytes($1) } }

    private static func value(of variable: Variable, in resource: Resource) -> Value? {
        let path = FieldPath.splitAtPoints(variable.fieldPath).flatMap(splitIndex)
        // What leads through a wrong kind of node leads nowhere.
        guard let found = try? resource.node?.lookup(path) else { return nil }
        switch (found.kind, found.tag) {
        case (.scalar, .int): return Int(found.value).map { Value(tag: .int, text: String($0), isPrimitive: true) }
        case (.scalar, .bool): return Value(tag: .bool, text: found.value.lowercased(), isPrimitive: true)
        case (.scalar, .float):
            return Double(found.value).map { Value(tag: .float, text: $0.goGeneralText(), isPrimitive: true) }
        case (.scalar, _): return Value(tag: .string, text: found.value, isPrimitive: true)
        default: return Value(tag: .string, text: "", isPrimitive: false)
        }
    }

    /// `containers[0]` as two parts.
    private static func splitIndex(_ part: String) -> [String] {
        guard part.hasSuffix("]"), let bracket = part.lastIndex(of: "["),
            let index = UInt(part[part.index(after: bracket)...].dropLast())
        else { return [part] }
        let name = String(part[..<bracket])
        return (name.isEmpty ? [] : [name]) + [String(index)]
    }

    // MARK: - Replacing

    mutating func transform(_ map: ResourceMap, _ fields: [FieldSpec]) throws(KustomizeError) {
        for resource in map.resources {
            guard let node = resource.node else { continue }
            for spec in fields {
                var found: [YAMLNode] = []
                try FieldSpecFilter(spec: spec) { (field) throws(KustomizeError) in
                    guard !field.isNull else { return }
                    found += try Self.texts(in: field)
                }.apply(to: node)
                for scalar in found { replace(in: scalar) }
            }
        }
    }

    /// The strings a field has in it.
    private static func texts(in field: YAMLNode) throws(KustomizeError) -> [YAMLNode] {
        switch field.kind {
        case .scalar: return field.isString ? [field] : []
        case .mapping:
            var texts: [YAMLNode] = []
            for index in stride(from: 0, to: field.content.count - 1, by: 2) {
                let key = field.content[index]
                guard key.isString else { throw .variableKey(key.value) }
                if field.content[index + 1].isString { texts.append(field.content[index + 1]) }
            }
            return texts
        case .sequence:
            guard field.content.allSatisfy(\.isString) else { throw .variableListValue }
            return field.content
        }
    }

    private mutating func replace(in node: YAMLNode) {
        let value = replaced(node.value)
        node.tag = value.tag
        node.value = value.text
        node.style = value.tag == .string && value.text.utf8.contains(UInt8(ascii: "\n")) ? .literal : []
    }

    /// The text with variables replaced; `$$` stands for one dollar.
    private mutating func replaced(_ text: String) -> Value {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "$")) else { return Value(tag: .string, text: text, isPrimitive: true) }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let next = bytes[index + 1]
            if next == UInt8(ascii: "("), let end = bytes[(index + 2)...].firstIndex(of: UInt8(ascii: ")")) {
                let name = String(decoding: bytes[index + 2..<end], as: UTF8.self)
                let value = value(of: name)
                if index == 0, end == bytes.count - 1 { return value }
                result += value.text.utf8
                index = end + 1
            } else {
                result.append(UInt8(ascii: "$"))
                if next != UInt8(ascii: "$") { result.append(next) }
                index += 2
            }
        }
        return Value(tag: .string, text: String(decoding: result, as: UTF8.self), isPrimitive: true)
    }

    private mutating func value(of name: String) -> Value {
        guard let value = values[name], value.isPrimitive else {
            return Value(tag: .string, text: "$(\(name))", isPrimitive: true)
        }
        used.insert(name)
        return value
    }
}
