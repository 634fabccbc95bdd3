package import JSONModel
import StdlibExtensions

/// A JSON value as Go's `%v` shows it once it is decoded without a type: kubectl's text for what has no better one.
package enum GoValueText {
    /// `map[a:1 b:[x y]]`, `[1 2]`, `<nil>`, `1.5`, `true`; strings are as they are.
    package static func text(_ value: JSONValue) -> String {
        var text = ""
        append(value, to: &text)
        return text
    }

    private static func append(_ value: JSONValue, to text: inout String) {
        switch value {
        case .null: text += "<nil>"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += self.text(number)
        case .string(let string): text += string
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += " " }
                append(element, to: &text)
            }
            text += "]"
        case .object(let object):
            text += "map["
            for (index, member) in object.sortedByKey().enumerated() {
                if index > 0 { text += " " }
                text += member.key
                text += ":"
                append(member.value, to: &text)
            }
            text += "]"
        }
    }

    /// A number: integers of 64 bits as they are, every other one as a double with the fewest digits that name it,
    /// with an exponent below 1e-4 and from 1e+21 on.
    package static func text(_ number: JSONNumber) -> String {
        if let integer = number.int64 { return String(integer) }
        return number.double.goGeneralText(exponentFrom: 21)
    }
}
