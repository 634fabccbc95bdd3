import StdlibExtensions

extension TemplateParser {
    enum PipelineEnd {
        case rightDelimiter
        case rightParenthesis

        func isReached(by token: TemplateToken) -> Bool {
            switch (self, token.kind) {
            case (.rightDelimiter, .rightDelimiter), (.rightParenthesis, .rightParenthesis): true
            default: false
            }
        }
    }

    /// Reads a pipeline up to and with its end.
    ///
    /// - Parameter context: What error messages call the place.
    mutating func pipeline(context: String, end: PipelineEnd) throws(TemplateError) -> TemplatePipeline {
        var pipeline = TemplatePipeline(position: peekBehindSpace().position)
        try readVariables(of: &pipeline, context: context)
        while true {
            let token = nextBehindSpace()
            if end.isReached(by: token) { break }
            guard token.beginsOperand else { throw unexpected(token, in: context) }
            place -= 1
            pipeline.commands.append(try command())
            if pipeline.commands.count > Self.maximumCommands { throw error("pipeline too long") }
        }
        if pipeline.commands.isEmpty { throw error("missing value for \(context)") }
        for (index, command) in pipeline.commands.enumerated().dropFirst() where command.first.isConstant {
            throw error("non executable command in pipeline stage \(index + 1)")
        }
        return pipeline
    }

    /// Reads the variables before `:=` or `=`; goes back where there are none.
    private mutating func readVariables(
        of pipeline: inout TemplatePipeline, context: String
    ) throws(TemplateError) {
        while true {
            let start = place
            let variable = peekBehindSpace()
            guard case .variable = variable.kind else { return }
            let name = variable.text
            _ = next()
            let operation = peekBehindSpace()
            switch operation.kind {
            case .declare, .assign:
                if case .assign = operation.kind { pipeline.isAssignment = true }
                _ = next()
                pipeline.variables.append(name)
                variables.append(name)
                return
            case .character where operation.text == ",":
                _ = next()
                pipeline.variables.append(name)
                variables.append(name)
                guard context == "range", pipeline.variables.count < 2 else {
                    throw error("too many declarations in \(context)")
                }
                switch peekBehindSpace().kind {
                case .variable, .rightDelimiter, .rightParenthesis: continue
                default: throw error("range can only initialize variables")
                }
            default:
                place = start
                return
            }
        }
    }

    /// Reads a command, and the pipe behind it.
    private mutating func command() throws(TemplateError) -> TemplateCommand {
        let position = peekBehindSpace().position
        var operands: [TemplateOperand] = []
        reading: while true {
            _ = peekBehindSpace()
            if let operand = try operand() { operands.append(operand) }
            let token = next()
            switch token.kind {
            case .space: continue
            case .rightDelimiter, .rightParenthesis:
                place -= 1
                break reading
            case .pipe: break reading
            default: throw unexpected(token, in: "operand")
            }
        }
        guard let first = operands.first else { throw error("empty command") }
        return TemplateCommand(position: position, first: first, arguments: Array(operands.dropFirst()))
    }

    /// Reads a term with the fields behind it; nil where there is none.
    private mutating func operand() throws(TemplateError) -> TemplateOperand? {
        guard let term = try term() else { return nil }
        let position = peek().position
        var names: [String] = []
        while case .field = peek().kind { names.append(String(next().text.dropFirst())) }
        if names.isEmpty { return term }
        switch term.kind {
        case .field(let first): return TemplateOperand(position: position, kind: .field(first + names))
        case .variable(let name, let first):
            return TemplateOperand(position: position, kind: .variable(name, first + names))
        case .function, .pipeline, .chain:
            return TemplateOperand(position: position, kind: .chain(term, names))
        case .bool, .string, .number, .nil, .dot:
            throw error("unexpected . after term \(GoString(term.text).quoted())")
        }
    }

    private mutating func term() throws(TemplateError) -> TemplateOperand? {
        let token = nextBehindSpace()
        let kind: TemplateOperand.Kind
        switch token.kind {
        case .identifier:
            guard TemplateFunction(rawValue: token.text) != nil else {
                throw error("function \(GoString(token.text).quoted()) not defined")
            }
            kind = .function(token.text)
        case .keyword(.dot): kind = .dot
        case .keyword(.nil): kind = .nil
        case .variable:
            guard variables.contains(token.text) else {
                throw error("undefined variable \(GoString(token.text).quoted())")
            }
            kind = .variable(token.text, [])
        case .field: kind = .field([String(token.text.dropFirst())])
        case .bool: kind = .bool(token.text == "true")
        case .characterConstant, .complex, .number: kind = .number(try number(token), text: token.text)
        case .leftParenthesis:
            guard depth < Self.maximumDepth else { throw error("max expression depth exceeded") }
            depth += 1
            kind = .pipeline(try pipeline(context: "parenthesized pipeline", end: .rightParenthesis))
            depth -= 1
        case .string, .rawString: kind = .string(try string(token), literal: token.text)
        case .end, .error: return nil
        default:
            place -= 1
            return nil
        }
        return TemplateOperand(position: token.position, kind: kind)
    }

    private func number(_ token: TemplateToken) throws(TemplateError) -> TemplateNumber {
        let quoted = GoString(token.text).quoted()
        if case .characterConstant = token.kind {
            switch GoLiteral.character(token.text) {
            case .success(let value): return .int(value)
            case .failure(.syntax): throw error("invalid syntax")
            case .failure(.malformed): throw error("malformed character constant: \(token.text)")
            }
        }
        do throws(TemplateNumber.Fault) {
            if case .complex = token.kind { return try TemplateNumber(complex: token.text) }
            return try TemplateNumber(token.text)
        } catch {
            switch error {
            case .overflow: throw self.error("integer overflow: \(quoted)")
            case .syntax: throw self.error("illegal number syntax: \(quoted)")
            case .complex: throw self.error("syntax error scanning complex number")
            }
        }
    }
}

extension TemplateToken {
    fileprivate var beginsOperand: Bool {
        switch kind {
        case .bool, .characterConstant, .complex, .keyword(.dot), .keyword(.nil), .field, .identifier, .number,
            .rawString, .string, .variable, .leftParenthesis:
            true
        default: false
        }
    }
}
