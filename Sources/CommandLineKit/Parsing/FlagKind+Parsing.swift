import StdlibExtensions

extension FlagKind {
    /// The value after one more occurrence of the flag with `text`; `earlier` is that of the occurrences before.
    func value(of text: String, after earlier: FlagValue?) throws(InvalidFlagValue) -> FlagValue {
        switch self {
        case .bool:
            return .bool(try Self.bool(text))
        case .string:
            return .string(text)
        case .integer(let bits):
            return .integer(try GoInteger.parse(text, bits: bits))
        case .verbosity:
            return .integer(try GoInteger.parseDecimal(text, bits: 32))
        case .duration:
            do { return .duration(try Duration(goText: text)) } catch { throw .duration(error) }
        case .plainDuration:
            do { return .duration(try Duration(goText: text)) } catch { throw .unparsable }
        case .list:
            return .list(Self.list(earlier) + (try Self.fields(text)))
        case .array:
            return .list(Self.list(earlier) + [text])
        case .pairs:
            let pairs = try Self.pairs(text)
            guard case .pairs(let before) = earlier else { return .pairs(pairs) }
            return .pairs(before.merging(pairs) { $1 })
        case .plainPairs:
            let pairs = try Self.plainPairs(text)
            guard case .pairs(let before) = earlier else { return .pairs(pairs) }
            return .pairs(before.merging(pairs) { $1 })
        case .modulePatterns:
            try Self.checkModulePatterns(text)
            return .string(text)
        }
    }

    private static func bool(_ text: String) throws(InvalidFlagValue) -> Bool {
        switch text {
        case "1", "t", "T", "true", "TRUE", "True": true
        case "0", "f", "F", "false", "FALSE", "False": false
        default: throw .noBool
        }
    }

    private static func list(_ value: FlagValue?) -> [String] {
        guard case .list(let texts) = value else { return [] }
        return texts
    }

    private static func fields(_ text: String) throws(InvalidFlagValue) -> [String] {
        do { return try CSVRecord.fields(of: text) } catch { throw .list(error) }
    }

    /// A text with a single `=` is one pair, commas included; with more it is CSV.
    private static func pairs(_ text: String) throws(InvalidFlagValue) -> [String: String] {
        let fields: [String]
        switch text.utf8.count(where: { $0 == UInt8(ascii: "=") }) {
        case 0: throw .noPair(text)
        case 1:
            let quote = UInt8(ascii: "\"")
            let bytes = text.utf8.drop { $0 == quote }
            let end = bytes.lastIndex { $0 != quote }
            fields = [end.map { String(bytes[...$0]) ?? "" } ?? ""]
        default: fields = try Self.fields(text)
        }
        var pairs: [String: String] = [:]
        for field in fields {
            guard let equals = field.utf8.firstIndex(of: UInt8(ascii: "=")) else { throw .noPair(field) }
            pairs[String(field[..<equals])] = String(field[equals...].dropFirst())
        }
        return pairs
    }

    private static func plainPairs(_ text: String) throws(InvalidFlagValue) -> [String: String] {
        var pairs: [String: String] = [:]
        for pair in text.split(separator: ",") {
            guard let (key, value) = pair.cut(at: "=") else { throw .malformedPair }
            pairs[key.trimmingSpace()] = value.trimmingSpace()
        }
        return pairs
    }

    private static func checkModulePatterns(_ text: String) throws(InvalidFlagValue) {
        for pattern in text.split(separator: ",") {
            let parts = pattern.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { throw .noModulePattern }
            let level: Int64
            do { level = try GoInteger.parseDecimal(String(parts[1]), bits: 32) } catch { throw .noModulePattern }
            guard level >= 0 else { throw .negativeModuleLevel }
        }
    }
}
