import JSONModel
import StdlibExtensions

extension TemplateFunction {
    /// The most bytes a text may have that a function makes; Go runs out of memory somewhere.
    static let maximumSize = 1 << 28

    /// What the function makes of its arguments, of which there are as many as it takes.
    func result(_ arguments: [TemplateValue]) throws(FunctionFault) -> TemplateValue {
        let values = arguments.map(\.value)
        switch self {
        case .and, .or, .call: return .invalid
        case .not: return .concrete(.bool(!arguments[0].isTrue))
        case .eq: return .concrete(.bool(try TemplateComparison.isEqual(values[0], toAnyOf: values.dropFirst())))
        case .ne: return .concrete(.bool(!(try TemplateComparison.isEqual(values[0], toAnyOf: values.dropFirst()))))
        case .lt: return .concrete(.bool(try TemplateComparison.isLess(values[0], than: values[1])))
        case .le: return .concrete(.bool(try TemplateComparison.isLessOrEqual(values[0], to: values[1])))
        case .gt: return .concrete(.bool(!(try TemplateComparison.isLessOrEqual(values[0], to: values[1]))))
        case .ge: return .concrete(.bool(!(try TemplateComparison.isLess(values[0], than: values[1]))))
        case .len: return .concrete(.int(try TemplateIndexing.length(of: arguments[0])))
        case .index: return try TemplateIndexing.element(of: arguments[0], at: values.dropFirst())
        case .slice: return .concrete(try TemplateIndexing.slice(of: arguments[0], by: Array(arguments.dropFirst())))
        case .exists: return .concrete(.bool(TemplateIndexing.exists(arguments[0], at: values.dropFirst())))
        case .print, .println, .printf: return try Self.bounded(formatted(values))
        case .html: return try Self.bounded(TemplateEscaping.html(Self.text(of: values)))
        case .js: return try Self.bounded(TemplateEscaping.javaScript(Self.text(of: values)))
        case .urlquery: return try Self.bounded(TemplateEscaping.query(Self.text(of: values)))
        case .base64decode: return .concrete(.string(try Self.decodedBase64(values[0])))
        }
    }

    /// A text that the function has made, unless repeating that would fill the memory.
    private static func bounded(_ text: GoString) throws(FunctionFault) -> TemplateValue {
        guard text.bytes.count <= maximumSize else { throw FunctionFault("text too long") }
        return .concrete(.string(text))
    }

    private func formatted(_ values: [GoValue?]) -> GoString {
        var formatter = GoFormatter()
        switch self {
        case .println: formatter.printLine(values)
        case .printf:
            guard case .string(let format) = values[0] else { return GoString("") }
            formatter.print(format: format, Array(values.dropFirst()))
        default: formatter.print(values)
        }
        return GoString(formatter.output)
    }

    /// The text that the escaping functions work on: nothing at all is `<no value>` to them.
    private static func text(of values: [GoValue?]) -> GoString {
        if values.count == 1, case .string(let text) = values[0] { return text }
        var formatter = GoFormatter()
        formatter.print(values.map { $0 ?? .string(GoString("<no value>")) })
        return GoString(formatter.output)
    }

    private static func decodedBase64(_ value: GoValue?) throws(FunctionFault) -> GoString {
        guard case .string(let text) = value else { return GoString("") }
        switch Base64.decode(text.text) {
        case .success(let bytes): return GoString(bytes)
        case .failure(let fault):
            throw FunctionFault("base64 decode failed: illegal base64 data at input byte \(fault.offset)")
        }
    }
}
