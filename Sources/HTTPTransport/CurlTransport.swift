import CCurl
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

    /// Has libcurl loaded on another thread, for a program that knows it will soon send something.
    ///
    /// It takes several milliseconds, about as long as all that a command does before its first request.
    package static func preload() {
        ccurl_preload()
    }

    package func upgrade(_ request: HTTPRequest) async throws(TransportError) -> UpgradeAnswer {
        let connection = CurlConnection(try transfer(for: request))
        return try await withTaskCancellationHandler {
            await connection.open()
        } onCancel: {
            connection.close()
        }.get()
    }

    private func transfer(for request: HTTPRequest) throws(TransportError) -> CurlTransfer {
        guard let url = RequestURL(request.url), url.scheme == "http" || url.scheme == "https" else {
            throw .unsupportedURL(url: request.url, scheme: RequestURL(request.url)?.scheme ?? "")
        }
        if let field = request.headers.invalidField {
            throw .invalidHeader(name: field.name, isName: field.isName)
        }
        return CurlTransfer(request: request, url: url, options: options, proxy: try proxy(for: request.url))
    }

    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let transfer = try transfer(for: request)
        let reader = TransferReader(transfer, owner)
        if let upload = request.upload {
            let engine = owner.engine
            upload.attach { engine.post(.resume(transfer)) }
        }
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
