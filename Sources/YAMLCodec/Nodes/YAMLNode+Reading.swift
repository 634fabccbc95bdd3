extension YAMLNode {
    /// Reads the first document of a text as go-yaml v3 does, aliases and merges resolved; nil where there is none.
    package static func read(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
        var text = SubstitutedText(bytes)
        while true {
            let outcome = attempt(text)
            guard let character = outcome.disputedCharacter, text.replace(atCharacter: character) else {
                return try outcome.result.get()
            }
        }
    }

    private static func attempt(
        _ text: SubstitutedText
    ) -> (result: Result<YAMLNode?, YAMLError>, disputedCharacter: Int?) {
        text.bytes.withUnsafeBufferPointer { input in
            var parser = EventParser(text, input, countsFromContext: true)
            do throws(YAMLError) {
                var builder = NodeBuilder()
                while true {
                    let event = try parser.next()
                    switch event {
                    case .streamEnd, .documentEnd: return (.success(try builder.finish()), nil)
                    default: try builder.add(event)
                    }
                }
            } catch {
                return (.failure(error), parser.disputedCharacter)
            }
        }
    }
}

/// Builds the tree of one document from libyaml's events.
private struct NodeBuilder {
    /// As many nodes as aliases may make of a document.
    private static let copyLimit = 4_000_000
    private static let depthLimit = 10_000

    private var open: [YAMLNode] = []
    private var openAnchors: [String?] = []
    private var anchors: [String: YAMLNode] = [:]
    private var root: YAMLNode?
    private var hasMerges = false
    private var copied = 0

    mutating func add(_ event: EventParser.Event) throws(YAMLError) {
        switch event {
        case .scalar(let text, _, let properties): add(scalar(text, properties), anchor: properties.anchor)
        case .alias(let name): try addAlias(name)
        case .sequenceStart(let properties): try open(.sequence, .sequence, properties)
        case .mappingStart(let properties): try open(.mapping, .mapping, properties)
        case .sequenceEnd, .mappingEnd:
            guard let node = open.popLast() else { return }
            if let anchor = openAnchors.popLast() ?? nil { anchors[anchor] = node }
            add(node, anchor: nil)
        case .streamStart, .streamEnd, .documentStart, .documentEnd: break
        }
    }

    func finish() throws(YAMLError) -> YAMLNode? {
        if let root, hasMerges { try root.resolveMerges() }
        return root
    }

    private mutating func scalar(_ text: String, _ properties: EventParser.Properties) -> YAMLNode {
        var style = properties.style
        let tag: YAMLNode.Tag
        if let given = properties.tag, given != "!" {
            tag = YAMLNode.Tag(long: given)
            style.insert(.tagged)
        } else if !style.isEmpty {
            tag = .string
        } else {
            tag = YAMLNode.tag(ofPlain: text)
            if tag == .merge { hasMerges = true }
        }
        return YAMLNode(.scalar, tag: tag, style: style, value: text, line: properties.line + 1)
    }

    private mutating func open(
        _ kind: YAMLNode.Kind, _ tag: YAMLNode.Tag, _ properties: EventParser.Properties
    ) throws(YAMLError) {
        guard open.count < Self.depthLimit else {
            throw .syntax(problem: "exceeded max depth of \(Self.depthLimit)", line: properties.line + 1)
        }
        let node = YAMLNode(kind, tag: tag, style: properties.style, line: properties.line + 1)
        if let given = properties.tag, given != "!" {
            node.tag = YAMLNode.Tag(long: given)
            node.style.insert(.tagged)
        }
        open.append(node)
        openAnchors.append(properties.anchor)
    }

    private mutating func add(_ node: YAMLNode, anchor: String?) {
        if let anchor { anchors[anchor] = node }
        if let parent = open.last { parent.content.append(node) } else { root = node }
    }

    private mutating func addAlias(_ name: String) throws(YAMLError) {
        guard let node = anchors[name] else {
            throw openAnchors.contains(name) ? .anchorContainsItself(name) : .unknownAnchor(name)
        }
        copied += node.nodeCount
        guard copied < Self.copyLimit else { throw .excessiveAliasing }
        add(node.copy(), anchor: nil)
    }
}

extension YAMLNode {
    fileprivate var nodeCount: Int { content.reduce(1) { $0 + $1.nodeCount } }

    /// Puts the members of the maps that `<<` names behind the map's own (kyaml's `DeAnchor`).
    fileprivate func resolveMerges() throws(YAMLError) {
        if kind == .mapping {
            var merged: YAMLNode?
            var index = 0
            while index < content.count {
                guard content[index].tag == .merge else {
                    index += 2
                    continue
                }
                guard merged == nil else { throw .badMerge("duplicate merge key") }
                merged = content[index + 1]
                content.removeSubrange(index...index + 1)
            }
            if let merged { try merge(try merged.mergedMaps()) }
        }
        for node in content { try node.resolveMerges() }
    }

    private func mergedMaps() throws(YAMLError) -> [YAMLNode] {
        switch kind {
        case .mapping: return [self]
        case .sequence:
            var maps: [YAMLNode] = []
            for element in content {
                guard element.kind != .sequence else {
                    throw .badMerge("invalid map merge: received a nested sequence")
                }
                maps = try element.mergedMaps() + maps
            }
            return maps
        case .scalar: throw .badMerge("map merge requires map or sequence of maps as the value")
        }
    }

    private func merge(_ maps: [YAMLNode]) throws(YAMLError) {
        let own = Set(stride(from: 0, to: content.count, by: 2).map { content[$0].value })
        for map in maps {
            // A map that is merged may itself merge others.
            try map.resolveMerges()
            for index in stride(from: 0, to: map.content.count, by: 2) where !own.contains(map.content[index].value) {
                let key = map.content[index]
                let place = stride(from: 0, to: content.count, by: 2).first { content[$0].value == key.value }
                if let place {
                    content[place] = key.copy()
                    content[place + 1] = map.content[index + 1].copy()
                } else {
                    content += [key.copy(), map.content[index + 1].copy()]
                }
            }
        }
    }
}

extension YAMLNode.Tag {
    /// A tag as it is written in full: `tag:yaml.org,2002:str`, `!secret`.
    init(long text: String) {
        switch text {
        case "tag:yaml.org,2002:null": self = .null
        case "tag:yaml.org,2002:bool": self = .bool
        case "tag:yaml.org,2002:int": self = .int
        case "tag:yaml.org,2002:float": self = .float
        case "tag:yaml.org,2002:timestamp": self = .timestamp
        case "tag:yaml.org,2002:binary": self = .binary
        case "tag:yaml.org,2002:str": self = .string
        case "tag:yaml.org,2002:seq": self = .sequence
        case "tag:yaml.org,2002:map": self = .mapping
        case "tag:yaml.org,2002:merge": self = .merge
        default: self = .other(text.hasPrefix("tag:yaml.org,2002:") ? "!!" + text.dropFirst(18) : text)
        }
    }

    /// The tag as it is written: `!!str`; empty for none.
    var text: String {
        switch self {
        case .none: ""
        case .null: "!!null"
        case .bool: "!!bool"
        case .int: "!!int"
        case .float: "!!float"
        case .timestamp: "!!timestamp"
        case .binary: "!!binary"
        case .string: "!!str"
        case .sequence: "!!seq"
        case .mapping: "!!map"
        case .merge: "!!merge"
        case .other(let text): text
        }
    }
}
