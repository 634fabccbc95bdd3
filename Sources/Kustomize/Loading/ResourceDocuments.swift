import JSONModel
import StdlibExtensions
import YAMLCodec

/// Reads the resources of a text, as kyaml's byte reader and kustomize's resource factory do.
enum ResourceDocuments {
    /// The resources, lists taken apart; empty documents do not count.
    static func read(_ bytes: [UInt8]) throws(KustomizeError) -> [Resource] {
        var nodes = try valid(documents(bytes))[...]
        var resources: [Resource] = []
        while let node = nodes.popFirst() {
            let kind = node.field("kind")?.value ?? ""
            guard kind.hasSuffix("List"), let items = node.field("items") else {
                resources.append(Resource(node))
                continue
            }
            if items.isNull { continue }
            guard items.kind == .sequence else { throw .itemsAreNoList(kind, found: items.goTypeName) }
            nodes += try valid(try items.content.map { (item) throws(KustomizeError) in try reread(item) })
        }
        return resources
    }

    /// An item of a list after its way through JSON.
    private static func reread(_ item: YAMLNode) throws(KustomizeError) -> YAMLNode {
        do throws(YAMLError) { return YAMLNode(try item.json()) } catch { throw .yaml(error) }
    }

    private static func documents(_ bytes: [UInt8]) throws(KustomizeError) -> [YAMLNode] {
        let texts = try split(bytes)
        var nodes: [YAMLNode] = []
        for text in texts {
            guard let node = try parse(text), !node.isNull else { continue }
            let kind = node.field("kind")?.value ?? ""
            if texts.count == 1, kind == "List" || kind == "ResourceList",
                node.field("items") != nil || node.field("functionConfig") != nil
            {
                nodes += node.field("items")?.content ?? []
            } else {
                nodes.append(node)
            }
        }
        return nodes
    }

    private static func parse(_ text: [UInt8]) throws(KustomizeError) -> YAMLNode? {
        do throws(YAMLError) {
            return try YAMLNode.read(text)
        } catch .badMerge(let sentence) {
            throw .yaml(.badMerge(sentence))
        } catch {
            throw .malformed(error)
        }
    }

    /// Divides a text at lines that begin with `---`; a first such line belongs to its document.
    private static func split(_ bytes: [UInt8]) throws(KustomizeError) -> [[UInt8]] {
        guard !bytes.isEmpty else { return [] }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            let isReturn =
                byte == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
            if !isReturn { text.append(byte) }
        }
        var documents: [[UInt8]] = []
        var start = 0
        var index = 0
        let mark = Array("\n---".utf8)
        while index + 4 < text.count {
            guard text[index] == mark[0], text[index..<index + 4].elementsEqual(mark),
                let end = text[(index + 4)...].firstIndex(of: mark[0])
            else {
                index += 1
                continue
            }
            let line = String(decoding: text[index + 1..<end], as: UTF8.self).trimmingSpace()
            let rest = line.dropFirst("---".count).trimmingSpace()
            guard rest.isEmpty || rest.hasPrefix("#") else { throw .badSeparator(line) }
            documents.append(Array(text[start...index]))
            start = end + 1
            index = end + 1
        }
        documents.append(Array(text[start...]))
        return documents
    }

    /// The nodes that are something, each of which must say what it is.
    private static func valid(_ nodes: [YAMLNode]) throws(KustomizeError) -> [YAMLNode] {
        var valid: [YAMLNode] = []
        for node in nodes where !node.isNullOrEmpty {
            try check(node)
            valid.append(node)
        }
        return valid
    }

    /// Refuses what has no kind, or no name.
    static func check(_ node: YAMLNode) throws(KustomizeError) {
        let metadata = node.filledField("metadata")
        let header = KustomizeError.ObjectHeader(
            apiVersion: node.filledField("apiVersion")?.scalarText ?? "",
            kind: node.filledField("kind")?.scalarText ?? "",
            name: metadata?.filledField("name")?.value ?? "",
            namespace: metadata?.filledField("namespace")?.scalarText ?? "",
            labels: metadata?.filledField("labels")?.textFields ?? [:],
            annotations: metadata?.filledField("annotations")?.textFields ?? [:])
        let hasAny =
            node.filledField("apiVersion") != nil || node.filledField("kind") != nil
            || ["name", "namespace", "labels", "annotations"].contains { metadata?.filledField($0) != nil }
        guard hasAny else { throw .missingMetadata }
        guard !header.kind.isEmpty else { throw .missingKind(header) }
        guard !header.kind.hasSuffix("List"), header.name.isEmpty else { return }
        throw .missingName(header)
    }
}

extension YAMLNode {
    /// What Go calls the type the node is decoded to.
    fileprivate var goTypeName: String {
        switch kind {
        case .mapping: return "map[string]interface {}"
        case .sequence: return "[]interface {}"
        case .scalar:
            switch tag {
            case .bool: return "bool"
            case .int: return "int"
            case .float: return "float64"
            case .timestamp: return "time.Time"
            default: return "string"
            }
        }
    }
}
