import KubeModel
import Testing

@testable import KubeClient

@Suite struct RESTMapperTests {
    private static func resource(
        _ name: String, _ kind: String, _ group: String, _ version: String, short: [String] = [], all: Bool = false
    ) -> APIResource {
        var resource = APIResource(
            name: name, singularName: "", gvk: GroupVersionKind(group: group, version: version, kind: kind),
            isNamespaced: true)
        resource.shortNames = short
        resource.categories = all ? ["all"] : []
        return resource
    }

    private let mapper = RESTMapper(
        DiscoverySnapshot(groups: [
            APIGroup(
                name: "",
                versions: [
                    .init(
                        version: "v1",
                        resources: [
                            resource("pods", "Pod", "", "v1", short: ["po"], all: true),
                            resource("events", "Event", "", "v1", short: ["ev"]),
                        ])
                ], preferredVersion: "v1"),
            APIGroup(
                name: "apps",
                versions: [
                    .init(
                        version: "v1",
                        resources: [resource("deployments", "Deployment", "apps", "v1", short: ["deploy"])])
                ], preferredVersion: "v1"),
            APIGroup(
                name: "events.k8s.io",
                versions: [
                    .init(
                        version: "v1", resources: [resource("events", "Event", "events.k8s.io", "v1", short: ["ev"])]),
                    .init(
                        version: "v1beta1",
                        resources: [resource("events", "Event", "events.k8s.io", "v1beta1", short: ["ev"])]),
                ], preferredVersion: "v1"),
        ]))

    @Test(arguments: ["pods", "pod", "po", "Pod", "Pods", "pods.v1.", "PO"])
    func wordsForPods(_ word: String) {
        #expect(mapper.mapping(forArgument: word)?.gvk == GroupVersionKind(group: "", version: "v1", kind: "Pod"))
    }

    @Test(arguments: ["deployments.apps", "deploy.apps", "deployment.v1.apps", "deployments.ap", "Deployment.v1.apps"])
    func groupsMatchWholeOrByTheirBeginning(_ word: String) {
        #expect(mapper.mapping(forArgument: word)?.gvr.resource == "deployments")
    }

    @Test func theCoreGroupComesFirst() {
        #expect(mapper.mapping(forArgument: "events")?.gvk.group == "")
        #expect(mapper.mapping(forArgument: "ev.events.k8s.io")?.gvk.version == "v1")
        #expect(mapper.mapping(forArgument: "events.v1beta1.events.k8s.io")?.gvk.version == "v1beta1")
    }

    /// kubectl 1.36 asks for the preferred version, whatever stands next to a short name.
    @Test(arguments: ["ev.v1beta1.events.k8s.io", "ev.v7.events.k8s.io"])
    func theVersionNextToAShortNameSaysNothing(_ word: String) {
        #expect(mapper.mapping(forArgument: word)?.gvk.version == "v1")
    }

    @Test(arguments: ["", "nope", "pods.apps", "pods.v2.", "deployments.v1.ap.x"])
    func wordsThatMeanNothing(_ word: String) {
        #expect(mapper.mapping(forArgument: word) == nil)
    }

    /// kubectl 1.36 finds these kinds.
    @Test(arguments: [
        GroupVersionKind(group: "", version: "v1", kind: "pod"), GroupVersionKind(group: "", version: "", kind: "Pod"),
        GroupVersionKind(group: "", version: "", kind: "pod"),
    ])
    func kindsInLowerCaseAndWithoutAVersion(_ gvk: GroupVersionKind) {
        #expect(mapper.mapping(for: gvk)?.gvr == GroupVersionResource(group: "", version: "v1", resource: "pods"))
    }

    @Test func aKindWithoutAVersionIsOfThePreferredOne() {
        let event = GroupVersionKind(group: "events.k8s.io", version: "", kind: "Event")
        #expect(mapper.mapping(for: event)?.gvr.version == "v1")
    }

    @Test(arguments: [
        GroupVersionKind(group: "", version: "v1", kind: "POD"),
        GroupVersionKind(group: "", version: "v2", kind: "Pod"),
        GroupVersionKind(group: "apps", version: "", kind: "Pod"), GroupVersionKind(group: "", version: "v1", kind: ""),
        GroupVersionKind(group: "", version: "v1", kind: "pods"),
    ])
    func kindsThatAreNotThere(_ gvk: GroupVersionKind) {
        #expect(mapper.mapping(for: gvk) == nil)
    }

    @Test func categoriesAndKinds() {
        #expect(mapper.resources(inCategory: "all")?.map(\.name) == ["pods"])
        #expect(mapper.resources(inCategory: "none") == nil)
        #expect(mapper.mapping(for: GroupVersionKind(group: "apps", version: "v1", kind: "Deployment")) != nil)
        #expect(mapper.mapping(for: GroupVersionKind(group: "apps", version: "v2", kind: "Deployment")) == nil)
    }
}
