import JSONModel
import StdlibExtensions

/// One execution of a template on a value, by the rules and with the words of Go's `text/template`.
///
/// Templates that call each other and blocks inside of blocks stand on stacks of their own.
struct TemplateExecution {
    static let maximumDepth = 100_000

    /// What may be printed at once is collected up to here.
    private static let chunk = 16 * 1024

    /// A block that is open.
    private struct Scope {
        /// The number of variables, and the dot, to go back to.
        let variableCount: Int
        let dot: TemplateValue
        var loop: Loop?
    }

    /// A loop that is running.
    private struct Loop {
        let items: LoopItems
        let plan: TemplateLoop
        /// The number of variables that each round begins with.
        let variableCount: Int
        var index = 0
    }

    /// A template that is carried out.
    private struct Frame {
        let program: TemplateProgram
        var step = 0
        var dot: TemplateValue
        /// Where its variables and scopes begin.
        let firstVariable: Int
        let firstScope: Int
    }

    private struct Variable {
        let name: String
        var value: TemplateValue
    }

    /// What an error is told at.
    enum Place {
        case pipeline(TemplatePipeline)
        case command(TemplateCommand)
        case operand(TemplateOperand)
        case call(TemplateCall)
    }

    let template: GoTemplate
    var place: Place?
    private var frames: [Frame] = []
    private var scopes: [Scope] = []
    private var variables: [Variable] = []
    private(set) var output: [UInt8] = []

    init(_ template: GoTemplate) {
        self.template = template
    }

    // MARK: - Steps

    /// Carries the template out; `flush` is handed what was printed, in pieces, and the rest at the end or before an
    /// error.
    mutating func run(on value: JSONValue, flush: ([UInt8]) -> Void) throws(TemplateError) {
        defer { if !output.isEmpty { flush(output) } }
        guard let program = template.programs[template.name] else { return }
        begin(program, on: TemplateValue(GoValue(value)))
        while let frame = frames.last {
            if frame.step < frame.program.steps.count {
                frames[frames.count - 1].step += 1
                try carryOut(frame.program.steps[frame.step])
            } else {
                frames.removeLast()
                variables.removeLast(variables.count - frame.firstVariable)
                scopes.removeLast(scopes.count - frame.firstScope)
            }
            if output.count >= Self.chunk {
                flush(output)
                output.removeAll(keepingCapacity: true)
            }
        }
    }

    private mutating func begin(_ program: TemplateProgram, on dot: TemplateValue) {
        frames.append(
            Frame(program: program, dot: dot, firstVariable: variables.count, firstScope: scopes.count))
        variables.append(Variable(name: "$", value: dot))
    }

    private var frame: Frame {
        get { frames[frames.count - 1] }
        _modify { yield &frames[frames.count - 1] }
    }

    /// The dot of the template that is carried out.
    var dot: TemplateValue { frame.dot }

    private mutating func carryOut(_ step: TemplateStep) throws(TemplateError) {
        switch step {
        case .text(let text): output += text.bytes
        case .action(let pipeline):
            let value = try evaluate(pipeline)
            if pipeline.variables.isEmpty { print(value) }
        case .branch(let pipeline, let bindsDot, let otherwise):
            scopes.append(Scope(variableCount: variables.count, dot: frame.dot))
            let value = try evaluate(pipeline)
            if !value.isTrue {
                frame.step = otherwise
            } else if bindsDot {
                frame.dot = value
            }
        case .loop(let loop): try begin(loop)
        case .nextRound(let body): try beginRound(at: body)
        case .jump(let step): frame.step = step
        case .endScope: endScope()
        case .leaveLoop:
            while let scope = scopes.last {
                if let loop = scope.loop {
                    frame.step = loop.plan.end
                    return
                }
                endScope()
            }
        case .continueLoop:
            while let scope = scopes.last {
                if let loop = scope.loop {
                    frame.step = loop.plan.next
                    return
                }
                endScope()
            }
        case .call(let call): try begin(call)
        }
    }

    private mutating func endScope() {
        guard let scope = scopes.popLast() else { return }
        variables.removeLast(variables.count - scope.variableCount)
        frame.dot = scope.dot
    }

    private mutating func begin(_ loop: TemplateLoop) throws(TemplateError) {
        scopes.append(Scope(variableCount: variables.count, dot: frame.dot))
        let value = try evaluate(loop.pipeline)
        guard let items = LoopItems(value) else {
            throw failure("range can't iterate over \(text(of: value))")
        }
        if case .numbers = items, loop.pipeline.variables.count > 1 {
            throw failure("can't use \(text(of: value)) to iterate over more than one variable")
        }
        guard items.count > 0 else {
            frame.step = loop.otherwise
            return
        }
        scopes[scopes.count - 1].loop = Loop(items: items, plan: loop, variableCount: variables.count)
        try beginRound(at: frame.step)
    }

