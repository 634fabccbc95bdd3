import JSONModel
import KubeModel
import StdlibExtensions

/// The kinds that kubectl has Go types for; commands that work with these types take no others, and no other values.
enum TypedKinds {
    /// The groups beside those that end in ".k8s.io".
    private static let groups: Set = ["", "apps", "autoscaling", "batch", "extensions", "policy"]
    /// Groups that end so and have types elsewhere.
    private static let otherGroups: Set = ["apiextensions.k8s.io", "apiregistration.k8s.io", "metrics.k8s.io"]

    /// Why a target cannot be worked with; nil where its kind is one of them, and its values are of that kind's types.
    static func fault(of target: ChangeTargets.Target) -> CommandError? {
        let apiVersion = target.value["apiVersion"]?.string ?? ""
        let group = GroupVersion(apiVersion: apiVersion)?.group ?? ""
        if groups.contains(group) || (group.hasSuffix(".k8s.io") && !otherGroups.contains(group)) {
            guard let source = target.source,
                let mismatch = TypedChecking(sortingKeys: true).mismatch(in: target.value)
            else { return nil }
            return .failed("unable to decode \(source.goQuoted): \(mismatch.message)")
        }
        let kind = (target.value["kind"]?.string ?? "") + (target.isListed ? "List" : "")
        let sentence =
            "no kind \(kind.goQuoted) is registered for version \(apiVersion.goQuoted) in scheme "
            + "\"pkg/scheme/scheme.go:28\""
        guard let source = target.source else { return .failed(sentence) }
        return .failed("unable to decode \(source.goQuoted): \(sentence)")
    }

    /// The name of an object's Go type: "*v1.ConfigMap".
    static func goType(of object: JSONValue) -> String {
        let version = GroupVersion(apiVersion: object["apiVersion"]?.string ?? "")?.version ?? ""
        return "*\(version).\(object["kind"]?.string ?? "")"
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
