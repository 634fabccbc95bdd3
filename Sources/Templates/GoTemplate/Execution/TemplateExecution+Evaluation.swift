import JSONModel
import StdlibExtensions

extension TemplateExecution {
    /// What a pipeline comes to; its variables are declared or assigned.
    mutating func evaluate(_ pipeline: TemplatePipeline) throws(TemplateError) -> TemplateValue {
        place = .pipeline(pipeline)
        var value: TemplateValue?
        for command in pipeline.commands { value = try evaluate(command, final: value).unboxed }
        let result = value ?? .invalid
        for name in pipeline.variables {
            if pipeline.isAssignment { try assign(result, to: name) } else { declare(name, as: result) }
        }
        return result
    }

    /// - Parameter final: What the command before it in the pipeline came to.
    private mutating func evaluate(
        _ command: TemplateCommand, final: TemplateValue?
    ) throws(TemplateError) -> TemplateValue {
        let hasArguments = !command.arguments.isEmpty || final != nil
        switch command.first.kind {
        case .field, .chain: return try look(into: command.first, hasArguments: hasArguments)
        case .variable(_, let names) where !names.isEmpty:
            return try look(into: command.first, hasArguments: hasArguments)
        case .function(let name):
            place = .operand(command.first)
            return try call(name, command.arguments, final: final, at: .command(command))
        case .pipeline(let pipeline):
            if hasArguments { throw notAFunction(command.first) }
            return try evaluate(pipeline)
        case .variable, .bool, .dot, .nil, .number, .string: break
        }
        place = .operand(command.first)
        if case .variable(let name, _) = command.first.kind {
            let value = try value(ofVariable: name)
            if hasArguments { throw notAFunction(command.first) }
            return value
        }
        if hasArguments { throw notAFunction(command.first) }
        if case .nil = command.first.kind { throw failure("nil is not a command") }
        return try constant(command.first)
    }

    private func notAFunction(_ operand: TemplateOperand) -> TemplateError {
        failure("can't give argument to non-function \(operand.text)")
    }

    /// A constant or the dot.
    private mutating func constant(_ operand: TemplateOperand) throws(TemplateError) -> TemplateValue {
        switch operand.kind {
        case .dot: return dot
        case .bool(let value): return .concrete(.bool(value))
        case .string(let text, _): return .concrete(.string(text))
        case .number(.int(let value), _): return .concrete(.int(value))
        case .number(.float(let value), _): return .concrete(.float64(value))
        case .number(.complex(let real, let imaginary), _):
            return .concrete(.complex128(real: real, imaginary: imaginary))
        case .number(.tooLarge, let text):
            place = .operand(operand)
            throw failure("\(text) overflows int")
        default: return .invalid
        }
    }

    // MARK: - Fields

    /// Goes along the names of a field, a variable with fields, or a chain.
    private mutating func look(
        into operand: TemplateOperand, hasArguments: Bool
    ) throws(TemplateError) -> TemplateValue {
        place = .operand(operand)
        switch operand.kind {
        case .field(let names): return try look(for: names, in: dot, hasArguments: hasArguments)
        case .variable(let name, let names):
            return try look(for: names, in: value(ofVariable: name), hasArguments: hasArguments)
        case .chain(let inner, let names):
            // Not in one expression: errors are told at the place that the evaluation leaves.
            let value = try evaluate(inner)
            return try look(for: names, in: value, hasArguments: hasArguments)
        default: return .invalid
        }
    }

    private func look(
        for names: [String], in value: TemplateValue, hasArguments: Bool
    ) throws(TemplateError) -> TemplateValue {
        var value = value
        for (index, name) in names.enumerated() {
            value = try look(for: name, in: value, hasArguments: hasArguments && index == names.count - 1)
        }
        return value
    }

    private func look(
        for name: String, in value: TemplateValue, hasArguments: Bool
    ) throws(TemplateError) -> TemplateValue {
        guard let type = value.typeName else {
            if template.allowsMissingKeys { return .invalid }
            throw failure("nil data; no entry for key \(GoString(name).quoted())")
        }
        if value.isBoxedNil { throw failure("nil pointer evaluating \(type).\(name)") }
        guard case .map(let object) = value.value else {
            throw failure("can't evaluate field \(name) in type \(type)")
        }
        if hasArguments { throw failure("\(name) is not a method but has arguments") }
        if let element = object[name] { return TemplateValue(element: element) }
        if template.allowsMissingKeys { return .invalid }
        throw failure("map has no entry for key \(GoString(name).quoted())")
    }

    // MARK: - Arguments

    /// What an operand comes to as an argument of a function.
    mutating func evaluate(_ operand: TemplateOperand) throws(TemplateError) -> TemplateValue {
        place = .operand(operand)
        switch operand.kind {
        case .field, .chain: return try look(into: operand, hasArguments: false)
        case .variable(let name, let names):
            return names.isEmpty ? try value(ofVariable: name) : try look(into: operand, hasArguments: false)
        case .pipeline(let pipeline): return try evaluate(pipeline)
        case .function(let name): return try call(name, [], final: nil, at: .operand(operand))
        case .nil, .dot, .bool, .number, .string: return try constant(operand)
        }
    }

    /// What an operand comes to as an argument that has to be a string.
    mutating func evaluateString(_ operand: TemplateOperand) throws(TemplateError) -> TemplateValue {
        place = .operand(operand)
        switch operand.kind {
        case .nil: throw failure("cannot assign nil to string")
        case .bool, .number: throw failure("expected string; found \(operand.text)")
        case .string(let text, _): return .concrete(.string(text))
        case .field, .variable, .chain, .pipeline, .function, .dot:
            let value = try evaluate(operand)
            return try string(value)
        }
    }

    /// The value, if it is a string.
    func string(_ value: TemplateValue) throws(TemplateError) -> TemplateValue {
        guard let type = value.typeName else { throw failure("invalid value; expected string") }
        if case .string = value.value { return value }
        throw failure("wrong type for value; expected string; got \(value.value?.typeName ?? type)")
    }
}
