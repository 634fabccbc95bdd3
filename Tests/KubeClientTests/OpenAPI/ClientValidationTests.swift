import HTTPTransport
import JSONModel
import KubeModel
import SystemIO
import TestSupport
import Testing

@testable import KubeClient

@Suite struct ClientValidationTests {
    private let folder: TemporaryDirectory
    private let transport = StubTransport()
    private let schemaTarget = "/openapi/v2?timeout=32s"
    private static let book: JSONValue = [
        "apiVersion": "library.test/v1", "kind": "Book", "title": "t", "spec": [:],
    ]
    private static let bad: JSONValue = ["apiVersion": "v1", "kind": "Reader", "age": 5]
    private static let age = ValidationFault.unknownField("age", at: "Reader", schema: "library.v1.Reader")

    init() throws {
        folder = try TemporaryDirectory()
    }

    private var cache: ServerCache {
        ServerCache(cacheFolder: folder("cache"), serverURL: "https://cluster.test:6443", clock: SystemClock())
    }

    private func validation() -> ClientValidation {
        let client = APIClient(transport)
        return ClientValidation(
            openAPI: OpenAPIReader(client: client, cache: cache), discovery: Discovery(client: client, cache: cache))
    }

    /// Puts what the server has into the cache, as an earlier command would.
    private func discovered(supportsFieldValidation: Bool, verbs: [String] = ["patch"]) {
        let resource = APIResource(
            name: "readers", singularName: "", gvk: LibraryDocument.reader, isNamespaced: true, verbs: verbs)
        let group = APIGroup(
            name: "", versions: [.init(version: "v1", resources: [resource])], preferredVersion: "v1")
        let snapshot = DiscoverySnapshot(groups: [group], supportsFieldValidation: supportsFieldValidation)
        cache.store(snapshot.cacheDocument, as: .discovery)
    }

    /// The library's document without what the server checks itself.
    private static let uncheckedDocument = LibraryDocument.text.replacing("fieldValidation-abc\"}", with: "none\"}")

    @Test func theSchemaIsReadOnceAndKept() async throws {
        discovered(supportsFieldValidation: false)
        transport.on("GET", schemaTarget, .json(Self.uncheckedDocument))
        let first = validation()
        #expect(await first.faults(in: Self.book) == [])
        #expect(await first.faults(in: Self.bad) == [Self.age])
        #expect(await first.faults(in: Self.bad) == [Self.age])
        #expect(transport.requests.map { $0.headers["Accept"] } == ["application/json"])
        #expect(await validation().faults(in: Self.book) == [])
        transport.verify()
    }

