package import JSONModel
import Templates

/// The order of objects by a field (`get --sort-by`), found out while they arrive: of each its key is kept.
package struct ObjectOrder: Sendable {
    private let field: String
    private var order: Result<FieldOrder, PrinterError>?

    /// - Parameter field: a path as the user wrote it, with or without braces and the first dot.
    package init(by field: String) {
        self.field = field
    }

    /// Takes the next object's key; what goes wrong is told by `places`.
    package mutating func add(_ object: JSONValue) {
        let current = order ?? begun
        order = nil  // Keeps the keys' storage unshared while they are added to.
        guard case .success(var keys) = current else {
            order = current
            return
        }
        do throws(TemplateError) {
            try keys.add(object)
            order = .success(keys)
        } catch {
            order = .failure(.sorting(.template(error)))
        }
    }

    private var begun: Result<FieldOrder, PrinterError> {
        do throws(FieldPathError) {
            let path = try FieldPath(field)
            return Result { () throws(TemplateError) in try FieldOrder(path) }.mapError { .sorting(.template($0)) }
        } catch {
            return .failure(.sorting(error))
        }
    }

    /// The places of the objects in their order; it is kubectl's where fields are equal, and there may be no objects.
    package func places() throws(PrinterError) -> [Int] {
        guard let order else { return [] }
        return try order.get().places(in: .objects)
    }

    /// The places of the objects in their order.
    package static func places(of objects: [JSONValue], by field: String) throws(PrinterError) -> [Int] {
        var order = ObjectOrder(by: field)
        for object in objects { order.add(object) }
        return try order.places()
    }
}
