import JSONModel
import StdlibExtensions
import SystemIO
import YAMLCodec

/// Makes a config map or a secret from literals, files and files of variables.
struct DataGenerator {
    private let isSecret: Bool
    private let arguments: JSONValue
    private let loader: Loader

    /// Takes an entry of `configMapGenerator` or `secretGenerator`; `options` are those of all generators.
    init(_ arguments: JSONValue, isSecret: Bool, options: JSONValue?, loader: Loader) {
        self.isSecret = isSecret
        self.loader = loader
        self.arguments = Self.merging(options, into: arguments)
    }

    private static func merging(_ common: JSONValue?, into arguments: JSONValue) -> JSONValue {
        guard let common else { return arguments }
        var arguments = arguments
        var options = arguments["options"] ?? [:]
        for field in ["labels", "annotations"] {
            guard let shared = common[field]?.object else { continue }
            var own = options[field] ?? [:]
            for (key, value) in shared where own[key] == nil { own[key] = value }
            options[field] = own
        }
        for field in ["disableNameSuffixHash", "immutable"] where common.flag(field) { options[field] = true }
        arguments["options"] = options
        return arguments
    }

    func generate() throws(KustomizeError) -> Resource {
        let name = arguments.text("name")
        let node = YAMLNode(
            .mapping, tag: .mapping,
            content: [
                YAMLNode(plain: "apiVersion"), YAMLNode(.scalar, tag: .string, value: "v1"), YAMLNode(plain: "kind"),
                YAMLNode(.scalar, tag: .string, value: isSecret ? "Secret" : "ConfigMap"),
            ])
        guard !name.isEmpty else { throw .generatorWithoutName }
        let resource = Resource(node)
        let metadata = try node.lookupCreating(.mapping, ["metadata"])
        try metadata?.setField("name", YAMLNode(string: name))
        let namespace = arguments.text("namespace")
        if !namespace.isEmpty { try metadata?.setField("namespace", YAMLNode(string: namespace)) }
        if isSecret {
            let type = arguments.text("type")
            try node.setField("type", YAMLNode(string: type.isEmpty ? "Opaque" : type))
        }
        try setData(of: node, name: name)
        try setOptions(of: resource)
        return resource
    }

    private func setData(of node: YAMLNode, name: String) throws(KustomizeError) {
        let pairs: [(key: String, value: [UInt8])]
        do throws(KustomizeError) {
            pairs = try PairSources(arguments, loader: loader).pairs()
        } catch {
            throw .during(.loadingPairs, error)
        }
        var data: [String: [UInt8]] = [:]
        for (key, value) in pairs {
            guard data.updateValue(value, forKey: key) == nil else { throw .repeatedKey(key, of: name) }
        }
        if isSecret { _ = try node.lookupCreating(.mapping, ["data"]) }
        for (key, value) in data.sorted(by: { $0.key.precedesByBytes($1.key) }) {
            let text = String(validating: value, as: UTF8.self)
            if !isSecret, let text {
                try node.setData(field: "data", key, text)
            } else {
                try node.setData(field: isSecret ? "data" : "binaryData", key, Self.base64(value))
            }
        }
    }

    /// Base64 in lines of 70 characters, as kyaml writes it; a single line has no end.
    private static func base64(_ bytes: [UInt8]) -> String {
        let text = Array(Base64.encode(bytes).utf8)
        guard text.count >= 70 else { return String(decoding: text, as: UTF8.self) }
        var lines: [UInt8] = []
        for start in stride(from: 0, to: text.count, by: 70) {
            lines += text[start..<min(start + 70, text.count)]
            lines.append(UInt8(ascii: "\n"))
        }
        return String(decoding: lines, as: UTF8.self)
    }

    private func setOptions(of resource: Resource) throws(KustomizeError) {
        let options = arguments["options"]
        for (key, value) in (options?["labels"]?.textMap ?? [:]).sorted(by: { $0.key.precedesByBytes($1.key) }) {
            try resource.node?.lookupCreating(.mapping, ["metadata", "labels"])?
                .setField(key, YAMLNode(.scalar, tag: .string, style: .singleQuoted, value: value))
        }
        for (key, value) in (options?["annotations"]?.textMap ?? [:]).sorted(by: { $0.key.precedesByBytes($1.key) }) {
            try resource.setAnnotation(key, value)
        }
        if options?.flag("immutable") ?? false {
            try resource.node?.setField("immutable", YAMLNode(.scalar, tag: .bool, value: "true"))
        }
        if !(options?.flag("disableNameSuffixHash") ?? false) { try resource.enable(.needsHashSuffix) }
        try resource.setBehavior(GenerationBehavior(arguments.text("behavior")))
    }
}

/// Keys and values from files of variables, literals and files.
struct PairSources {
    typealias Pair = (key: String, value: [UInt8])

    private let arguments: JSONValue
    private let loader: Loader

    init(_ arguments: JSONValue, loader: Loader) {
        self.arguments = arguments
        self.loader = loader
    }

    func pairs() throws(KustomizeError) -> [Pair] {
        var pairs: [Pair] = []
        let envs = arguments["envs"]?.texts ?? []
        do throws(KustomizeError) {
            for path in envs { pairs += try Self.variables(try loader.load(path)) }
        } catch {
            throw .during(.readingVariables(envs), error)
        }
        let literals = arguments["literals"]?.texts ?? []
        do throws(KustomizeError) {
            for literal in literals { pairs.append(try Self.literal(literal)) }
        } catch {
            throw .during(.readingLiterals(literals), error)
        }
        let files = arguments["files"]?.texts ?? []
        do throws(KustomizeError) {
            for file in files {
                let (key, path) = try Self.file(file)
                pairs.append((key, try loader.load(path)))
            }
        } catch {
            throw .during(.readingFiles(files), error)
        }
        return pairs
    }

    private static func literal(_ text: String) throws(KustomizeError) -> Pair {
        guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { throw .badLiteral(text) }
        var value = Array(text[text.index(after: equals)...].utf8)
        if value.count >= 2, value[0] == value[value.count - 1], value[0] == 0x22 || value[0] == 0x27 {
            value = Array(value[1..<value.count - 1])
        }
        return (String(text[..<equals]), value)
    }

    private static func file(_ source: String) throws(KustomizeError) -> (key: String, path: String) {
        let parts = source.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: return (PathText.lastElement(of: source), source)
        case 2:
            if parts[0].isEmpty { throw .fileWithoutKey(path: parts[1], source: source) }
            if parts[1].isEmpty { throw .keyWithoutFile(key: parts[0], source: source) }
            return (parts[0], parts[1])
        default: throw .fileWithManyKeys(source)
        }
    }

    private static func variables(_ bytes: [UInt8]) throws(KustomizeError) -> [Pair] {
        var pairs: [Pair] = []
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        for (number, line) in lines.enumerated() {
            var line = line[...]
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            guard let valid = String(validating: line, as: UTF8.self) else { throw .badVariableLine(Array(line)) }
            var text = Substring(valid)
            if number == 0, text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
            text = text.drop { $0.isWhitespace }
            if text.isEmpty || text.hasPrefix("#") { continue }
            let equals = text.firstIndex(of: "=") ?? text.endIndex
            let key = String(text[..<equals])
            guard !key.isEmpty else { continue }
            pairs.append((key, equals == text.endIndex ? [] : Array(text[text.index(after: equals)...].utf8)))
        }
        return pairs
    }
}
