package import JSONModel
import StdlibExtensions

/// A JSONPath expression in kubectl's dialect, that of client-go's `util/jsonpath`: `{.items[*].metadata.name}`.
///
/// It is a template: what stands outside of braces is text, `{range}` and `{end}` repeat what is between them, and a
/// string literal in braces, such as `{"\n"}`, is text too.
///
/// An expression that has a range is changed by its evaluation, as in kubectl: the next one begins behind the range.
package struct JSONPath: Sendable {
    private var evaluator: JSONPathEvaluator

    /// Reads an expression; throws `TemplateError.jsonPathSyntax`.
    ///
    /// - Parameters:
    ///   - allowsMissingKeys: whether a field that is not there counts as nothing instead of a failure.
    ///   - numbersAreDoubles: whether every number of the object counts as a floating-point number, as kubectl has it for
    ///     objects of Go types: `5` is no integer then, and cannot be compared with one.
    package init(
        _ text: String, allowsMissingKeys: Bool = true, numbersAreDoubles: Bool = false
    ) throws(TemplateError) {
        evaluator = JSONPathEvaluator(
            try JSONPathParser.parse(text), allowsMissingKeys: allowsMissingKeys,
            numbersAreDoubles: numbersAreDoubles)
    }

    /// The parts of a value that the expression may look at.
    package var projection: JSONProjection { JSONPathReach.projection(of: evaluator.nodes) }

    /// The values that each part of the expression finds; throws `TemplateError.jsonPathEvaluation`.
    ///
    /// A nil stands for no value at all, in ranges over null.
    package mutating func results(in value: JSONValue) throws(TemplateError) -> [[JSONValue?]] {
        try evaluator.results(of: value)
    }

    /// Writes what the expression finds: scalars as text, lists and objects as JSON, with spaces between the values of
    /// one part.
    package mutating func print(_ value: JSONValue, into stream: inout some TextOutputStream) throws(TemplateError) {
        for values in try results(in: value) {
            for (index, value) in values.enumerated() {
                if index > 0 { stream.write(" ") }
                Self.write(value, into: &stream)
            }
        }
    }

    /// Writes what each part of the expression finds as an indented JSON array, as `-o jsonpath-as-json` does.
    package mutating func printJSON(
        _ value: JSONValue, into stream: inout some TextOutputStream
    ) throws(TemplateError) {
        for values in try results(in: value) {
            let elements = values.map { value in
                guard case .number(let number)? = value else { return value ?? .null }
                return .number(number.normalizedAsGo ?? number)
            }
            JSONWriter.write(.array(elements), style: .indentedSorted, into: &stream)
            stream.write("\n")
        }
    }

    private static func write(_ value: JSONValue?, into stream: inout some TextOutputStream) {
        switch value {
        case nil: stream.write("<no value>")
        case .null?: stream.write("null")
        case .array(let elements)?:
            JSONWriter.write(.array(elements), style: JSONStyle(sortsKeys: true), into: &stream)
        case .object(let object)?:
            JSONWriter.write(.object(object), style: JSONStyle(sortsKeys: true), into: &stream)
        case let scalar?: stream.write(GoValueText.text(scalar))
        }
    }
}
