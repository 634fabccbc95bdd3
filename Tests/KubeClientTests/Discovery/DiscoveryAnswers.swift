import TestSupport
import Testing

/// What servers answer when they are asked what they have.
enum DiscoveryAnswers {
    static let core = "/api?timeout=32s"
    static let named = "/apis?timeout=32s"

    static let aggregatedCore = """
        {"kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2", "items": [
          {"metadata": {"creationTimestamp": null}, "versions": [{"version": "v1", "freshness": "Current", "resources": [
            {"resource": "pods", "responseKind": {"group": "", "version": "", "kind": "Pod"}, "scope": "Namespaced",
             "singularResource": "pod", "verbs": ["get", "patch"], "shortNames": ["po"], "categories": ["all"],
             "subresources": [{"subresource": "log", "responseKind": {"kind": "Pod"}, "verbs": ["get"]}]},
            {"resource": "nodes", "responseKind": {"group": "", "version": "", "kind": "Node"}, "scope": "Cluster",
             "singularResource": "node", "verbs": ["get"]},
            {"resource": "hollow", "subresources": [{"subresource": "scale", "responseKind": {"kind": "Scale"}}]}
          ]}]}
        ]}
        """

    static let aggregatedGroups = """
        {"kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2", "items": [
          {"metadata": {"name": "apps"}, "versions": [
            {"version": "v2", "freshness": "Stale"},
            {"version": "v1", "freshness": "Current", "resources": [
              {"resource": "deployments", "responseKind": {"group": "apps", "version": "v1", "kind": "Deployment"},
               "scope": "Namespaced", "singularResource": "deployment", "verbs": ["get"], "shortNames": ["deploy"]}
            ]}
          ]}
        ]}
        """

    /// As a server tells of `count` definitions of its own, ten in a group.
    static func aggregatedGroups(definitions count: Int) -> String {
        let groups = stride(from: 0, to: count, by: 10).map { start in
            let resources = (start..<min(start + 10, count)).map { number in
                """
                {"resource": "thing\(number)s", "responseKind": {"group": "g\(start).test", "version": "v1", "kind": \
                "Thing\(number)"}, "scope": "Namespaced", "singularResource": "thing\(number)", "verbs": ["get", "list"], \
                "shortNames": ["t\(number)"], "subresources": [{"subresource": "status", "verbs": ["get"]}]}
                """
            }
            return """
                {"metadata": {"name": "g\(start).test"}, "versions": [{"version": "v1", "freshness": "Current", \
                "resources": [\(resources.joined(separator: ", "))]}]}
                """
        }
        return #"{"kind": "APIGroupDiscoveryList", "items": [\#(groups.joined(separator: ", "))]}"#
    }

    static let plainCore = """
        {"kind": "APIVersions", "versions": ["v1"], "serverAddressByClientCIDRs": []}
        """

    static let plainGroups = """
        {"kind": "APIGroupList", "apiVersion": "v1", "groups": [
          {"name": "apps", "versions": [{"groupVersion": "apps/v1", "version": "v1"},
            {"groupVersion": "apps/v1beta1", "version": "v1beta1"}],
           "preferredVersion": {"groupVersion": "apps/v1", "version": "v1"}}
        ]}
        """

    static let corePods = """
        {"kind": "APIResourceList", "groupVersion": "v1", "resources": [
          {"name": "pods", "singularName": "pod", "namespaced": true, "kind": "Pod", "verbs": ["get", "patch"],
           "shortNames": ["po"], "categories": ["all"]},
          {"name": "pods/log", "singularName": "", "namespaced": true, "kind": "Pod", "verbs": ["get"]},
          {"name": "nodes", "singularName": "node", "namespaced": false, "kind": "Node", "verbs": ["get"]}
        ]}
        """

    static let deployments = """
        {"kind": "APIResourceList", "groupVersion": "apps/v1", "resources": [
          {"name": "deployments", "singularName": "deployment", "namespaced": true, "kind": "Deployment", "verbs": ["get"],
           "shortNames": ["deploy"]}
        ]}
        """

    /// A list without any resource, as a server of metrics has while there are none.
    static let nothing = #"{"kind": "APIResourceList", "groupVersion": "apps/v1beta1", "resources": []}"#

    /// A failure as API servers write it.
    static func failure(_ code: Int, _ reason: String) -> StubResponse {
        .json(
            #"{"kind": "Status", "status": "Failure", "message": "sorry", "reason": "\#(reason)", "code": \#(code)}"#,
            status: code)
    }

    /// The answers of a server of Kubernetes 1.26 or later.
    static func aggregated() -> StubTransport {
        StubTransport().on("GET", core, .json(aggregatedCore)).on("GET", named, .json(aggregatedGroups))
    }

    /// The answers of an older server's roots.
    static func plainRoots() -> StubTransport {
        StubTransport().on("GET", core, .json(plainCore)).on("GET", named, .json(plainGroups))
    }

    /// The answers of an older server, whose `apps/v1beta1` has nothing.
    static func plain() -> StubTransport {
        plainRoots()
            .on("GET", "/api/v1?timeout=32s", .json(corePods))
            .on("GET", "/apis/apps/v1?timeout=32s", .json(deployments))
            .on("GET", "/apis/apps/v1beta1?timeout=32s", .json(nothing))
    }
}
