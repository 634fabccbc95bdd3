import HTTPTransport
import KubeModel
import Synchronization

/// Makes carriers for connections to the ports of one pod.
package final class PortForwardDialer: Sendable {
    private static let pods = GroupVersionResource(group: "", version: "v1", resource: "pods")
    private static let protocolName = "portforward.k8s.io"
    private static let tunnelName = "SPDY/3.1+portforward.k8s.io"

    private let client: APIClient
    private let location: ResourceLocation
    /// Whether the server is known to have no tunnels, so that it need not be asked again.
    private let isWithoutTunnels = Mutex(false)

    package init(_ client: APIClient, pod: String, namespace: String) {
        self.client = client
        location = ResourceLocation(Self.pods, namespace: namespace, name: pod, subresource: "portforward")
    }

    /// Makes a carrier: SPDY through a WebSocket, and SPDY alone where the server has no such thing, as kubectl does.
    package func dial() async throws(ClientError) -> PortForwardCarrier {
        if !isWithoutTunnels.withLock({ $0 }) {
            let request = APIRequest.get(location)
            if case .open(let socket, _) = try await client.openWebSocket(request, subprotocols: [Self.tunnelName]) {
                return PortForwardCarrier(SPDYConnection(over: WebSocketTunnel(socket)))
            }
        }
        var request = APIRequest.get(location)
        request.method = "POST"
        let connection = try await client.openSPDY(request, versions: [Self.protocolName])
        isWithoutTunnels.withLock { $0 = true }
        return PortForwardCarrier(connection)
    }
}