    /// Begins the next round of the innermost loop at the step `body`, or ends the loop.
    private mutating func beginRound(at body: Int) throws(TemplateError) {
        guard let loop = scopes.last?.loop else { return }
        variables.removeLast(variables.count - loop.variableCount)
        guard loop.index < loop.items.count else {
            frame.step = loop.plan.end
            return
        }
        scopes[scopes.count - 1].loop?.index += 1
        let (key, element) = loop.items[loop.index]
        let names = loop.plan.pipeline.variables
        let values = names.count > 1 ? [key, element] : [element]
        for (offset, pair) in zip(names, values).enumerated() {
            if loop.plan.pipeline.isAssignment {
                try assign(pair.1, to: pair.0)
            } else {
                variables[loop.variableCount - names.count + offset].value = pair.1
            }
        }
        frame.dot = element
        frame.step = body
    }

    private mutating func begin(_ call: TemplateCall) throws(TemplateError) {
        place = .call(call)
        guard let program = template.programs[call.name] else {
            throw failure("template \(GoString(call.name).quoted()) not defined")
        }
        guard frames.count <= Self.maximumDepth else {
            throw failure("exceeded maximum template depth (\(Self.maximumDepth))")
        }
        let dot = try call.pipeline.map { (pipeline) throws(TemplateError) in try evaluate(pipeline) } ?? .invalid
        begin(program, on: dot)
    }

    // MARK: - Variables

    mutating func declare(_ name: String, as value: TemplateValue) {
        variables.append(Variable(name: name, value: value))
    }

    mutating func assign(_ value: TemplateValue, to name: String) throws(TemplateError) {
        variables[try index(ofVariable: name)].value = value
    }

    func value(ofVariable name: String) throws(TemplateError) -> TemplateValue {
        variables[try index(ofVariable: name)].value
    }

    /// Where the variable that was declared last under a name stands; those of other templates are not seen.
    private func index(ofVariable name: String) throws(TemplateError) -> Int {
        guard let index = variables[frame.firstVariable...].lastIndex(where: { $0.name == name }) else {
            throw failure("undefined variable: \(name)")
        }
        return index
    }

    // MARK: - Texts

    private mutating func print(_ value: TemplateValue) {
        guard let value = value.value else {
            output += "<no value>".utf8
            return
        }
        if case .string(let text) = value {
            output += text.bytes
            return
        }
        var formatter = GoFormatter()
        formatter.print(value, verb: "v")
        output += formatter.output
    }

    private func text(of value: TemplateValue) -> String {
        var formatter = GoFormatter()
        formatter.print(value.value, verb: "v")
        return String(decoding: formatter.output, as: UTF8.self)
    }

    /// The error for what happened at `place`.
    func failure(_ message: String) -> TemplateError {
        let (position, text): (Int, String) =
            switch place {
            case .pipeline(let pipeline): (pipeline.position, pipeline.text)
            case .command(let command): (command.position, command.text)
            case .operand(let operand): (operand.position, operand.text)
            case .call(let call): (call.position, call.text)
            case nil: (0, "")
            }
        let before = Array(template.source.utf8.prefix(position))
        let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
        let name = GoString(frame.program.name).quoted()
        return .goTemplateExecution(
            "template: \(template.name):\(line):\(column): executing \(name) at <\(text)>: \(message)")
    }
}

/// What `range` goes through.
enum LoopItems {
    case list(GoList)
    /// The members by key.
    case map([JSONObject.Member])
    /// From 0 up to the number, of its type.
    case numbers(upTo: GoValue)

    /// Nil for what cannot be gone through; there is nothing in what is no value.
    init?(_ value: TemplateValue) {
        switch value.value {
        case nil: self = .map([])
        case .list(let list): self = .list(list)
        case .map(let object): self = .map(Array(object.sortedByKey()))
        case let value? where value.integer != nil: self = .numbers(upTo: value)
        default: return nil
        }
    }

    var count: Int {
        switch self {
        case .list(let list): list.count
        case .map(let members): members.count
        case .numbers(let limit): limit.integer ?? 0
        }
    }

    subscript(index: Int) -> (key: TemplateValue, element: TemplateValue) {
        switch self {
        case .list(let list): (.concrete(.int(index)), TemplateValue(element: list[index]))
        case .map(let members):
            (.concrete(.string(GoString(members[index].key))), TemplateValue(element: members[index].value))
        case .numbers(.int64): (.invalid, .concrete(.int64(Int64(index))))
        case .numbers(.uint8): (.invalid, .concrete(.uint8(UInt8(truncatingIfNeeded: index))))
        case .numbers: (.invalid, .concrete(.int(index)))
        }
    }
}
