import JSONModel
import KubeModel
import StdlibExtensions

/// One walk over an object and its schema side by side, without recursion: objects may be deep.
struct SchemaWalk {
    /// What is still to be done, the next thing last.
    private enum Task {
        /// A value `depth` steps below the object, reached by `step`.
        case check(JSONValue, SchemaNode, depth: Int, step: String)
        case report(ValidationFault)
    }

    private let schema: OpenAPISchema
    private var tasks: [Task] = []
    /// The steps from the object to the value that is being looked at: "Pod", ".spec", ".containers", "[0]".
    private var steps: [String] = []

    init(_ schema: OpenAPISchema) {
        self.schema = schema
    }

    /// What is wrong with a value, in the order of kubectl: fields by name, then what is missing.
    mutating func faults(in value: JSONValue, named name: String, under root: SchemaNode) -> [ValidationFault] {
        tasks = [.check(value, root, depth: 0, step: name)]
        var faults: [ValidationFault] = []
        while let task = tasks.popLast() {
            switch task {
            case .report(let fault): faults.append(fault)
            case .check(let value, let node, let depth, let step):
                steps.removeSubrange(depth...)
                steps.append(step)
                tasks += check(value, schema.demand(of: node)).reversed()
            }
        }
        return faults
    }

    private var path: String { steps.joined() }

    private func check(_ value: JSONValue, _ demand: SchemaDemand) -> [Task] {
        switch (demand, value) {
        case (.anything, _), (.primitive(.string, _), .bool), (.primitive(.string, _), .number),
            (.primitive(.string, _), .string), (.primitive(.boolean, _), .bool),
            (.primitive(.integer, _), .number), (.primitive(.number, _), .number):
            []
        case (.fields(let node, let required), .object(let object)): fields(object, node, required: required)
        case (.map(let values, _), .object(let object)): entries(object, values)
        case (.array(let elements, _), .array(let array)): self.elements(array, elements)
        case (.fields(let node, _), _): wrongType(value, expected: .map, node.path)
        case (.map(_, let path), _): wrongType(value, expected: .map, path)
        case (.array(_, let path), _): wrongType(value, expected: .array, path)
        case (.primitive(let primitive, let path), _): wrongType(value, expected: primitive.fieldType, path)
        }
    }

    private func wrongType(
        _ value: JSONValue, expected: ValidationFault.FieldType, _ schemaPath: String
    ) -> [Task] {
        guard let found = value.fieldType else { return [] }
        return [.report(.wrongType(found, expected: expected, at: path, schema: schemaPath))]
    }

    private func fields(_ object: JSONObject, _ node: SchemaNode, required: [String]) -> [Task] {
        lazy var place = path
        var tasks: [Task] = []
        for (key, value) in object.sortedByKey() where !value.isNull {
            if let field = node.field(key) {
                tasks.append(.check(value, field, depth: steps.count, step: ".\(key)"))
            } else {
                tasks.append(.report(.unknownField(key, at: place, schema: node.path)))
            }
        }
        for name in required where object[name]?.isNull ?? true {
            tasks.append(.report(.missingField(name, at: place, schema: node.path)))
        }
        return tasks
    }

    private func entries(_ object: JSONObject, _ values: SchemaNode?) -> [Task] {
        object.sortedByKey().compactMap { key, value in
            if value.isNull { return .report(.nullValue(at: "\(path).\(key)")) }
            return values.map { .check(value, $0, depth: steps.count, step: ".\(key)") }
        }
    }

    private func elements(_ array: [JSONValue], _ schema: SchemaNode) -> [Task] {
        lazy var place = path
        return array.enumerated().map { index, element in
            element.isNull
                ? .report(.nullElement(index: index, at: place))
                : .check(element, schema, depth: steps.count, step: "[\(index)]")
        }
    }
}

extension SchemaDemand.Primitive {
    fileprivate var fieldType: ValidationFault.FieldType {
        switch self {
        case .boolean: .boolean
        case .integer: .integer
        case .number: .number
        case .string: .string
        }
    }
}

extension JSONValue {
    /// The type by kubectl's words: a number is an integer where it is one of 64 bits; nil for null.
    fileprivate var fieldType: ValidationFault.FieldType? {
        switch self {
        case .null: nil
        case .bool: .boolean
        case .number(let number): number.int64 == nil ? .number : .integer
        case .string: .string
        case .array: .array
        case .object: .map
        }
    }
}
