/// The members of a strategic merge patch that are orders and no fields.
enum PatchDirective {
    static let marker = "$patch"
    static let delete = "delete"
    static let replace = "replace"
    static let merge = "merge"
    static let retainKeys = "$retainKeys"
    static let deleteFromPrimitiveList = "$deleteFromPrimitiveList"
    static let setElementOrder = "$setElementOrder"

    /// The list an order is for: "finalizers" for "$setElementOrder/finalizers"; nil where it is not well-formed.
    static func field(of key: String, after prefix: String) -> String? {
        let rest = key.dropFirst(prefix.count)
        return rest.hasPrefix("/") ? String(rest.dropFirst()) : nil
    }
}
