import JSONModel

/// What an expression of a template comes to, as Go's reflection tells it apart.
enum TemplateValue: Sendable {
    /// No value at all: a missing key, a null that was looked into; printed as `<no value>`.
    case invalid
    /// An element of a map or list, seen through its type `interface {}`; nil for null.
    case boxed(GoValue?)
    /// A value with its own type.
    case concrete(GoValue)

    init(_ value: GoValue?) {
        self = value.map(TemplateValue.concrete) ?? .invalid
    }

    /// An element as a map or list has it.
    init(element: JSONValue) {
        self = .boxed(GoValue(element))
    }

    /// The value itself, however it is seen; nil for null and where there is none.
    var value: GoValue? {
        switch self {
        case .invalid: nil
        case .boxed(let value): value
        case .concrete(let value): value
        }
    }

    /// The same without the look through `interface {}`: what a pipeline hands on.
    var unboxed: TemplateValue { TemplateValue(value) }

    /// Whether it is a null that is seen as an element.
    var isBoxedNil: Bool {
        if case .boxed(nil) = self { true } else { false }
    }

    /// The name of the type it is seen through; nil where there is no value.
    var typeName: String? {
        switch self {
        case .invalid: nil
        case .boxed: "interface {}"
        case .concrete(let value): value.typeName
        }
    }

    var isTrue: Bool { value?.isTrue ?? false }
}
