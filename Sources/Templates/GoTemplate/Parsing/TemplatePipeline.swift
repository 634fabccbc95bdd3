import StdlibExtensions

/// A pipeline of a template: `$x := .items | len`.
struct TemplatePipeline: Sendable {
    let position: Int
    /// The variables it declares or assigns.
    var variables: [String] = []
    /// Whether it assigns variables that there are, instead of declaring them.
    var isAssignment = false
    var commands: [TemplateCommand] = []

    /// The text as error messages show it.
    var text: String {
        let values = commands.map(\.text).joined(separator: " | ")
        if variables.isEmpty { return values }
        return variables.joined(separator: ", ") + (isAssignment ? " = " : " := ") + values
    }
}

/// One stage of a pipeline: an operand, or a function with its arguments.
struct TemplateCommand: Sendable {
    let position: Int
    let first: TemplateOperand
    let arguments: [TemplateOperand]

    var text: String { ([first] + arguments).map(\.textAsArgument).joined(separator: " ") }
}

/// A part of a command.
struct TemplateOperand: Sendable {
    indirect enum Kind: Sendable {
        case dot
        case `nil`
        case bool(Bool)
        case number(TemplateNumber, text: String)
        case string(GoString, literal: String)
        /// `.a.b`: the names.
        case field([String])
        /// `$x.a.b`: the variable and the names.
        case variable(String, [String])
        case function(String)
        /// What stands in parentheses.
        case pipeline(TemplatePipeline)
        /// `(…).a.b`
        case chain(TemplateOperand, [String])
    }

    let position: Int
    let kind: Kind

    var text: String {
        switch kind {
        case .dot: "."
        case .nil: "nil"
        case .bool(let value): value ? "true" : "false"
        case .number(_, let text): text
        case .string(_, let literal): literal
        case .field(let names): names.map { ".\($0)" }.joined()
        case .variable(let name, let names): ([name] + names).joined(separator: ".")
        case .function(let name): name
        case .pipeline(let pipeline): pipeline.text
        case .chain(let operand, let names): operand.textAsArgument + names.map { ".\($0)" }.joined()
        }
    }

    /// The text with the parentheses that a pipeline has among arguments.
    var textAsArgument: String {
        if case .pipeline = kind { "(\(text))" } else { text }
    }

    /// Whether it is a constant or the dot, which can only begin a pipeline.
    var isConstant: Bool {
        switch kind {
        case .dot, .nil, .bool, .number, .string: true
        default: false
        }
    }
}
