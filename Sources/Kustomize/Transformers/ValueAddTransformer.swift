import JSONModel
import StdlibExtensions
import SystemIO
import YAMLCodec

/// Sets a value, or puts it into a path, in fields of resources.
struct ValueAddTransformer {
    private struct Target {
        let selector: Selector?
        let fieldPath: String
        /// Where in a path the value is put; 0 replaces the whole.
        let position: Int
    }

    private let value: String
    private var targets: [Target] = []

    init(_ configuration: JSONValue, loader: Loader) throws(KustomizeError) {
        let targetShape = FieldShape.structure(
            "", ["selector": .selector, "fieldPath": .text(), "filePathPosition": .integer(type: "int")])
        let shape = FieldShape.structure(
            "", ["value": .text(), "targets": .list(targetShape), "targetFilePath": .text()])
        let values = try shape.read(configuration, isLenient: true)
        let given = values.text("value").trimmingSpace()
        value = given.isEmpty ? PathText.lastElement(of: loader.root) : given
        var entries = values["targets"]?.array ?? []
        let path = values.text("targetFilePath")
        if !path.isEmpty {
            let bytes = try loader.load(path)
            let file: JSONValue
            do throws(YAMLError) { file = try YAMLDecoder.decodeFirst(bytes) } catch { throw .yaml(error) }
            entries += try shape.read(file, isLenient: true)["targets"]?.array ?? []
        }
        guard !entries.isEmpty else { throw .noValueAddTarget }
        for entry in entries {
            let position = Int(entry["filePathPosition"]?.int64 ?? 0)
            guard !entry.text("fieldPath").isEmpty else { throw .emptyFieldPath }
            guard position >= 0 else { throw .negativePathPosition(position) }
            targets.append(
                Target(
                    selector: entry["selector"].map(Selector.init), fieldPath: entry.text("fieldPath"),
                    position: position))
        }
    }

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        for target in targets {
            let resources = try target.selector.map { (selector) throws(KustomizeError) in try map.select(selector) }
            for resource in resources ?? map.resources {
                guard let node = resource.node else { continue }
                if target.fieldPath == "metadata/namespace" {
                    try NamespaceTransformer(namespace: value, fields: []).apply(to: node)
                } else {
                    try add(to: node, target)
                }
            }
        }
    }

    private func add(to node: YAMLNode, _ target: Target) throws(KustomizeError) {
        var path: [String] = []
        for part in target.fieldPath.split(separator: "/", omittingEmptySubsequences: false) {
            if let last = path.last, last.hasSuffix("\\") {
                path[path.count - 1] = "\(last.dropLast())/\(part)"
            } else {
                path.append(String(part))
            }
        }
        guard let field = try node.lookupCreating(.scalar, path) else { return }
        try field.require(.scalar)
        let text =
            target.position > 0 ? Self.inserting(value, into: field.value, at: target.position - 1) : value
        if !text.isEmpty { try field.setScalar(YAMLNode(plain: text)) }
    }

    /// The path with an element more.
    private static func inserting(_ element: String, into path: String, at position: Int) -> String {
        var parts = path.split(separator: "/").map(String.init)
        let isAbsolute = PathText.isAbsolute(path)
        parts.insert(element, at: min(position, parts.count))
        return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
    }
}
