import StdlibExtensions

/// Makes programs of a template's tokens, by the rules and with the words of Go's `text/template/parse`.
///
/// Blocks that are open stand on a stack of its own, so that only parentheses cost stack of the thread.
struct TemplateParser {
    /// How deep parentheses may nest; Go allows 10,000.
    static let maximumDepth = 250
    static let maximumCommands = 100_000

    /// What `range`, `if` or `with` has opened.
    private struct OpenBlock {
        let keyword: TemplateToken.Keyword
        /// The number of variables before it.
        let variableCount: Int
        /// The step that decides.
        let decision: Int
        /// The jump over the part behind `else`.
        var jump: Int?
        /// Whether its end is that of the block around it too, as of `else if`.
        var endsParent = false
    }

    /// A template that is being read.
    private struct Builder {
        enum Context {
            case main
            case define
            /// The call that stands in the template around, and the line errors of the block's end are told for.
            case block(TemplateCall, line: Int)

            var name: String {
                switch self {
                case .main: ""
                case .define: " in define clause"
                case .block: " in block clause"
                }
            }
        }

        let context: Context
        var program: TemplateProgram
        var blocks: [OpenBlock] = []
        var variables = ["$"]
        var loopDepth = 0
        /// The line of the action that is being read; 0 between actions.
        var actionLine = 0

        init(_ context: Context, name: String) {
            self.context = context
            program = TemplateProgram(name: name)
        }
    }

    private let name: String
    private let tokens: [TemplateToken]
    private var index = 0
    /// The last token that was looked at; errors are told for its line.
    private var furthest = 0
    private var builders: [Builder]
    private var programs: [String: TemplateProgram] = [:]
    var depth = 0

    /// The programs of a template and of all that are defined in it, by name.
    static func programs(name: String, source: String) throws(TemplateError) -> [String: TemplateProgram] {
        var parser = TemplateParser(name: name, tokens: TemplateLexer.tokens(of: source))
        while try parser.parseNext() {}
        return parser.programs
    }

    private init(name: String, tokens: [TemplateToken]) {
        self.name = name
        self.tokens = tokens
        builders = [Builder(.main, name: name)]
    }

    // MARK: - Tokens

    mutating func peek() -> TemplateToken {
        furthest = max(furthest, index)
        return tokens[index]
    }

    mutating func next() -> TemplateToken {
        let token = peek()
        // The last token stays the last.
        if index + 1 < tokens.count { index += 1 }
        return token
    }

    mutating func peekBehindSpace() -> TemplateToken {
        while case .space = peek().kind { index += 1 }
        return peek()
    }

    mutating func nextBehindSpace() -> TemplateToken {
        _ = peekBehindSpace()
        return next()
    }

    /// The place to come back to.
    var place: Int {
        get { index }
        set { index = newValue }
    }

    func error(_ message: String, line: Int? = nil) -> TemplateError {
        .goTemplateSyntax("template: \(name):\(line ?? tokens[furthest].line): \(message)")
    }

    func unexpected(_ token: TemplateToken, in context: String) -> TemplateError {
        guard case .error = token.kind else { return error("unexpected \(token.description) in \(context)") }
        let actionLine = builder.actionLine
        guard actionLine != 0, actionLine != token.line else { return error(token.text) }
        let begin = token.text.hasByteSuffix(" action") ? "" : " in action"
        return error("\(token.text)\(begin) started at \(name):\(actionLine)")
    }

    private mutating func expectRightDelimiter(in context: String) throws(TemplateError) {
        let token = nextBehindSpace()
        guard case .rightDelimiter = token.kind else { throw unexpected(token, in: context) }
    }

    // MARK: - Templates

    private var builder: Builder {
        get { builders[builders.count - 1] }
        _modify { yield &builders[builders.count - 1] }
    }

    var variables: [String] {
        get { builder.variables }
        _modify { yield &builder.variables }
    }

    private mutating func append(_ step: TemplateStep) {
        builder.program.steps.append(step)
        builder.program.isBlank = false
    }

    /// Reads a text or an action; whether there is more.
    private mutating func parseNext() throws(TemplateError) -> Bool {
        let token = next()
        switch token.kind {
        case .text:
            let isBlank = builder.program.isBlank
            append(.text(GoString(token.text)))
            builder.program.isBlank = isBlank && token.text.trimmingSpace().isEmpty
        case .leftDelimiter:
            if builders.count == 1, builder.blocks.isEmpty, peekBehindSpace().isKeyword(.define) {
                _ = next()
                try parseDefinition()
            } else {
                builder.actionLine = token.line
                try parseAction()
            }
        case .end:
            guard builders.count == 1, builder.blocks.isEmpty else { throw error("unexpected EOF") }
            try finish(builder.program)
            return false
        default:
            throw unexpected(token, in: "input")
        }
        return true
    }

    /// Keeps a template that is read; one that is blank gives way to another of its name.
    private mutating func finish(_ program: TemplateProgram) throws(TemplateError) {
        if let existing = programs[program.name], !existing.isBlank {
            if !program.isBlank {
                throw error("template: multiple definition of template \(program.name.goQuoted)")
            }
            return
        }
        programs[program.name] = program
    }

    private mutating func parseDefinition() throws(TemplateError) {
        let token = nextBehindSpace()
        let name = try templateName(token, in: "define clause")
        try expectRightDelimiter(in: "define clause")
        builders.append(Builder(.define, name: name))
    }

    private func templateName(_ token: TemplateToken, in context: String) throws(TemplateError) -> String {
        switch token.kind {
        case .string, .rawString: return try string(token).text
        default: throw unexpected(token, in: context)
        }
    }

