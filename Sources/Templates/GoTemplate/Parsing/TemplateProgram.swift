/// A template, translated into steps that are carried out one after the other, so that no nesting costs stack.
struct TemplateProgram: Sendable {
    /// The name of the template.
    let name: String
    var steps: [TemplateStep] = []
    /// Whether there is nothing but spaces and comments in it.
    var isBlank = true
}

enum TemplateStep: Sendable {
    case text(GoString)
    /// Evaluates the pipeline, and prints what it comes to unless it goes into variables.
    case action(TemplatePipeline)
    /// Opens a scope; goes on at `otherwise` where the pipeline is not true.
    case branch(TemplatePipeline, bindsDot: Bool, otherwise: Int)
    /// Opens a scope for a loop.
    case loop(TemplateLoop)
    /// Begins the next round of the innermost loop, whose first step is `body`, or leaves it.
    case nextRound(body: Int)
    case jump(to: Int)
    /// Ends the innermost scope.
    case endScope
    case leaveLoop
    case continueLoop
    case call(TemplateCall)
}

/// `{{range pipeline}}…{{else}}…{{end}}`, with the numbers of the steps that belong to it.
struct TemplateLoop: Sendable {
    let pipeline: TemplatePipeline
    /// Where `continue` goes on: the step that begins the next round.
    var next = 0
    /// What is done instead of the first round, where there is nothing to go through.
    var otherwise = 0
    /// The step that ends the scope.
    var end = 0
}

/// The call of another template: `{{template "name" pipeline}}`.
struct TemplateCall: Sendable {
    let position: Int
    let name: String
    let pipeline: TemplatePipeline?

    var text: String {
        "{{template \(GoString(name).quoted())" + (pipeline.map { " \($0.text)" } ?? "") + "}}"
    }
}
