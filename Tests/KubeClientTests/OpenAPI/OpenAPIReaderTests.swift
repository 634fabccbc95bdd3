import HTTPTransport
import JSONModel
import KubeModel
import SystemIO
import TestSupport
import Testing

@testable import KubeClient

struct OpenAPIReaderTests {
    private let folder: TemporaryDirectory
    private let transport = StubTransport()
    private static let target = "/openapi/v2?timeout=32s"
    private static let apps = GroupVersion(group: "apps", version: "v1")

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func reader() -> OpenAPIReader {
        let cache = ServerCache(
            cacheFolder: folder("cache"), serverURL: "https://cluster.test:6443", clock: SystemClock())
        return OpenAPIReader(client: APIClient(transport), cache: cache)
    }

    @Test func aSchemaThatHasNotChangedIsNotSentAgain() async throws {
        transport.on("GET", Self.target, .json(LibraryDocument.text, headers: ["ETag": "\"one\""]))
        let first = try await reader().schema(allowingCache: false)
        transport.on("GET", Self.target, .chunks([], status: 304))
        let second = reader()
        #expect(try await second.schema(allowingCache: false) == first)
        #expect(await second.isFresh)
        #expect(transport.requests.map { $0.headers["If-None-Match"] } == [nil, "\"one\""])
        #expect(try await reader().schema(allowingCache: true) == first)
        transport.verify()
    }

    @Test func aDocumentIsKnownByItsAddress() async throws {
        let list = #"{"paths": {"apis/apps/v1": {"serverRelativeURL": "/openapi/v3/apis/apps/v1?hash=A"}}}"#
        transport.on("GET", "/openapi/v3?timeout=32s", repeated: true, .json(list))
        transport.on(
            "GET", "/openapi/v3/apis/apps/v1?hash=A", .json(#"{"components": {"schemas": {"a": {"type": "object"}}}}"#))
        let document = try await reader().document(of: Self.apps)
        #expect(document?.schema(at: "#/components/schemas/a") == ["type": "object"])
        #expect(try await reader().document(of: Self.apps) == document)
        #expect(try await reader().document(of: GroupVersion(group: "", version: "v1")) == nil)
        transport.verify()
    }

    /// An address without a slash would be that of another host, to which the user's credentials went.
    @Test func noAddressLeadsToAnotherServer() async throws {
        let list = #"{"paths": {"apis/apps/v1": {"serverRelativeURL": "@evil.test/openapi"}}}"#
        transport.on("GET", "/openapi/v3?timeout=32s", .json(list))
        transport.on("GET", "/@evil.test/openapi", .json("{}"))
        #expect(try await reader().document(of: Self.apps) != nil)
        #expect(transport.requests.allSatisfy { $0.url.hasPrefix("https://cluster.test:6443/") })
        transport.verify()
    }
}
