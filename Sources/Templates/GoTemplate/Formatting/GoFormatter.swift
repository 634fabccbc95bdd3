import JSONModel
import StdlibExtensions

/// Writes values as Go's `fmt` does.
struct GoFormatter {
    var output: [UInt8] = []
    var flags = FormatFlags()

    // MARK: - Without a format

    /// `fmt.Sprint`: with spaces between operands when neither is a string.
    mutating func print(_ values: [GoValue?]) {
        var previousIsString = false
        for (index, value) in values.enumerated() {
            let isString = if case .string = value { true } else { false }
            if index > 0, !isString, !previousIsString { write(" ") }
            print(value, verb: "v")
            previousIsString = isString
        }
    }

    /// `fmt.Sprintln`: with spaces between all operands and a line end.
    mutating func printLine(_ values: [GoValue?]) {
        for (index, value) in values.enumerated() {
            if index > 0 { write(" ") }
            print(value, verb: "v")
        }
        write("\n")
    }

    // MARK: - Values

    /// Writes a value with a verb and the flags.
    mutating func print(_ value: GoValue?, verb: Unicode.Scalar) {
        guard let value else {
            if verb == "v" || verb == "T" { pad("<nil>") } else { write("%!\(verb)(<nil>)") }
            return
        }
        switch (value, verb) {
        case (_, "T"): pad(truncated(GoString(value.typeName)))
        case (.map, "p"), (.list, "p"): writeAddress()
        case (.map, "w"), (.list, "w"), (_, "p"): refuse(verb, value)
        case (.map, _), (.list, _): printNested(value, verb: verb)
        default: printLeaf(value, verb: verb)
        }
    }

    /// Writes a value that has no others in it.
    private mutating func printLeaf(_ value: GoValue, verb: Unicode.Scalar) {
        switch value {
        case .bool(let bool):
            guard verb == "t" || verb == "v" else { return refuse(verb, value) }
            pad(bool ? "true" : "false")
        case .int(let number): printInteger(value, UInt64(number.magnitude), isNegative: number < 0, verb: verb)
        case .int64(let number): printInteger(value, number.magnitude, isNegative: number < 0, verb: verb)
        case .uint8(let number):
            if verb == "v" && flags.sharpV {
                flags.sharp = true
                printInteger(value, UInt64(number), isNegative: false, verb: "x")
                flags.sharp = false
            } else {
                printInteger(value, UInt64(number), isNegative: false, verb: verb)
            }
        case .float64(let number): printFloat(value, number, verb: verb)
        case .complex128(let real, let imaginary): printComplex(value, real, imaginary, verb: verb)
        case .string(let text): printString(value, text, verb: verb)
        case .map, .list: break
        }
    }

    /// `%!d(string=x)`: the verb is none for the value.
    mutating func refuse(_ verb: Unicode.Scalar, _ value: GoValue) {
        write("%!\(verb)(\(value.typeName)=")
        print(value, verb: "v")
        write(")")
    }

    /// Parts of a nested value that are still to be written; values can be nested too deep for the stack.
    private enum Step {
        case value(JSONValue)
        case key(String)
        case text(String)
    }

    private mutating func printNested(_ value: GoValue, verb: Unicode.Scalar) {
        let separator = flags.sharpV ? ", " : " "
        var steps: [Step] = []
        open(value, separator: separator, steps: &steps)
        while let step = steps.popLast() {
            switch step {
            case .text(let text): write(text)
            case .key(let key): printString(.string(GoString(key)), GoString(key), verb: verb)
            case .value(let element):
                guard let value = GoValue(element) else {
                    write(flags.sharpV ? "interface {}(nil)" : "<nil>")
                    continue
                }
                switch value {
                case .map, .list: open(value, separator: separator, steps: &steps)
                default: printLeaf(value, verb: verb)
                }
            }
        }
    }

    /// Writes the beginning of a map or list and puts the rest on the steps, the last first.
    private mutating func open(_ value: GoValue, separator: String, steps: inout [Step]) {
        switch value {
        case .map(let object):
            write(flags.sharpV ? "\(value.typeName){" : "map[")
            steps.append(.text(flags.sharpV ? "}" : "]"))
            for (index, member) in Array(object.sortedByKey()).enumerated().reversed() {
                steps += [.value(member.value), .text(":"), .key(member.key)]
                if index > 0 { steps.append(.text(separator)) }
            }
        case .list(let list):
            write(flags.sharpV ? "\(value.typeName){" : "[")
            steps.append(.text(flags.sharpV ? "}" : "]"))
            for index in (0..<list.count).reversed() {
                steps.append(.value(list[index]))
                if index > 0 { steps.append(.text(separator)) }
            }
        default: break
        }
    }

    /// Where a value is in memory; it is somewhere else in each run of kubectl.
    private mutating func writeAddress() {
        write(flags.sharp ? "c000000000" : "0xc000000000")
    }

    // MARK: - Output

    mutating func write(_ text: String) {
        output += text.utf8
    }

    mutating func pad(_ text: String) {
        pad(GoString(text))
    }

    /// Writes a text at least as wide as the width.
    mutating func pad(_ text: GoString, withZeros: Bool? = nil) {
        let padding = max(0, (flags.width ?? 0) - text.runeCount)
        if flags.minus {
            output += text.bytes
            writePadding(padding, withZeros: withZeros)
        } else {
            writePadding(padding, withZeros: withZeros)
            output += text.bytes
        }
    }

    /// Zeros stand on the left only.
    mutating func writePadding(_ count: Int, withZeros: Bool? = nil) {
        let isZero = (withZeros ?? flags.zero) && !flags.minus
        output += repeatElement(UInt8(ascii: isZero ? "0" : " "), count: count)
    }

    /// At most as many characters as the precision.
    func truncated(_ text: GoString) -> GoString {
        flags.precision.map { text.prefix(runes: $0) } ?? text
    }
}
