import JSONModel
import YAMLCodec

/// A kustomization file as it is read, its old fields turned into the new ones.
struct Kustomization {
    /// The fields with their own names, as they are given; empty ones too.
    private(set) var fields: JSONValue
    private(set) var kind = "Kustomization"
    private(set) var apiVersion = ""
    /// The warnings of fields that are on their way out.
    private(set) var warnings: [String] = []

    static let componentKind = "Component"

    init(_ bytes: [UInt8]) throws(KustomizeError) {
        do throws(KustomizeError) {
            let value: JSONValue
            do throws(YAMLError) { value = try YAMLDecoder.decodeFirst(bytes) } catch { throw .yaml(error) }
            fields = try FieldShape.kustomization.read(value)
        } catch {
            throw .during(.readingKustomization, error)
        }
        if fields.object == nil { fields = [:] }
        warnings = DeprecatedField.allCases.filter { fields[$0.rawValue] != nil }.map(\.warning)
        let wasEmpty = fields.object.map { $0.allSatisfy { $0.key == "kind" || $0.key == "apiVersion" } } ?? true
        fix()
        guard !wasEmpty else { throw .emptyKustomization }
    }

    /// Fields with a newer one in their place.
    private enum DeprecatedField: String, CaseIterable {
        case bases
        case commonLabels
        case imageTags
        case patchesJson6902
        case patchesStrategicMerge
        case vars

        var warning: String {
            let (newer, mark) =
                switch self {
                case .bases: ("resources", "")
                case .commonLabels: ("labels", "")
                case .imageTags: ("images", "")
                case .patchesJson6902, .patchesStrategicMerge: ("patches", "")
                case .vars: ("replacements", "[EXPERIMENTAL] ")
                }
            return "# Warning: '\(rawValue)' is deprecated. Please use '\(newer)' instead. "
                + "\(mark)Run 'kustomize edit fix' to update your Kustomization automatically."
        }
    }

    private mutating func fix() {
        let given = fields["kind"]?.string ?? ""
        kind = given.isEmpty ? "Kustomization" : given
        let version = fields["apiVersion"]?.string ?? ""
        apiVersion = version.isEmpty ? requiredVersion : version
        move("bases", to: "resources")
        move("imageTags", to: "images")
        for field in ["configMapGenerator", "secretGenerator"] {
            fields[field]?.withMutableArray { generators in
                for index in generators.indices {
                    guard let env = generators[index]["env"]?.string, !env.isEmpty else { continue }
                    let envs = generators[index]["envs"]?.array ?? []
                    generators[index]["envs"] = .array(envs + [.string(env)])
                    generators[index]["env"] = nil
                }
            }
        }
    }

    private mutating func move(_ old: String, to new: String) {
        guard let elements = fields[old]?.array else { return }
        fields[new] = .array((fields[new]?.array ?? []) + elements)
        fields[old] = nil
    }

    private var requiredVersion: String {
        kind == Self.componentKind ? "kustomize.config.k8s.io/v1alpha1" : "kustomize.config.k8s.io/v1beta1"
    }

    /// What is wrong with kind and version.
    var headerFaults: [KustomizeError.HeaderFault] {
        var faults: [KustomizeError.HeaderFault] = []
        if kind != "Kustomization", kind != Self.componentKind { faults.append(.kind) }
        if apiVersion != requiredVersion { faults.append(.version(kind: kind, required: requiredVersion)) }
        return faults
    }

    // MARK: - Fields

    func text(_ field: String) -> String { fields[field]?.string ?? "" }
    func texts(_ field: String) -> [String] { fields[field]?.texts ?? [] }
    func textMap(_ field: String) -> [String: String] { fields[field]?.textMap ?? [:] }
    func list(_ field: String) -> [JSONValue] { fields[field]?.array ?? [] }

    var namespace: String { text("namespace") }
}

extension JSONValue {
    /// The texts of a list; null is the empty text.
    var texts: [String] { (array ?? []).map { $0.string ?? "" } }

    /// The texts of a map.
    var textMap: [String: String] {
        var map: [String: String] = [:]
        for (key, value) in object ?? [:] { map[key] = value.string ?? "" }
        return map
    }

    /// The text of a field; empty for none.
    func text(_ field: String) -> String { self[field]?.string ?? "" }

    /// The truth of a field; false for none.
    func flag(_ field: String) -> Bool { self[field]?.bool ?? false }

    /// Without null and empty fields, as Go's `omitempty` leaves structures, but for the fields `kept`.
    func omittingEmpty(kept: Set<String> = []) -> JSONValue {
        switch self {
        case .object(let object):
            var members: [JSONObject.Member] = []
            for (key, value) in object {
                let shorter = value.omittingEmpty(kept: kept)
                if kept.contains(key) || !shorter.isGoZero { members.append((key, shorter)) }
            }
            return .object(JSONObject(uniqueMembers: members))
        case .array(let elements): return .array(elements.map { $0.omittingEmpty(kept: kept) })
        default: return self
        }
    }

    private var isGoZero: Bool {
        switch self {
        case .null: true
        case .bool(let flag): !flag
        case .number(let number): number.text == "0"
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty
        case .object: false
        }
    }
}

extension ResourceKind {
    init(_ value: JSONValue) {
        self.init(group: value.text("group"), version: value.text("version"), kind: value.text("kind"))
    }
}

extension FieldSpec {
    init(_ value: JSONValue) {
        self.init(kind: ResourceKind(value), path: value.text("path"), creates: value.flag("create"))
    }

    /// The specifications of a field; nil where it is not there.
    static func list(_ value: JSONValue?) -> [FieldSpec]? {
        value?.array.map { $0.map(FieldSpec.init) }
    }
}

extension Selector {
    init(_ value: JSONValue) {
        self.init(
            id: ResourceID(
                unscoped: ResourceKind(value), name: value.text("name"), namespace: value.text("namespace")),
            annotationSelector: value.text("annotationSelector"), labelSelector: value.text("labelSelector"))
    }
}
