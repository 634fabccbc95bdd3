import JSONModel
package import KubeModel
import StdlibExtensions

/// Reads what a server says of the fields of its objects, each document at most once a process.
///
/// Documents are kept on disk with what the server knows their version by: the entity tag of the document of version 2,
/// the address with its hash of those of version 3. One that has not changed is not sent again.
package actor OpenAPIReader {
    private let client: APIClient
    private let cache: ServerCache
    private var current: OpenAPISchema?
    /// Whether the schema is as the server has it now.
    package private(set) var isFresh = false
    private let addresses = SharedAnswers<String, [String: String], ClientError>()
    private let documents = SharedAnswers<String, OpenAPIVersionDocument?, ClientError>()

    /// client-go's limit on such requests, which it also tells the server.
    private static let timeout = APIRequest.Parameter("timeout", "32s")

    package init(client: APIClient, cache: ServerCache) {
        self.client = client
        self.cache = cache
    }

    // MARK: - Version 2

    /// The definitions of the document of version 2.
    ///
    /// - Parameter allowingCache: Whether one is enough that the server had some hours ago.
    package func schema(allowingCache: Bool) async throws(ClientError) -> OpenAPISchema {
        if let current, isFresh || allowingCache { return current }
        if allowingCache, let cached = cache.document(.openAPI).flatMap(OpenAPISchema.init(cacheDocument:)) {
            current = cached
            return cached
        }
        let schema = try await changedSchema()
        current = schema
        isFresh = true
        return schema
    }

    /// Asks the server whether the schema on disk is still its own.
    private func changedSchema() async throws(ClientError) -> OpenAPISchema {
        let kept = cache.document(.openAPI, ofAnyAge: true)
        let known = kept.flatMap(OpenAPISchema.init(cacheDocument:))
        var request = APIRequest("GET", path: "/openapi/v2", parameters: [Self.timeout])
        if known != nil { request.knownEntityTag = kept?["entityTag"]?.string }
        let answer: APIClient.TaggedDocument?
        do { answer = try await client.changedJSON(request) } catch ClientError.status(let status) {
            throw .status(status.unstructured(for: request))
        }
        if answer == nil, let known { return known }
        let schema = OpenAPIDocument.schema(in: answer?.value ?? .null)
        var document = schema.cacheDocument
        document["entityTag"] = answer?.entityTag.map(JSONValue.string)
        cache.store(document, as: .openAPI)
        return schema
    }

    // MARK: - Version 3

    /// The names under which the server has documents of version 3, "api/v1" and "apis/apps/v1", with their addresses.
    package func versions() async throws(ClientError) -> [String: String] {
        let path = "/openapi/v3"
        return try await addresses.answer(to: path) { [client] () async throws(ClientError) in
            try await Self.versions(at: path, client)
        }
    }

    private static func versions(at path: String, _ client: APIClient) async throws(ClientError) -> [String: String] {
        let request = APIRequest("GET", path: path, parameters: [timeout])
        let document: JSONValue
        do { document = try await client.json(request) } catch ClientError.status(let status) {
            throw .status(status.unstructured(for: request))
        }
        var found: [String: String] = [:]
        for (name, entry) in document["paths"]?.object ?? [:] {
            found[name] = entry["serverRelativeURL"]?.string ?? ""
        }
        return found
    }

    /// The document of version 3 of an API version; nil where the server has none.
    package func document(of groupVersion: GroupVersion) async throws(ClientError) -> OpenAPIVersionDocument? {
        let name = String(groupVersion.path.dropFirst())
        return try await documents.answer(to: name) { () async throws(ClientError) in
            try await self.read(document: name)
        }
    }

    private func read(document name: String) async throws(ClientError) -> OpenAPIVersionDocument? {
        guard let address = try await versions()[name] else { return nil }
        if let kept = cache.document(.openAPIVersion(name), ofAnyAge: true),
            let document = OpenAPIVersionDocument(cacheDocument: kept, address: address)
        {
            return document
        }
        // An address that is none of this server's would lead elsewhere, with the user's credentials.
        let target = address.hasPrefix("/") ? address : "/\(address)"
        let request = APIRequest("GET", rawTarget: target)
        let document: OpenAPIVersionDocument
        do { document = OpenAPIVersionDocument(try await client.json(request)) } catch ClientError.status(let status) {
            throw .status(status.unstructured(for: request))
        }
        // Only an address with a hash says by itself whether the document has changed.
        if address.contains("hash=") {
            cache.store(document.cacheDocument(address: address), as: .openAPIVersion(name))
        }
        return document
    }
}
