import JSONModel

/// Builds the value of one document from libyaml's events, with go-yaml's rules for aliases, merges and keys.
///
/// go-yaml parses a document whole before it decodes it; so a problem of decoding is kept until the text has proved
/// to be YAML.
struct DocumentBuilder {
    /// A node that is complete.
    struct Node {
        var value: JSONValue
        /// How many steps go-yaml takes to decode the node, those inside it included.
        var steps: Int
        var line: Int
        var isAlias = false
        /// The scalar before it became JSON; nil for collections and aliases of them.
        var scalar: TaggedScalar?
        /// A `<<` that asks for a merge.
        var isMergeKey = false
    }

    /// A collection that is still open.
    private struct Frame {
        let isMapping: Bool
        let properties: EventParser.Properties
        var steps = 1
        var elements: [Node] = []
        var members: [JSONObject.Member] = []
        var key: Node?
    }

    private enum Anchor {
        case open
        case complete(Node)
    }

    /// The nesting go-yaml allows.
    private static let depthLimit = 10_000

    private let refusesRepeatedKeys: Bool
    private var frames: [Frame] = []
    private var anchors: [String: Anchor] = [:]
    private var budget = AliasBudget()
    private var repeatedKeys: [YAMLError.RepeatedKey] = []
    private var hasNonFiniteNumbers = false
    /// The first problem of decoding.
    private var problem: YAMLError?
    /// The first problem of turning what is decoded into JSON.
    private var conversionProblem: YAMLError?
    private(set) var root: Node?

    init(refusesRepeatedKeys: Bool) {
        self.refusesRepeatedKeys = refusesRepeatedKeys
    }

    /// Takes the next event of the document.
    mutating func add(_ event: EventParser.Event) throws(YAMLError) {
        switch event {
        case .scalar(let text, let isPlain, let properties): addScalar(text, isPlain: isPlain, properties)
        case .alias(let name): try addAlias(name)
        case .sequenceStart(let properties): try open(isMapping: false, properties)
        case .mappingStart(let properties): try open(isMapping: true, properties)
        case .sequenceEnd, .mappingEnd: close()
        case .streamStart, .streamEnd, .documentStart, .documentEnd: break
        }
    }

    /// The document's value, once all of its events are in; null where there was none.
    func finish() throws(YAMLError) -> JSONValue {
        if let problem { throw problem }
        if !repeatedKeys.isEmpty { throw .repeatedKeys(repeatedKeys) }
        if let conversionProblem { throw conversionProblem }
        let value = root?.value ?? .null
        if hasNonFiniteNumbers, let text = value.nonFiniteNumber { throw .nonFiniteNumber(text) }
        return value
    }

    // MARK: - Nodes

    private mutating func addScalar(_ text: String, isPlain: Bool, _ properties: EventParser.Properties) {
        var node = Node(value: .null, steps: 1, line: properties.line)
        do {
            let scalar = try TaggedScalar(text, tag: properties.tag, isPlain: isPlain)
            if case .float(let number) = scalar, !number.isFinite { hasNonFiniteNumbers = true }
            node.value = scalar.value
            node.scalar = scalar
        } catch {
            if !isInMerge { note(error) }
        }
        node.isMergeKey = text == "<<" && (isPlain || properties.tag == "tag:yaml.org,2002:merge")
        budget.spend(1)
        complete(node, anchor: properties.anchor)
    }

    private mutating func addAlias(_ name: String) throws(YAMLError) {
        switch anchors[name] {
        case nil:
            throw .unknownAnchor(name)
        case .open:
            note(.anchorContainsItself(name))
            complete(Node(value: .null, steps: 1, line: 0, isAlias: true), anchor: nil)
        case .complete(var node):
            budget.spend(1)
            budget.spendOnAlias(node.steps)
            if budget.isExceeded { note(.excessiveAliasing) }
            (node.steps, _) = node.steps.addingReportingOverflow(1)
            node.isAlias = true
            node.isMergeKey = false
            complete(node, anchor: nil)
        }
    }

