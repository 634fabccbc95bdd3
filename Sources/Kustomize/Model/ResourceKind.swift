import StdlibExtensions
import YAMLCodec

/// A group, a version and a kind; in selectors empty parts stand for all.
struct ResourceKind: Hashable {
    var group = ""
    var version = ""
    var kind = ""

    init(group: String = "", version: String = "", kind: String = "") {
        self.group = group
        self.version = version
        self.kind = kind
    }

    /// The kind of a resource.
    init(of node: YAMLNode) {
        (group, version) = Self.split(apiVersion: node.field("apiVersion")?.value ?? "")
        kind = node.field("kind")?.value ?? ""
    }

    /// Divides an `apiVersion` at its first slash.
    static func split(apiVersion: String) -> (group: String, version: String) {
        guard let slash = apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")) else { return ("", apiVersion) }
        return (String(apiVersion[..<slash]), String(apiVersion[apiVersion.index(after: slash)...]))
    }

    var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

    /// The kind in kustomize's errors: `Deployment.v1.apps`, `[noKind].[noVer].[noGrp]`.
    var text: String {
        "\(kind.isEmpty ? "[noKind]" : kind).\(version.isEmpty ? "[noVer]" : version).\(group.isEmpty ? "[noGrp]" : group)"
    }

    /// Whether a selector's filled parts are this kind's.
    func isSelected(by selector: ResourceKind) -> Bool {
        (selector.group.isEmpty || selector.group == group)
            && (selector.version.isEmpty || selector.version == version)
            && (selector.kind.isEmpty || selector.kind == kind)
    }

    /// The text configurations are sorted by.
    private var sortText: String {
        "\(group.isEmpty ? "~G" : group)_\(version.isEmpty ? "~V" : version)_\(kind.isEmpty ? "~K" : kind)"
    }

    /// Whether a configuration for this kind comes before one for another (kyaml's `Gvk.IsLessThan`).
    func precedes(_ other: ResourceKind) -> Bool {
        let place = LegacyOrder.standard.place(of: kind)
        let otherPlace = LegacyOrder.standard.place(of: other.kind)
        if place != otherPlace { return place < otherPlace }
        return sortText.precedesByBytes(other.sortText)
    }
}
