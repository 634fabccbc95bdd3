import StdlibExtensions

extension TemplateExecution {
    /// What a function comes to.
    ///
    /// - Parameters:
    ///   - final: What the command before it in the pipeline came to: one more argument.
    ///   - site: Where errors of the function itself are told.
    mutating func call(
        _ name: String, _ operands: [TemplateOperand], final: TemplateValue?, at site: Place
    ) throws(TemplateError) -> TemplateValue {
        guard let function = TemplateFunction(rawValue: name) else {
            throw failure("\(GoString(name).quoted()) is not a defined function")
        }
        let count = operands.count + (final == nil ? 0 : 1)
        if function.isVariadic, count < function.arity {
            throw failure(
                "wrong number of args for \(name): want at least \(function.arity) got \(operands.count)")
        }
        if !function.isVariadic, count != function.arity {
            throw failure("wrong number of args for \(name): want \(function.arity) got \(count)")
        }
        if function == .and || function == .or {
            return try decide(stoppingAt: function == .or, operands, final: final)
        }
        var arguments: [TemplateValue] = []
        for operand in operands {
            let isString = function.takesString && arguments.isEmpty
            arguments.append(isString ? try evaluateString(operand) : try evaluate(operand))
        }
        if let final {
            arguments.append(function.takesString && arguments.isEmpty ? try string(final) : final)
        }
        do throws(FunctionFault) {
            if function == .call { throw Self.callFault(arguments[0], named: operands.first?.text) }
            return try function.result(arguments)
        } catch {
            place = site
            throw failure("error calling \(name): \(error.message)")
        }
    }

    /// `and`, `or`: the first argument that decides, else the last; those behind it are not looked at.
    private mutating func decide(
        stoppingAt truth: Bool, _ operands: [TemplateOperand], final: TemplateValue?
    ) throws(TemplateError) -> TemplateValue {
        var value = TemplateValue.invalid
        for operand in operands {
            value = try evaluate(operand)
            if value.isTrue == truth { return value }
        }
        return final ?? value
    }

    /// There are no functions among the values of objects.
    private static func callFault(_ value: TemplateValue, named name: String?) -> FunctionFault {
        guard let value = value.value else { return FunctionFault("call of nil") }
        var shown = name ?? "<\(value.kindName) Value>"
        if name == nil, case .string(let text) = value { shown = text.text }
        return FunctionFault("non-function \(shown) of type \(value.typeName)")
    }
}

extension GoValue {
    /// The text that Go's `reflect.Value.String` has for the type.
    fileprivate var kindName: String { typeName }
}

/// Why a function gives no result.
struct FunctionFault: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
