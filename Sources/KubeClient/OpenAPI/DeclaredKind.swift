import JSONModel
import KubeModel

/// The kind an object says it is of.
enum DeclaredKind: Hashable {
    case known(GroupVersionKind)
    /// All that is wrong with `apiVersion` and `kind`.
    case unclear([ValidationFault])

    /// The kind of a list whose items are objects of any kind.
    static let list = DeclaredKind.known(GroupVersionKind(group: "", version: "v1", kind: "List"))

    init(of object: JSONValue) {
        guard case .object(let fields) = object else {
            self = .unclear([.notAnObject])
            return
        }
        var faults: [ValidationFault] = []
        let groupVersion = Self.groupVersion(fields["apiVersion"], &faults)
        switch fields["kind"] {
        case nil, .null: faults.append(.missingKind)
        case .string(let kind):
            if let groupVersion {
                self = .known(
                    GroupVersionKind(group: groupVersion.group, version: groupVersion.version, kind: kind))
                return
            }
        default: faults.append(.kindNotString)
        }
        self = .unclear(faults)
    }

    private static func groupVersion(_ value: JSONValue?, _ faults: inout [ValidationFault]) -> GroupVersion? {
        switch value {
        case nil, .null: faults.append(.missingAPIVersion)
        case .string(let text):
            if let groupVersion = GroupVersion(apiVersion: text) { return groupVersion }
            faults.append(.malformedAPIVersion(text))
        default: faults.append(.apiVersionNotString)
        }
        return nil
    }
}