    private mutating func open(isMapping: Bool, _ properties: EventParser.Properties) throws(YAMLError) {
        guard frames.count < Self.depthLimit else {
            let line = properties.line == 0 ? nil : properties.line + 1
            throw .syntax(problem: "exceeded max depth of \(Self.depthLimit)", line: line)
        }
        if let anchor = properties.anchor { anchors[anchor] = .open }
        budget.spend(1)
        frames.append(Frame(isMapping: isMapping, properties: properties))
    }

    private mutating func close() {
        guard let frame = frames.popLast() else { return }
        let value: JSONValue =
            frame.isMapping ? .object(JSONObject(frame.members)) : .array(frame.elements.map(\.value))
        var node = Node(value: value, steps: frame.steps, line: frame.properties.line)
        if !frame.isMapping, frames.last?.key?.isMergeKey == true {
            mergeElements(frame.elements, into: &node)
        }
        complete(node, anchor: frame.properties.anchor)
    }

    /// Gives a node to the collection it stands in, or makes it the root.
    private mutating func complete(_ node: Node, anchor: String?) {
        if let anchor { anchors[anchor] = .complete(node) }
        guard !frames.isEmpty else {
            root = node
            return
        }
        let index = frames.count - 1
        (frames[index].steps, _) = frames[index].steps.addingReportingOverflow(node.steps)
        if !frames[index].isMapping {
            frames[index].elements.append(node)
        } else if let key = frames[index].key.take() {
            addMember(key, node, to: index)
        } else {
            if case .array = node.value { note(.collectionAsKey(node.value)) }
            if case .object = node.value { note(.collectionAsKey(node.value)) }
            frames[index].key = node
        }
    }

    /// Whether the node that comes now is the value of a `<<`, or an element of it.
    private var isInMerge: Bool {
        guard let last = frames.last else { return false }
        if last.isMapping { return last.key?.isMergeKey == true }
        return frames.dropLast().last?.key?.isMergeKey == true
    }

    private mutating func note(_ problem: YAMLError) {
        if self.problem == nil { self.problem = problem }
    }
}

// MARK: - Members

extension DocumentBuilder {
    private mutating func addMember(_ key: Node, _ value: Node, to index: Int) {
        guard problem == nil else { return }
        if key.isMergeKey {
            merge(value, into: index)
        } else if let text = key.scalar?.key {
            if refusesRepeatedKeys, frames[index].members.contains(where: { $0.key == text }) {
                repeatedKeys.append(YAMLError.RepeatedKey(key: text, line: value.line + 1))
            } else {
                frames[index].members.append((key: text, value: value.value))
            }
        } else if conversionProblem == nil {
            conversionProblem = .unsupportedKey(key.scalar?.unsigned, value: value.value)
        }
    }

    /// Adds the members of the map, or maps, that are the value of a `<<`.
    private mutating func merge(_ value: Node, into index: Int) {
        guard case .object(let object) = value.value else { return note(.mergeOfNoMap) }
        for member in object { frames[index].members.append(member) }
    }

    /// Turns the sequence of maps that is the value of a `<<` into one map, in which the earlier ones win.
    private mutating func mergeElements(_ elements: [Node], into node: inout Node) {
        var members: [JSONObject.Member] = []
        for element in elements.reversed() {
            guard case .object(let object) = element.value else { return note(.mergeOfNoMap) }
            members += Array(object)
        }
        node.value = .object(JSONObject(members))
    }
}

extension JSONValue {
    /// The first number without a word in JSON, where keys are visited in the order of their bytes as Go does.
    fileprivate var nonFiniteNumber: String? {
        switch self {
        case .number(let number): number.double.isFinite && !number.text.hasSuffix("Inf") ? nil : number.text
        case .array(let elements): elements.lazy.compactMap(\.nonFiniteNumber).first
        case .object(let object): object.sortedByKey().values.lazy.compactMap(\.nonFiniteNumber).first
        case .null, .bool, .string: nil
        }
    }
}
