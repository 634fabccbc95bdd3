import KubeModel
import Testing

@testable import KubeClient

@Suite struct APIRequestTests {
    private let pods = GroupVersionResource(group: "", version: "v1", resource: "pods")
    private let deployments = GroupVersionResource(group: "apps", version: "v1", resource: "deployments")

    @Test func pathsOfCollectionsObjectsAndSubresources() {
        #expect(ResourceLocation(pods).path == "/api/v1/pods")
        #expect(ResourceLocation(pods, namespace: "default").path == "/api/v1/namespaces/default/pods")
        #expect(
            ResourceLocation(deployments, namespace: "n", name: "web", subresource: "scale").path
                == "/apis/apps/v1/namespaces/n/deployments/web/scale")
    }

    @Test func parametersAreOrderedAndEscapedAsGoDoes() {
        var query = ListQuery()
        query.labelSelector = "a in (b,c), d!=e f"
        query.limit = 500
        let request = APIRequest.get(ResourceLocation(pods, namespace: "default"), query: query)
        #expect(
            request.target
                == "/api/v1/namespaces/default/pods?labelSelector=a+in+%28b%2Cc%29%2C+d%21%3De+f&limit=500")
    }

    @Test func namesCannotLeaveTheirPathSegmentUnescaped() {
        #expect(PercentEncoding.path("/api/v1/pods/a b?c#d%e") == "/api/v1/pods/a%20b%3Fc%23d%25e")
        #expect(PercentEncoding.path("/ü") == "/%C3%BC")
    }

    @Test func watchAsksForChanges() {
        var query = ListQuery()
        query.resourceVersion = "7"
        #expect(
            APIRequest.watch(ResourceLocation(pods), query: query).target == "/api/v1/pods?resourceVersion=7&watch=true"
        )
    }
}
