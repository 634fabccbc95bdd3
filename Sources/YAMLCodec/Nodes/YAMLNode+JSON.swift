package import JSONModel
import StdlibExtensions

extension YAMLNode {
    /// The value in JSON: what comes of writing the node with go-yaml v3, reading it and marshalling that.
    package func json() throws(YAMLError) -> JSONValue {
        var repeated: [YAMLError.RedefinedKey] = []
        var nonFinite: String?
        let value: JSONValue
        do throws(YAMLError) {
            value = try json(path: "", isInFlow: false, &repeated, &nonFinite)
        } catch .keyIsNoString(let path, let offset) {
            throw firstBadKey(path: "", offset: 0) ?? .keyIsNoString(path: path, offset: offset)
        }
        if !repeated.isEmpty { throw .redefinedKeys(repeated) }
        if let nonFinite { throw .nonFiniteNumber(nonFinite) }
        return value
    }

    private func json(
        path: String, isInFlow: Bool, _ repeated: inout [YAMLError.RedefinedKey], _ nonFinite: inout String?
    ) throws(YAMLError) -> JSONValue {
        let isInFlow = isInFlow || style.contains(.flow)
        switch kind {
        case .scalar:
            let value = try scalarJSON(isInFlow: isInFlow)
            if case .number(let number) = value, !number.double.isFinite, nonFinite == nil { nonFinite = number.text }
            return value
        case .sequence:
            var elements: [JSONValue] = []
            elements.reserveCapacity(content.count)
            for (index, node) in content.enumerated() {
                elements.append(try node.json(path: "\(path)/\(index)", isInFlow: isInFlow, &repeated, &nonFinite))
            }
            return .array(elements)
        case .mapping:
            noteRepeatedKeys(&repeated)
            var members: [JSONObject.Member] = []
            members.reserveCapacity(content.count / 2)
            for index in stride(from: 0, to: content.count - 1, by: 2) {
                let key = content[index]
                guard key.kind == .scalar, case .string(let name) = try key.scalarJSON(isInFlow: false) else {
                    throw .keyIsNoString(path: path, offset: 0)
                }
                members.append(
                    (
                        name,
                        try content[index + 1].json(path: "\(path)/\(name)", isInFlow: isInFlow, &repeated, &nonFinite)
                    ))
            }
            return .object(repeated.isEmpty ? JSONObject(uniqueMembers: members) : JSONObject(members))
        }
    }

    private func noteRepeatedKeys(_ repeated: inout [YAMLError.RedefinedKey]) {
        for index in stride(from: 0, to: content.count, by: 2) {
            let key = content[index]
            for other in stride(from: index + 2, to: content.count, by: 2)
            where content[other].value.utf8.count == key.value.utf8.count && content[other].value == key.value {
                repeated.append(.init(key: key.value, line: content[other].line, firstLine: key.line))
            }
        }
    }

    /// In JSON's braces go-yaml puts what is empty, and what has a colon or a comma in it, into quotes.
    private var isQuotedInFlow: Bool {
        if value.isEmpty { return true }
        return value.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"),
                UInt8(ascii: "{"), UInt8(ascii: "}"):
                true
            default: false
            }
        }
    }

    /// The first key, in the order of the JSON text, that is no string.
    private func firstBadKey(path: String, offset: Int) -> YAMLError? {
        // Only what can be written stands before it.
        func length(_ node: YAMLNode) -> Int { (try? node.json()).map { JSONWriter.bytes($0).count } ?? 0 }
        var offset = offset + 1
        if kind == .sequence {
            for (index, element) in content.enumerated() {
                if let found = element.firstBadKey(path: "\(path)/\(index)", offset: offset) { return found }
                offset += length(element) + 1
            }
        }
        guard kind == .mapping else { return nil }
        var members: [(key: String, value: YAMLNode)] = []
        for index in stride(from: 0, to: content.count - 1, by: 2) {
            // What cannot be read is no string either.
            guard case .string(let key)? = try? content[index].scalarJSON(isInFlow: false) else {
                return .keyIsNoString(path: path, offset: offset + 1)
            }
            members.append((key, content[index + 1]))
        }
        for (key, value) in members.sorted(by: { $0.key.precedesByBytes($1.key) }) {
            offset += JSONWriter.bytes(.string(key)).count + 1
            if let found = value.firstBadKey(path: "\(path)/\(key)", offset: offset) { return found }
            offset += length(value) + 1
        }
        return nil
    }

    private func scalarJSON(isInFlow: Bool) throws(YAMLError) -> JSONValue {
        let isText = !style.isDisjoint(with: .text)
        if tag == .string { return .string(value) }
        if isText || (isInFlow && isQuotedInFlow), tag == .none || tag == Self.tag(ofPlain: value) {
            return .string(value)
        }
        if tag == .none {
            // The emitter writes several lines as a literal.
            if value.utf8.contains(UInt8(ascii: "\n")) || value == "<<" { return .string(value) }
            return PlainScalar(version3: value.utf8.span).jsonValue(of: value)
        }
        let plain = PlainScalar(version3: value.utf8.span)
        switch tag {
        case .binary:
            guard case .success(let bytes) = Base64.decode(value) else { throw .invalidBase64 }
            return .string(String(decoding: bytes, as: UTF8.self))
        case .float:
            if case .int(let number) = plain { return .number(JSONNumber(verbatim: Double(number).goJSONText)) }
        case .null, .bool, .int, .timestamp: break
        default: return .string(value)
        }
        guard plain.nodeTag == tag else {
            throw .mismatchedTag(found: plain.nodeTag.text, text: value, wanted: tag.text)
        }
        return plain.jsonValue(of: value)
    }

    /// The nodes go-yaml v3 makes of a value that it writes and reads again, the keys sorted.
    package convenience init(_ value: JSONValue) {
        switch value {
        case .null: self.init(.scalar, tag: .null, value: "null")
        case .bool(let flag): self.init(.scalar, tag: .bool, value: flag ? "true" : "false")
        case .number(let number):
            let text = number.yamlText
            self.init(.scalar, tag: Self.tag(ofPlain: text), value: text)
        case .string(let text):
            self.init(string: text)
            if style.isEmpty, Self.needsQuotes(text) { style = .doubleQuoted }
        case .array(let elements):
            self.init(
                .sequence, tag: .sequence, style: elements.isEmpty ? .flow : [], content: elements.map(YAMLNode.init))
        case .object(let object):
            let members = Array(object)
            var content: [YAMLNode] = []
            content.reserveCapacity(members.count * 2)
            for index in NaturalKeyOrder.sorted(members) {
                content.append(YAMLNode(.string(members[index].key)))
                content.append(YAMLNode(members[index].value))
            }
            self.init(.mapping, tag: .mapping, style: members.isEmpty ? .flow : [], content: content)
        }
    }

    /// Whether go-yaml v3 puts a string in quotes that is to stay one, also for readers of YAML 1.1.
    static func needsQuotes(_ text: String) -> Bool {
        let bytes = text.utf8.span
        return tag(ofPlain: text) != .string || PlainScalar(bytes) != .string || ScalarStyle.isBase60(bytes)
    }
}
