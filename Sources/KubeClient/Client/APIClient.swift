package import HTTPTransport
package import JSONModel
package import KubeConfig
import KubeModel

/// Sends requests to one API server as one user.
package struct APIClient: Sendable {
    /// The server's URL without a slash at its end: "https://127.0.0.1:6443".
    package let serverURL: String
    private let transport: any Transport
    private let credentials: any CredentialSource
    private let headers: HTTPHeaders
    private let timeout: Duration?
    private var onWarning: @Sendable (String) -> Void

    /// The most that is read of an answer which is taken as a whole.
    private static let largestDocument = 1 << 30
    /// The most that is read of an answer that tells of a failure.
    private static let largestFailure = 16 << 20

    /// A client for the server and the user of `configuration`.
    ///
    /// - Parameters:
    ///   - userAgent: What the client says it is.
    ///   - onWarning: Called with the text of each `Warning` header (RFC 7234, section 5.5, code 299).
    package init(
        configuration: ClientConfiguration, transport: any Transport, credentials: any CredentialSource,
        userAgent: String, onWarning: @escaping @Sendable (String) -> Void
    ) {
        serverURL = configuration.server
        self.transport = transport
        self.credentials = credentials
        self.onWarning = onWarning
        timeout = configuration.requestTimeout
        var headers = HTTPHeaders()
        headers.add("User-Agent", userAgent)
        for (name, value) in configuration.impersonation?.headers ?? [] { headers.add(name, value) }
        self.headers = headers
    }

    /// The same client, whose server's warnings are told to somebody else.
    package func reporting(_ onWarning: @escaping @Sendable (String) -> Void) -> APIClient {
        var client = self
        client.onWarning = onWarning
        return client
    }

    /// Whether the user limits the time of every request, streams included.
    package var hasTimeLimit: Bool { timeout != nil }

    /// Sends a request and returns the response of a success (2xx), its body still to be read as a stream.
    package func response(_ request: APIRequest) async throws(ClientError) -> HTTPResponse {
        try await response(request, isStreamed: true)
    }

    private func response(_ request: APIRequest, isStreamed: Bool) async throws(ClientError) -> HTTPResponse {
        var response = try await send(request, isStreamed: isStreamed)
        if response.status == 401, await credentials.renewAfterRejection() {
            response = try await send(request, isStreamed: isStreamed)
        }
        for warning in response.headers.values("Warning") {
            WarningHeader.texts(warning).forEach(onWarning)
        }
        let isUnchanged = response.status == 304 && request.knownEntityTag != nil
        guard (200..<300).contains(response.status) || isUnchanged else {
            let body = try await collect(response, limit: Self.largestFailure, for: request)
            throw .status(APIStatus(status: response.status, headers: response.headers, body: body, request: request))
        }
        return response
    }

    /// Sends a request and reads the whole body of its success.
    package func bytes(_ request: APIRequest) async throws(ClientError) -> [UInt8] {
        try await collect(try await response(request, isStreamed: false), limit: Self.largestDocument, for: request)
    }

    /// Sends a request and parses the body of its success while it arrives.
    package func json(
        _ request: APIRequest, numbers: JSONParsingOptions.NumberForm = .asWritten
    ) async throws(ClientError) -> JSONValue {
        try await parse(try await response(request, isStreamed: false), of: request, numbers: numbers)
    }

    /// As `json`, for a part of a list: `onContinuation` is called once with the text that asks for the next part, or an
    /// empty one for the last part; as soon as that is known, which is before the items are there from servers that tell
    /// of the list first.
    package func listPart(
        _ request: APIRequest, numbers: JSONParsingOptions.NumberForm = .asWritten, onContinuation: (String) -> Void
    ) async throws(ClientError) -> JSONValue {
        var isTold = false
        var looks = 0
        func tell(_ metadata: JSONValue?) {
            guard !isTold else { return }
            isTold = true
            onContinuation(metadata?["continue"]?.string ?? "")
        }
        defer { tell(nil) }
        let response = try await response(request, isStreamed: false)
        let document = try await parse(response, of: request, numbers: numbers) { parser in
            guard looks < Self.mostLooks, !isTold else { return }
            looks += 1
            if let metadata = parser.members["metadata"] { tell(metadata) }
        }
        tell(document["metadata"])
        return document
    }

    /// In so many pieces of a list at its beginning what is told of it is looked for.
    private static let mostLooks = 8

    /// A document with the tag by which the server knows this version of it; nil where it gave none.
    package struct TaggedDocument: Sendable {
        package let value: JSONValue
        package let entityTag: String?
    }

    /// As `json`; nil where the version of the request's `knownEntityTag` is still the one the server has.
    package func changedJSON(_ request: APIRequest) async throws(ClientError) -> TaggedDocument? {
        let response = try await response(request, isStreamed: false)
        if response.status == 304 {
            _ = try await collect(response, limit: Self.largestFailure, for: request)
            return nil
        }
        let tag = response.headers["ETag"]
        return TaggedDocument(value: try await parse(response, of: request), entityTag: tag)
    }

    private func parse(
        _ response: HTTPResponse, of request: APIRequest, numbers: JSONParsingOptions.NumberForm = .asWritten,
        onPiece: (JSONStreamParser) -> Void = { _ in }
    ) async throws(ClientError) -> JSONValue {
        let parser = JSONStreamParser(
            options: JSONParsingOptions(byteLimit: Self.largestDocument, numbers: numbers))
        let chunks = response.body.makeAsyncIterator()
        while true {
            let chunk: [UInt8]?
            do { chunk = try await chunks.next() } catch let error {
                throw bodyFailure(error, of: request, isStreamed: false)
            }
            do {
                guard let chunk else { return try parser.finish() }
                try parser.append(chunk)
                onPiece(parser)
            } catch let error {
                // client-go parses what it has read to its end: that a body broke off goes before what is wrong in it.
                try await drain(chunks, for: request)
                throw .malformedResponse(error)
            }
        }
    }

    private func drain(_ chunks: HTTPBody.AsyncIterator, for request: APIRequest) async throws(ClientError) {
        var left = Self.largestDocument
        do {
            while left > 0, let chunk = try await chunks.next() { left -= chunk.count }
        } catch let error {
            throw bodyFailure(error, of: request, isStreamed: false)
        }
    }

    /// The whole URL of a request, as error texts name it.
    package func url(_ request: APIRequest) -> String { serverURL + request.target }

    private func send(_ request: APIRequest, isStreamed: Bool) async throws(ClientError) -> HTTPResponse {
        let message = try await message(request, isStreamed: isStreamed)
        do { return try await transport.send(message) } catch let error { throw failure(error, of: request) }
    }

    /// Asks the server to switch the request's connection to another protocol; `headers` are those the protocol wants.
    package func upgrade(
        _ request: APIRequest, headers: HTTPHeaders = HTTPHeaders()
    ) async throws(ClientError) -> UpgradeAnswer {
        try await upgrade(request) { (message, transport) async throws(TransportError) in
            var message = message
            for field in headers.fields { message.headers.add(field.name, field.value) }
            return try await transport.upgrade(message)
        }
    }

    /// Asks the server to speak one of `subprotocols` over a WebSocket.
    package func openWebSocket(
        _ request: APIRequest, subprotocols: [String]
    ) async throws(ClientError) -> WebSocketHandshake.Answer {
        try await upgrade(request) { (message, transport) async throws(TransportError) in
            try await WebSocketHandshake.open(message, subprotocols: subprotocols, over: transport)
        }
    }

    private func upgrade<Answer>(
        _ request: APIRequest,
        _ open: (HTTPRequest, any Transport) async throws(TransportError) -> Answer
    ) async throws(ClientError) -> Answer {
        var message = try await message(request, isStreamed: true)
        message.headers["Accept"] = nil
        do { return try await open(message, transport) } catch let error { throw failure(error, of: request) }
    }

    /// A request as it is sent, the user's credentials with it.
    private func message(_ request: APIRequest, isStreamed: Bool) async throws(ClientError) -> HTTPRequest {
        if let fault = request.fault { throw .invalidRequest(fault) }
        var headers = headers
        headers.add("Accept", request.accept)
        if let contentType = request.contentType { headers.add("Content-Type", contentType) }
        if let tag = request.knownEntityTag { headers.add("If-None-Match", tag) }
        let authorization: String?
        do { authorization = try await credentials.authorization() } catch let error {
            throw .credentials(error, method: request.method, url: url(request))
        }
        if let authorization { headers.add("Authorization", authorization) }
        return HTTPRequest(
            method: request.method, url: url(request), headers: headers, body: request.body,
            timeout: [timeout, request.timeLimit].compactMap(\.self).min(), isStreamed: isStreamed)
    }

    private func collect(
        _ response: HTTPResponse, limit: Int, for request: APIRequest
    ) async throws(ClientError) -> [UInt8] {
        do { return try await response.body.collect(limit: limit) } catch let error {
            throw bodyFailure(error, of: request, isStreamed: false)
        }
    }

    /// An error of the transport while a body was read, by default as a stream.
    package func bodyFailure(
        _ error: TransportError, of request: APIRequest, isStreamed: Bool = true
    ) -> ClientError {
        error == .cancelled ? failure(error, of: request) : .brokenBody(error, isStreamed: isStreamed)
    }

    /// An error of the transport with the request it came from.
    private func failure(_ error: TransportError, of request: APIRequest) -> ClientError {
        .transport(error, method: request.method, url: url(request))
    }
}
