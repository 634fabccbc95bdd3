import StdlibExtensions

/// A JSON value as Go's `%v` shows it once it is decoded without a type: kubectl's text for what has no better one.
package enum GoValueText {
    /// Parts of a value that are still to be written; values can be nested too deep for the stack.
    private enum Step {
        case value(JSONValue)
        case text(String)
    }

    /// `map[a:1 b:[x y]]`, `[1 2]`, `<nil>`, `1.5`, `true`; strings are as they are.
    package static func text(_ value: JSONValue) -> String {
        var text = ""
        var steps = [Step.value(value)]
        while let step = steps.popLast() {
            switch step {
            case .text(let part): text += part
            case .value(.null): text += "<nil>"
            case .value(.bool(let value)): text += value ? "true" : "false"
            case .value(.number(let number)): text += self.text(number)
            case .value(.string(let string)): text += string
            case .value(.array(let elements)):
                text += "["
                steps.append(.text("]"))
                for (index, element) in elements.enumerated().reversed() {
                    steps.append(.value(element))
                    if index > 0 { steps.append(.text(" ")) }
                }
            case .value(.object(let object)):
                text += "map["
                steps.append(.text("]"))
                for (index, member) in Array(object.sortedByKey()).enumerated().reversed() {
                    steps.append(.value(member.value))
                    steps.append(.text("\(index > 0 ? " " : "")\(member.key):"))
                }
            }
        }
        return text
    }

    /// The value as Go's `%#v` shows it: `map[string]interface {}{"a":1, "b":[]interface {}{"x", interface {}(nil)}}`.
    package static func syntax(_ value: JSONValue) -> String {
        var text = ""
        var steps = [Step.value(value)]
        while let step = steps.popLast() {
            switch step {
            case .text(let part): text += part
            case .value(.null): text += "interface {}(nil)"
            case .value(.string(let string)): text += string.goQuoted
            case .value(.array(let elements)):
                text += "[]interface {}{"
                steps.append(.text("}"))
                for (index, element) in elements.enumerated().reversed() {
                    steps.append(.value(element))
                    if index > 0 { steps.append(.text(", ")) }
                }
            case .value(.object(let object)):
                text += "map[string]interface {}{"
                steps.append(.text("}"))
                for (index, member) in Array(object.sortedByKey()).enumerated().reversed() {
                    steps.append(.value(member.value))
                    steps.append(.text("\(index > 0 ? ", " : "")\(member.key.goQuoted):"))
                }
            case .value(let scalar): text += self.text(scalar)
            }
        }
        return text
    }

    /// A number: integers of 64 bits as they are, every other one as a double with the fewest digits that name it,
    /// with an exponent below 1e-4 and from 1e+06 on.
    package static func text(_ number: JSONNumber) -> String {
        if let integer = number.int64 { return String(integer) }
        return number.double.goGeneralText()
    }
}