    /// What a string literal stands for.
    func string(_ token: TemplateToken) throws(TemplateError) -> GoString {
        guard let text = GoLiteral.string(token.text) else { throw error("invalid syntax") }
        return text
    }

    // MARK: - Actions

    private mutating func parseAction() throws(TemplateError) {
        let token = peekBehindSpace()
        guard case .keyword(let keyword) = token.kind, keyword != .dot, keyword != .nil, keyword != .define else {
            append(.action(try pipeline(context: "command", end: .rightDelimiter)))
            builder.actionLine = 0
            return
        }
        _ = next()
        switch keyword {
        case .if, .with, .range:
            try open(keyword)
            return
        case .block:
            try openBlock()
            return
        case .else: try parseElse()
        case .end: try parseEnd()
        case .template: try parseCall()
        case .break: try parseLeap(.leaveLoop, "{{break}}")
        case .continue: try parseLeap(.continueLoop, "{{continue}}")
        case .dot, .nil, .define: break
        }
        builder.actionLine = 0
    }

    private mutating func parseLeap(_ step: TemplateStep, _ text: String) throws(TemplateError) {
        try expectRightDelimiter(in: text)
        guard builder.loopDepth > 0 else { throw error("\(text) outside {{range}}") }
        append(step)
    }

    private mutating func parseCall() throws(TemplateError) {
        append(.call(try call(in: "template clause", requiresPipeline: false)))
    }

    private mutating func call(in context: String, requiresPipeline: Bool) throws(TemplateError) -> TemplateCall {
        let token = nextBehindSpace()
        let name = try templateName(token, in: context)
        if !requiresPipeline, case .rightDelimiter = peekBehindSpace().kind {
            _ = next()
            return TemplateCall(position: token.position, name: name, pipeline: nil)
        }
        let pipeline = try pipeline(context: context, end: .rightDelimiter)
        return TemplateCall(position: token.position, name: name, pipeline: pipeline)
    }

    private mutating func openBlock() throws(TemplateError) {
        let call = try call(in: "block clause", requiresPipeline: true)
        builders.append(Builder(.block(call, line: tokens[furthest].line), name: call.name))
    }

    private mutating func open(
        _ keyword: TemplateToken.Keyword, endsParent: Bool = false
    ) throws(TemplateError) {
        let variableCount = variables.count
        let pipeline = try pipeline(context: keyword.rawValue, end: .rightDelimiter)
        let decision = builder.program.steps.count
        var block = OpenBlock(keyword: keyword, variableCount: variableCount, decision: decision)
        block.endsParent = endsParent
        builder.blocks.append(block)
        if keyword == .range {
            builder.loopDepth += 1
            append(.loop(TemplateLoop(pipeline: pipeline)))
        } else {
            append(.branch(pipeline, bindsDot: keyword == .with, otherwise: 0))
        }
    }

    private mutating func parseElse() throws(TemplateError) {
        let following = peekBehindSpace()
        let isChained = following.isKeyword(.if) || following.isKeyword(.with)
        if !isChained { try expectRightDelimiter(in: "else") }
        guard var block = builder.blocks.popLast() else { throw unexpectedEnd("{{else}}") }
        guard block.jump == nil else { throw error("expected end; found {{else}}") }
        if block.keyword == .range { endRound(of: block) }
        block.jump = builder.program.steps.count
        append(.jump(to: 0))
        setOtherwise(of: block, to: builder.program.steps.count)
        builder.blocks.append(block)
        // Where another keyword follows than that of the block, it is refused as no input.
        guard isChained, following.isKeyword(block.keyword) else { return }
        _ = next()
        try open(block.keyword, endsParent: true)
    }

    private mutating func parseEnd() throws(TemplateError) {
        try expectRightDelimiter(in: "end")
        guard !builder.blocks.isEmpty else { return try endTemplate() }
        while let block = builder.blocks.popLast() {
            if block.jump == nil, block.keyword == .range { endRound(of: block) }
            let end = builder.program.steps.count
            if let jump = block.jump {
                builder.program.steps[jump] = .jump(to: end)
            } else {
                setOtherwise(of: block, to: end)
            }
            if case .loop(var loop) = builder.program.steps[block.decision] {
                loop.end = end
                builder.program.steps[block.decision] = .loop(loop)
            }
            append(.endScope)
            variables.removeLast(variables.count - block.variableCount)
            if !block.endsParent { return }
        }
    }

    /// Ends what is done in each round of a loop.
    private mutating func endRound(of block: OpenBlock) {
        builder.loopDepth -= 1
        if case .loop(var loop) = builder.program.steps[block.decision] {
            loop.next = builder.program.steps.count
            builder.program.steps[block.decision] = .loop(loop)
        }
        append(.nextRound(body: block.decision + 1))
    }

    private mutating func setOtherwise(of block: OpenBlock, to step: Int) {
        switch builder.program.steps[block.decision] {
        case .branch(let pipeline, let bindsDot, _):
            builder.program.steps[block.decision] = .branch(pipeline, bindsDot: bindsDot, otherwise: step)
        case .loop(var loop):
            loop.otherwise = step
            builder.program.steps[block.decision] = .loop(loop)
        default: break
        }
    }

    private mutating func endTemplate() throws(TemplateError) {
        if case .main = builder.context { throw unexpectedEnd("{{end}}") }
        let finished = builders.removeLast()
        try finish(finished.program)
        if case .block(let call, _) = finished.context {
            append(.call(call))
            builder.actionLine = 0
        }
    }

    /// An `else` or `end` that belongs to nothing.
    private func unexpectedEnd(_ text: String) -> TemplateError {
        var line: Int?
        if case .block(_, let blockLine) = builder.context { line = blockLine }
        return error("unexpected \(text)\(builder.context.name)", line: line)
    }
}
