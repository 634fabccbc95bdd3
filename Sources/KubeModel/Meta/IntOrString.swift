/// A number or a text, such as a port by its number or by its name (apimachinery `intstr.IntOrString`).
package enum IntOrString: Sendable, Hashable {
    case int(Int32)
    case string(String)
}

extension IntOrString {
    /// A number where the text is one of 32 bits, else the text (apimachinery's `intstr.Parse`).
    package init(parsing text: String) {
        self = Int32(text).map(IntOrString.int) ?? .string(text)
    }
}

extension IntOrString: CustomStringConvertible {
    package var description: String {
        switch self {
        case .int(let value): String(value)
        case .string(let text): text
        }
    }
}

extension IntOrString: Codable {
    /// Null is zero.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            self = .int(try container.decode(Int32.self))
        } catch {
            self = .string(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .int(let value): try container.encode(value)
        case .string(let text): try container.encode(text)
        }
    }
}
