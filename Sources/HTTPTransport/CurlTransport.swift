import Synchronization

/// Sends requests through libcurl: one thread drives all of a transport's transfers.
///
/// Connections are kept and shared between requests. The transport ends, and with it whatever it still has under way,
/// when neither it nor a body it handed out is held any more.
package struct CurlTransport: Transport {
    package let options: TransportOptions
    private let owner = EngineOwner()

    package init(_ options: TransportOptions = TransportOptions()) {
        self.options = options
    }

    /// Has the HTTP library loaded on another thread, for a caller that knows it will soon send something.
    package func prepare() {
        owner.engine.prepare()
    }

    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        guard let url = RequestURL(request.url), url.scheme == "http" || url.scheme == "https" else {
            throw .unsupportedURL(url: request.url, scheme: RequestURL(request.url)?.scheme ?? "")
        }
        if let field = request.headers.invalidField {
            throw .invalidHeader(name: field.name, isName: field.isName)
        }
        let transfer = CurlTransfer(request: request, url: url, options: options, proxy: try proxy(for: request.url))
        let reader = TransferReader(transfer, owner)
        let result = await withTaskCancellationHandler {
            owner.engine.post(.start(transfer))
            return await transfer.head()
        } onCancel: {
            reader.cancel()
        }
        let head = try result.get()
        return HTTPResponse(
            status: head.status, statusText: head.statusText, headers: head.headers,
            body: HTTPBody { () async throws(TransportError) in try await reader.next() }, timings: head.timings)
    }

    private func proxy(for url: String) throws(TransportError) -> String? {
        switch options.proxy {
        case .direct: return nil
        case .url(let proxy):
            guard let parsed = RequestURL(proxy), ["http", "https", "socks5", "socks5h"].contains(parsed.scheme) else {
                throw .invalidProxy(proxy)
            }
            return proxy
        case .environment(let rules): return try rules.proxy(for: url)
        }
    }
}

/// Stops the engine when nothing needs it any more.
private final class EngineOwner: Sendable {
    let engine = CurlEngine()

    deinit {
        engine.post(.stop)
    }
}

/// The reading end of a transfer; a body nobody reads any more ends its transfer.
private final class TransferReader: Sendable {
    private let transfer: CurlTransfer
    private let owner: EngineOwner

    init(_ transfer: CurlTransfer, _ owner: EngineOwner) {
        self.transfer = transfer
        self.owner = owner
    }

    deinit {
        cancel()
    }

    func cancel() {
        if transfer.cancel() { owner.engine.post(.abandon(transfer)) }
    }

    func next() async throws(TransportError) -> [UInt8]? {
        let result = await withTaskCancellationHandler {
            await transfer.chunk { owner.engine.post(.resume(transfer)) }
        } onCancel: {
            cancel()
        }
        return try result.get()
    }
}
