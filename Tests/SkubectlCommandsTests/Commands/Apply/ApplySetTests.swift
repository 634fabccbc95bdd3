import JSONModel
import KubeClient
import KubeModel
import Testing

@testable import SkubectlCommands

@Suite struct ApplySetTests {
    private func set(_ resource: String, _ kind: String, namespace: String?, name: String) -> ApplySet {
        let gvk = GroupVersionKind(group: "", version: "v1", kind: kind)
        let mapping = RESTMapping(APIResource(name: resource, singularName: "", gvk: gvk, isNamespaced: true))
        return ApplySet(parent: ApplySetParent(name: name, namespace: namespace, mapping: mapping), tool: "kubectl")
    }

    /// Recorded from kubectl 1.36.
    @Test func theIdIsKubectls() {
        let set = set("secrets", "Secret", namespace: "apply-try", name: "set1")
        #expect(set.id == "applyset--RSSDjde2DOp8ijcdFkF3Lny5uWm_SypDru5s4Yfnl4-v1")
        #expect(set.selector == "applyset.kubernetes.io/part-of=\(set.id)")
        #expect(set.parent.text == "secrets./set1")
    }

    @Test func anObjectIsLabelledOnce() throws {
        let set = set("configmaps", "ConfigMap", namespace: "n", name: "s")
        let selected = SelectedObject(mapping: set.parent.mapping, namespace: "n", name: "a")
        let object = ManifestReader.Object(
            value: ["metadata": ["labels": ["a": "b"]]], selected: selected, source: "f")
        let labelled = try set.labelled(object)
        #expect(labelled.value["metadata"]?["labels"]?[ApplySet.memberLabel]?.string == set.id)
        #expect(labelled.value["metadata"]?["labels"]?["a"]?.string == "b")
        #expect(throws: CommandError.self) { try set.labelled(labelled) }
    }
}