    @Test func aCachedSchemaIsReplacedBeforeItFindsAnObjectWrong() async throws {
        discovered(supportsFieldValidation: false)
        let old = Self.uncheckedDocument.replacing(#""name": {"type": "string"}"#, with: #""age": {"type": "string"}"#)
        cache.store(
            OpenAPIDocument.schema(in: try JSONParser.parse(Self.uncheckedDocument)).cacheDocument, as: .openAPI)
        transport.on("GET", schemaTarget, .json(old))
        let validation = validation()
        #expect(await validation.faults(in: Self.bad) == [])
        #expect(await validation.faults(in: Self.bad) == [])
        transport.verify()
    }

    @Test func aCachedSchemaIsReplacedWhereItDoesNotKnowTheKind() async throws {
        discovered(supportsFieldValidation: false)
        cache.store(OpenAPIDocument.schema(in: [:]).cacheDocument, as: .openAPI)
        transport.on("GET", schemaTarget, .json(Self.uncheckedDocument))
        #expect(await validation().faults(in: Self.bad) == [Self.age])
        transport.verify()
    }

    @Test func whatTheServerChecksIsNotCheckedTwice() async throws {
        discovered(supportsFieldValidation: true)
        let validation = validation()
        #expect(await validation.faults(in: Self.bad) == [])
        #expect(await validation.checker(of: Self.bad) == .server)
        #expect(transport.lines == [])
    }

    @Test func whatCannotBePatchedIsCheckedHere() async throws {
        discovered(supportsFieldValidation: true, verbs: ["create"])
        transport.on("GET", schemaTarget, .json(Self.uncheckedDocument))
        #expect(await validation().faults(in: Self.bad) == [Self.age])
    }

    @Test func listsAreAlwaysCheckedHere() async throws {
        discovered(supportsFieldValidation: true)
        transport.on("GET", schemaTarget, .json(LibraryDocument.text))
        let list: JSONValue = ["apiVersion": "v1", "kind": "List", "items": [Self.bad]]
        #expect(await validation().faults(in: list) == [Self.age])
    }

    @Test func theServersDocumentMaySayThatItChecks() async throws {
        discovered(supportsFieldValidation: false)
        transport.on("GET", schemaTarget, .json(LibraryDocument.text))
        #expect(await validation().faults(in: Self.bad) == [])
    }

    @Test func whoChecksIsKnownWithoutChecking() async throws {
        discovered(supportsFieldValidation: false)
        transport.on("GET", schemaTarget, .json(Self.uncheckedDocument))
        let validation = validation()
        #expect(await validation.checker(of: Self.bad) == .client)
        #expect(await validation.checker(of: ["kind": "Reader"]) == .nobody([.missingAPIVersion]))
        transport.verify()
    }

    @Test func anObjectWithoutAKindNeedsNoSchema() async throws {
        #expect(await validation().faults(in: ["kind": "Reader"]) == [.missingAPIVersion])
        #expect(transport.lines == [])
    }

    @Test(arguments: [
        (#"{"kind": [{"a": 1e309, "b": -1e999}], "c": 2e999}"#, "1e309"), (#"[1e400]"#, "1e400"),
    ])
    func numbersThatAreTooLargeComeFirst(_ text: String, number: String) async throws {
        #expect(await validation().faults(in: try JSONParser.parse(text)) == [.oversizedNumber(number)])
    }

    @Test func otherNumbersAreRead() async throws {
        let text = #"{"a": [1e308, 99999999999999999999, -1e-999, 0, 9223372036854775807]}"#
        #expect(
            await validation().faults(in: try JSONParser.parse(text)) == [.missingAPIVersion, .missingKind])
    }

    @Test func keysThatStandTwiceComeLast() async throws {
        discovered(supportsFieldValidation: false)
        transport.on("GET", schemaTarget, .json(Self.uncheckedDocument))
        let text = #"{"apiVersion": "v1", "kind": "Reader", "age": 5, "metadata": {"labels": {"a": "1", "a": "2"}}}"#
        let faults = await validation().faults(in: try JSONParser.parse(text), text: Array(text.utf8))
        #expect(
            faults == [
                Self.age, .unknownField("metadata", at: "Reader", schema: "library.v1.Reader"), .duplicateKey("a"),
            ])
    }

    /// kubectl: `failed to download openapi: unknown`.
    @Test func aServerThatRefusesItsSchema() async throws {
        discovered(supportsFieldValidation: false)
        let body = #"{"kind": "Status", "status": "Failure", "reason": "Forbidden", "message": "no", "code": 403}"#
        transport.on("GET", schemaTarget, .json(body, status: 403))
        let faults = await validation().faults(in: Self.bad)
        guard case .schemaUnavailable(.status(let status)) = faults.first else {
            Issue.record("found \(faults)")
            return
        }
        #expect(faults.count == 1)
        #expect(status.message == "unknown")
        #expect(status.reason == "Forbidden")
    }

    /// kubectl tells of the request for the schema, not of those for discovery.
    @Test func aServerThatCannotBeReached() async throws {
        let failure = TransportError.cancelled
        for target in ["/api?timeout=32s", "/apis?timeout=32s", schemaTarget] {
            transport.on("GET", target, .failure(failure))
        }
        let url = "https://cluster.test:6443\(schemaTarget)"
        #expect(
            await validation().faults(in: Self.bad)
                == [.schemaUnavailable(.transport(failure, method: "GET", url: url))])
    }
}
