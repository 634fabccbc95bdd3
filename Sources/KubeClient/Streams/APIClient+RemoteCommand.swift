package import HTTPTransport
import JSONModel
import KubeModel
import StdlibExtensions

extension APIClient {
    /// The subprotocol in which an input can be ended by itself.
    private static let channelsV5 = "v5.channel.k8s.io"
    private static let channelsV4 = "v4.channel.k8s.io"
    /// What is offered over SPDY, newest first; older servers than those of v4 tell no exit codes.
    private static let streamsV4 = ["v5.channel.k8s.io", "v4.channel.k8s.io"]

    /// Starts a command in a container, or attaches to one.
    ///
    /// Asks for a WebSocket first, and falls back to SPDY/3.1 as kubectl does: where a server does not know v5, an input
    /// could not be ended over a WebSocket without ending the session.
    package func open(_ command: RemoteCommand) async throws(ClientError) -> any RemoteSession {
        // Without an input to end, or with a terminal whose program ends itself, v4 is as good as v5.
        let endsInput = command.stdin && !command.tty
        let subprotocols = endsInput ? [Self.channelsV5] : [Self.channelsV5, Self.channelsV4]
        let request = command.request("GET")
        if case .open(let socket, let subprotocol) = try await openWebSocket(request, subprotocols: subprotocols) {
            return WebSocketSession(socket, endsInput: subprotocol == Self.channelsV5)
        }
        return try await openSPDY(command)
    }

    private func openSPDY(_ command: RemoteCommand) async throws(ClientError) -> any RemoteSession {
        let connection = try await openSPDY(command.request("POST"), versions: Self.streamsV4)
        do { return try await SPDYSession(connection, for: command) } catch let error {
            throw .transport(error, method: "POST", url: url(command.request("POST")))
        }
    }

    /// Asks for a connection of SPDY/3.1 that carries one of `versions` of a protocol of Kubernetes.
    ///
    /// Throws `.upgradeRefused` with the server's own words where it refuses.
    package func openSPDY(_ request: APIRequest, versions: [String]) async throws(ClientError) -> SPDYConnection {
        var headers = HTTPHeaders()
        headers.add("Connection", "Upgrade")
        headers.add("Upgrade", "SPDY/3.1")
        for version in versions { headers.add("X-Stream-Protocol-Version", version) }
        switch try await upgrade(request, headers: headers) {
        case .switched(let answer, let connection):
            guard answer["Upgrade"]?.lowercased().contains("spdy/3.1") ?? false else {
                connection.close()
                throw .upgradeRefused("empty server response")
            }
            return SPDYConnection(over: connection)
        case .refused(let response): throw await refusal(response)
        }
    }

    /// Why a server does not switch protocols: the message of what it says, or all of it.
    private func refusal(_ response: HTTPResponse) async -> ClientError {
        let body: [UInt8]
        do { body = try await response.body.collect(limit: 1 << 20) } catch {
            return .upgradeRefused("unable to read error from server response")
        }
        // A body that is no JSON is told as it is.
        let object = try? JSONParser.parse(body)
        for field in ["message", "error"] {
            let message = object?[field]?.string?.trimmingSpace() ?? ""
            if !message.isEmpty { return .upgradeRefused(message) }
        }
        let text = String(decoding: body, as: UTF8.self).trimmingSpace()
        return .upgradeRefused(text.isEmpty ? "empty server response" : text)
    }
}

extension RemoteCommand {
    private static let pods = GroupVersionResource(group: "", version: "v1", resource: "pods")

    /// The request that starts it.
    func request(_ method: String) -> APIRequest {
        let subresource: String
        var parameters: [APIRequest.Parameter] = []
        switch process {
        case .attach: subresource = "attach"
        case .exec(let command):
            subresource = "exec"
            parameters = command.map { APIRequest.Parameter("command", $0) }
        }
        if !container.isEmpty { parameters.append(APIRequest.Parameter("container", container)) }
        for (name, isOn) in [("stdin", stdin), ("stdout", stdout), ("stderr", stderr), ("tty", tty)] where isOn {
            parameters.append(APIRequest.Parameter(name, "true"))
        }
        var request = APIRequest.get(
            ResourceLocation(Self.pods, namespace: namespace, name: pod, subresource: subresource))
        request.method = method
        request.parameters = parameters
        return request
    }
}
