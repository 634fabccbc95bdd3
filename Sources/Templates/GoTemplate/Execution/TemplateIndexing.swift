import JSONModel

/// The functions of templates that look into values: `len`, `index`, `slice`, and kubectl's `exists`.
enum TemplateIndexing {
    static func length(of value: TemplateValue) throws(FunctionFault) -> Int {
        if value.isBoxedNil { throw FunctionFault("len of nil pointer") }
        switch value.value {
        case nil: throw FunctionFault("reflect: call of reflect.Value.Type on zero Value")
        case .string(let text): return text.bytes.count
        case .map(let object): return object.count
        case .list(let list): return list.count
        case let value?: throw FunctionFault("len of type \(value.typeName)")
        }
    }

    static func element(
        of value: TemplateValue, at indexes: ArraySlice<GoValue?>
    ) throws(FunctionFault) -> TemplateValue {
        guard var element = value.value.map(TemplateValue.concrete) else {
            throw FunctionFault("index of untyped nil")
        }
        for index in indexes {
            switch element.value {
            case nil: throw FunctionFault("index of nil pointer")
            case .string(let text):
                let index = try position(index, limit: text.bytes.count)
                guard index < text.bytes.count else { throw FunctionFault("reflect: string index out of range") }
                element = .concrete(.uint8(text.bytes[index]))
            case .list(let list):
                let index = try position(index, limit: list.count)
                guard index < list.count else { throw FunctionFault("reflect: slice index out of range") }
                element = TemplateValue(element: list[index])
            case .map(let object):
                guard let index else { throw FunctionFault("value is nil; should be of type string") }
                guard case .string(let key) = index else {
                    throw FunctionFault("value has type \(index.typeName); should be string")
                }
                element = TemplateValue(element: object[key.text] ?? .null)
            case let value?: throw FunctionFault("can't index item of type \(value.typeName)")
            }
        }
        return element
    }

    static func slice(of value: TemplateValue, by indexes: [TemplateValue]) throws(FunctionFault) -> GoValue {
        guard let value = value.value else { throw FunctionFault("slice of untyped nil") }
        if indexes.count > 3 { throw FunctionFault("too many slice indexes: \(indexes.count)") }
        let (count, capacity): (Int, Int)
        switch value {
        case .string(let text):
            if indexes.count == 3 { throw FunctionFault("cannot 3-index slice a string") }
            (count, capacity) = (text.bytes.count, text.bytes.count)
        case .list(let list): (count, capacity) = (list.count, list.capacity)
        default: throw FunctionFault("can't slice item of type \(value.typeName)")
        }
        var bounds = [0, count]
        for (place, index) in indexes.enumerated() {
            // Unlike `index`, this looks at the type that an index is seen through.
            if case .boxed = index { throw FunctionFault("cannot index slice/array with type interface {}") }
            let position = try position(index.value, limit: capacity)
            if place < 2 { bounds[place] = position } else { bounds.append(position) }
        }
        for (low, high) in zip(bounds, bounds.dropFirst()) where low > high {
            throw FunctionFault("invalid slice index: \(low) > \(high)")
        }
        if case .list(let list) = value {
            return .list(list.slice(from: bounds[0], to: bounds[1], limit: bounds.count > 2 ? bounds[2] : nil))
        }
        guard case .string(let text) = value else { return value }
        return .string(GoString(Array(text.bytes[bounds[0]..<bounds[1]])))
    }

    /// Whether there is something other than null at the end of the indexes.
    static func exists(_ value: TemplateValue, at indexes: ArraySlice<GoValue?>) -> Bool {
        var element = TemplateValue(value.value)
        for index in indexes {
            switch element.value {
            case .string(let text):
                guard let index = index?.integer, text.bytes.indices.contains(index) else { return false }
                element = .concrete(.uint8(text.bytes[index]))
            case .list(let list):
                guard let index = index?.integer, index >= 0, index < list.count else { return false }
                element = TemplateValue(element: list[index])
            case .map(let object):
                // No index counts as the empty key.
                guard case .string(let key) = index ?? .string(GoString("")) else { return false }
                element = TemplateValue(element: object[key.text] ?? .null)
            default: return false
            }
        }
        return !element.isBoxedNil
    }

    /// An index as a number from 0 to `limit`.
    private static func position(_ index: GoValue?, limit: Int) throws(FunctionFault) -> Int {
        guard let index else { throw FunctionFault("cannot index slice/array with nil") }
        guard let position = index.integer else {
            throw FunctionFault("cannot index slice/array with type \(index.typeName)")
        }
        guard position >= 0, position <= limit else { throw FunctionFault("index out of range: \(position)") }
        return position
    }
}
