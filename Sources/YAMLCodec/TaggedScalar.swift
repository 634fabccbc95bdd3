import JSONModel
import StdlibExtensions

/// A scalar after go-yaml's rules for tags: the value it stands for, and what it is as a key.
enum TaggedScalar {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case float(Double)
    case string(String)

    /// Resolves `text`; `isPlain` tells whether it may be anything but a string where it has no tag.
    init(_ text: String, tag: String?, isPlain: Bool) throws(YAMLError) {
        guard let tag else {
            self = isPlain ? Self(PlainScalar(text.utf8.span), text) : .string(text)
            return
        }
        switch tag {
        case "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float",
            "tag:yaml.org,2002:null", "tag:yaml.org,2002:timestamp":
            let wanted = "!!" + tag.dropFirst("tag:yaml.org,2002:".count)
            let plain = PlainScalar(text.utf8.span, allowsTimestamp: wanted == "!!timestamp")
            if wanted == "!!float", case .int(let value) = plain {
                self = .float(Double(value))
            } else if plain.tag == wanted {
                self = Self(plain, text)
            } else {
                throw .mismatchedTag(found: plain.tag, text: text, wanted: wanted)
            }
        case "tag:yaml.org,2002:binary":
            guard case .success(let bytes) = Base64.decode(text) else { throw .invalidBase64 }
            self = .string(String(decoding: bytes, as: UTF8.self))
        default:
            self = .string(text)
        }
    }

    private init(_ plain: PlainScalar, _ text: String) {
        switch plain {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = .uint(value)
        case .float(let value): self = .float(value)
        case .timestamp, .string: self = .string(text)
        }
    }

    /// The value in JSON; what JSON has no number for becomes a number with the text Go gives it.
    var value: JSONValue {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .number(JSONNumber(value))
        case .uint(let value): .number(JSONNumber(value))
        case .float(let value): .number(JSONNumber(verbatim: value.goJSONText))
        case .string(let text): .string(text)
        }
    }

    /// The number of an integer above the range of 64 signed bits; nil for everything else.
    var unsigned: UInt64? {
        if case .uint(let value) = self { value } else { nil }
    }

    /// The scalar as a key in JSON; nil for what cannot be one.
    var key: String? {
        switch self {
        case .null, .uint: nil
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .float(let value) where value.isFinite: Float(value).goGeneralText
        case .float(let value): value.isNaN ? ".nan" : value < 0 ? "-.inf" : ".inf"
        case .string(let text): text
        }
    }
}

extension PlainScalar {
    /// The tag in the short form in which go-yaml's errors name it.
    fileprivate var tag: String {
        switch self {
        case .null: "!!null"
        case .bool: "!!bool"
        case .int, .uint: "!!int"
        case .float: "!!float"
        case .timestamp: "!!timestamp"
        case .string: "!!str"
        }
    }
}
