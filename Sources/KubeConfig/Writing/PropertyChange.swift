import StdlibExtensions

/// What is to become of a property.
struct PropertyChange {
    /// The new value; nil takes the old one away.
    let value: String?
    /// Whether a value for bytes is these bytes themselves and not base64.
    let isRaw: Bool

    func apply(to text: inout String) {
        text = value ?? ""
    }

    func apply(to origin: inout String?) {
        origin = value
    }

    func apply(to truth: inout Bool) throws(PropertyFault) {
        guard let value else {
            truth = false
            return
        }
        guard let parsed = Bool(goText: value) else { throw .noTruthValue(value) }
        truth = parsed
    }

    func apply(to bytes: inout [UInt8]) throws(PropertyFault) {
        guard let value else {
            bytes = []
            return
        }
        if isRaw {
            bytes = Array(value.utf8)
            return
        }
        switch Base64.decode(value) {
        case .success(let decoded): bytes = decoded
        case .failure(let fault): throw .noBase64(offset: fault.offset)
        }
    }

    func apply(to texts: inout [String]) throws(PropertyFault) {
        guard value == nil else { throw .listOfTexts }
        texts = []
    }

    /// Takes a whole collection away; it cannot be set.
    func apply<Value>(to entries: inout [String: Value]) throws(PropertyFault) {
        guard value == nil else { throw .severalValues(goText: Self.goText(entries) { _ in "0x0" }) }
        entries = [:]
    }

    /// Takes all texts away; they cannot be set.
    func apply(to texts: inout [String: [String]]) throws(PropertyFault) {
        guard value == nil else {
            throw .severalValues(goText: Self.goText(texts) { "[\($0.joined(separator: " "))]" })
        }
        texts = [:]
    }

    private static func goText<Value>(_ map: [String: Value], _ text: (Value) -> String) -> String {
        let sorted = map.sorted { $0.key.precedesByBytes($1.key) }
        return "map[\(sorted.map { "\($0.key):\(text($0.value))" }.joined(separator: " "))]"
    }

    /// Takes a credential plugin away; it cannot be set.
    func apply<Value>(to plugin: inout Value?, path: String) throws(PropertyFault) {
        guard value == nil else { throw .unreachable(path: path) }
        plugin = nil
    }
}
