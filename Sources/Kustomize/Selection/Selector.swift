import KubeModel
import StdlibExtensions

/// Which resources a patch or a replacement is for: patterns of ids, and selectors of labels and annotations.
struct Selector: Hashable {
    var id = ResourceID(unscoped: ResourceKind(), name: "")
    var annotationSelector = ""
    var labelSelector = ""

    /// The selector in kustomize's errors.
    var text: String { "\(id.text):a=\(annotationSelector):l=\(labelSelector)" }

    /// Whether no part of an id is given.
    var hasNoID: Bool { id == ResourceID(unscoped: ResourceKind(), name: "") }

    /// Whether labels and annotations match.
    func matchesLabels(of resource: Resource) throws(KustomizeError) -> Bool {
        guard try Self.matches(annotationSelector, resource.annotations) else { return false }
        return try Self.matches(labelSelector, resource.labels)
    }

    private static func matches(
        _ selector: String, _ labels: @autoclosure () -> [String: String]
    ) throws(KustomizeError) -> Bool {
        guard !selector.isEmpty else { return true }
        do throws(LabelQueryError) {
            return try LabelQuery(selector).matches(labels())
        } catch {
            throw .badLabelSelector(error)
        }
    }
}

/// The regular expressions of a selector; an empty one matches everything.
struct SelectorPatterns {
    private let group: RegularExpression?
    private let version: RegularExpression?
    private let kind: RegularExpression?
    private let name: RegularExpression?
    private let namespace: RegularExpression?

    init(_ selector: Selector) throws(KustomizeError) {
        group = try Self.pattern(selector.id.kind.group)
        version = try Self.pattern(selector.id.kind.version)
        kind = try Self.pattern(selector.id.kind.kind)
        name = try Self.pattern(selector.id.name)
        namespace = try Self.pattern(selector.id.namespace)
    }

    private static func pattern(_ text: String) throws(KustomizeError) -> RegularExpression? {
        text.isEmpty ? nil : try RegularExpression.compile("^(?:\(text))$")
    }

    func matches(name text: String) -> Bool { name?.matches(text) ?? true }
    func matches(namespace text: String) -> Bool { namespace?.matches(text) ?? true }

    func matches(kind other: ResourceKind) -> Bool {
        (group?.matches(other.group) ?? true) && (version?.matches(other.version) ?? true)
            && (kind?.matches(other.kind) ?? true)
    }
}
