import JSONModel
import KubeModel
import Testing

@testable import KubeClient

@Suite struct DiscoverySnapshotJSONTests {
    private static let snapshot: DiscoverySnapshot = {
        var pods = APIResource(
            name: "pods", singularName: "pod", gvk: GroupVersionKind(group: "", version: "v1", kind: "Pod"),
            isNamespaced: true, verbs: ["get", "patch"])
        pods.shortNames = ["po"]
        pods.categories = ["all"]
        pods.storageVersionHash = "xPOwRZ+Yhw8="
        return DiscoverySnapshot(groups: [
            APIGroup(name: "", versions: [.init(version: "v1", resources: [pods])], preferredVersion: "v1"),
            APIGroup(name: "apps", versions: [.init(version: "v1", resources: [])], preferredVersion: "v1"),
        ])
    }()

    @Test(arguments: [true, false])
    func whatIsKeptIsWhatWasThere(_ supportsFieldValidation: Bool) throws {
        var snapshot = Self.snapshot
        snapshot.supportsFieldValidation = supportsFieldValidation
        let bytes = JSONWriter.bytes(snapshot.cacheDocument)
        #expect(DiscoverySnapshot(cacheDocument: try JSONParser.parse(bytes)) == snapshot)
    }

    @Test(arguments: ["format", "fieldValidation", "groups"])
    func aDocumentWithSomethingMissingIsNotRead(_ key: String) {
        var document = Self.snapshot.cacheDocument
        document[key] = nil
        #expect(DiscoverySnapshot(cacheDocument: document) == nil)
    }

    @Test func aDocumentOfAnotherFormatIsNotRead() {
        var document = Self.snapshot.cacheDocument
        document["format"] = 1
        #expect(DiscoverySnapshot(cacheDocument: document) == nil)
    }
}
