import JSONModel
import KubeClient
import KubeModel

/// A role or a binding, with what reconciling looks at.
struct RBACObject: Sendable, Hashable {
    static let group = "rbac.authorization.k8s.io"

    enum Kind: String, Sendable {
        case role = "Role"
        case clusterRole = "ClusterRole"
        case roleBinding = "RoleBinding"
        case clusterRoleBinding = "ClusterRoleBinding"

        var isBinding: Bool { self == .roleBinding || self == .clusterRoleBinding }
        var isNamespaced: Bool { self == .role || self == .roleBinding }
    }

    let kind: Kind
    /// The whole object, as its manifest or the server has it.
    var value: JSONValue

    init(_ kind: Kind, _ value: JSONValue) {
        self.kind = kind
        self.value = value
    }

    var name: String { value["metadata"]?["name"]?.string ?? "" }
    /// Empty for cluster-scoped kinds and where none is named.
    var namespace: String { kind.isNamespaced ? value["metadata"]?["namespace"]?.string ?? "" : "" }
    var uid: String { value["metadata"]?["uid"]?.string ?? "" }

    /// The collection it belongs to.
    var collection: ResourceLocation {
        let resource = GroupVersionResource(
            group: Self.group, version: "v1", resource: kind.rawValue.lowercased() + "s")
        return ResourceLocation(resource, namespace: kind.isNamespaced ? namespace : nil)
    }

    var location: ResourceLocation {
        var location = collection
        location.name = name
        return location
    }

    func map(_ field: String) -> JSONObject {
        value["metadata"]?[field]?.object ?? [:]
    }

    /// Whether it has opted out of being changed.
    var isProtected: Bool {
        map("annotations")["rbac.authorization.kubernetes.io/autoupdate"]?.string == "false"
    }

    var rules: [RBACRule] { (value["rules"]?.array ?? []).map(RBACRule.init) }
    var subjects: [RBACSubject] { (value["subjects"]?.array ?? []).map(RBACSubject.init) }
    var roleRef: RBACSubject { RBACSubject(value["roleRef"] ?? .object([:])) }

    /// The selectors of the roles it is made of; nil where it is made of none.
    var aggregation: [JSONValue]? {
        guard let rule = value["aggregationRule"], !rule.isNull else { return nil }
        return rule["clusterRoleSelectors"]?.array ?? []
    }

    // MARK: - As Go's types show it

    /// The object with its members in the order of Go's fields, and without those that have no value.
    var shown: JSONValue {
        var object: JSONObject = ["kind": .string(kind.rawValue), "apiVersion": .string("\(Self.group)/v1")]
        object["metadata"] = Self.ordered(value["metadata"], Self.metadataFields)
        if kind.isBinding {
            if !subjects.isEmpty { object["subjects"] = .array(subjects.map(\.value)) }
            object["roleRef"] = Self.ordered(value["roleRef"], ["apiGroup", "kind", "name"])
        } else {
            object["rules"] = value["rules"]?.array == nil ? .null : .array(rules.map(\.value))
            if let aggregation {
                object["aggregationRule"] = aggregation.isEmpty ? [:] : ["clusterRoleSelectors": .array(aggregation)]
            }
        }
        return .object(object)
    }

    private static let metadataFields = [
        "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp",
        "deletionTimestamp", "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences", "finalizers",
        "managedFields",
    ]

    private static func ordered(_ value: JSONValue?, _ fields: [String]) -> JSONValue {
        var object: JSONObject = [:]
        for field in fields {
            guard let member = value?[field], !member.isNull, member.string != "", member.object?.isEmpty != true else {
                continue
            }
            object[field] = member
        }
        return .object(object)
    }
}
