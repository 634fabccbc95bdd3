import JSONModel
import KubeModel
import KubePatch
import Manifests
import StdlibExtensions

/// The kinds that kubectl has Go types for; commands that work with these types take no others, and no other values.
enum TypedKinds {
    /// Why a manifest's document cannot be read into Go types; nil where it can.
    ///
    /// Of a `List` each item is read by itself, and one that cannot be takes the others with it.
    static func fault(of document: ManifestDocument) -> CommandError? {
        let value = document.value
        guard let kind = value["kind"]?.string, let apiVersion = value["apiVersion"]?.string else { return nil }
        let checking = TypedChecking(sortingKeys: document.hasSortedKeys)
        if kind == "List", apiVersion == "v1" {
            let mismatches = (value["items"]?.array ?? []).compactMap { checking.mismatch(in: $0) }
            return mismatches.isEmpty ? nil : .together(mismatches.map { CommandError.failed($0.message) })
        }
        let fault = hasType(apiVersion, kind) ? checking.mismatch(in: value)?.message : unknown(kind, apiVersion)
        return fault.map { .failed("unable to decode \(document.source.name.goQuoted): \($0)") }
    }

    /// Why an object that the server has cannot be worked with; nil where its kind is one of them.
    static func fault(of target: ChangeTargets.Target) -> CommandError? {
        let apiVersion = target.value["apiVersion"]?.string ?? ""
        let kind = target.value["kind"]?.string ?? ""
        if hasType(apiVersion, kind) { return nil }
        return .failed(unknown(target.isListed ? kind + "List" : kind, apiVersion))
    }

    /// Why a kind that the server has cannot be worked with; nil where it is one of them.
    static func fault(of gvk: GroupVersionKind) -> CommandError? {
        let apiVersion = gvk.groupVersion.apiVersion
        return hasType(apiVersion, gvk.kind) ? nil : .failed(unknown(gvk.kind, apiVersion))
    }

    /// The name of a kind's Go type: "*v1.ConfigMap".
    static func goType(of gvk: GroupVersionKind) -> String { "*\(gvk.version).\(gvk.kind)" }

    /// The name of an object's Go type.
    static func goType(of object: JSONValue) -> String {
        let version = GroupVersion(apiVersion: object["apiVersion"]?.string ?? "")?.version ?? ""
        return goType(of: GroupVersionKind(group: "", version: version, kind: object["kind"]?.string ?? ""))
    }

    /// Whether a version of Kubernetes' own has the kind, or lists of it.
    private static func hasType(_ apiVersion: String, _ kind: String) -> Bool {
        let names = kind.hasSuffix("List") ? [kind, String(kind.dropLast("List".count))] : [kind]
        return names.contains { BuiltInPatchSchema(apiVersion: apiVersion, kind: $0) != nil }
    }

    private static func unknown(_ kind: String, _ apiVersion: String) -> String {
        "no kind \(kind.goQuoted) is registered for version \(apiVersion.goQuoted) in scheme \"pkg/scheme/scheme.go:28\""
    }
}

extension ChangeTargets {
    /// Puts an error in the place of objects of other kinds, of a list one for all.
    mutating func keepTyped() {
        var told: Set<String> = []
        results = results.compactMap { result in
            guard case .success(let target) = result, let fault = TypedKinds.fault(of: target) else { return result }
            let isFirst = told.insert(TypedKinds.goType(of: target.value)).inserted
            return isFirst || !target.isListed ? .failure(fault) : nil
        }
    }
}
