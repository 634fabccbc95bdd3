/// How the state of a container is found out (core/v1 `Probe`).
package struct Probe: Codable, Sendable, Hashable {
    package var exec: ExecAction?
    package var httpGet: HTTPGetAction?
    package var tcpSocket: TCPSocketAction?
    package var grpc: GRPCAction?
    package var initialDelaySeconds: Int32
    package var timeoutSeconds: Int32
    package var periodSeconds: Int32
    package var successThreshold: Int32
    package var failureThreshold: Int32
    package var terminationGracePeriodSeconds: Int64?
}

/// A command to run in the container (core/v1 `ExecAction`).
package struct ExecAction: Codable, Sendable, Hashable {
    package var command: [String]
}

/// An HTTP request to send to the container (core/v1 `HTTPGetAction`).
package struct HTTPGetAction: Codable, Sendable, Hashable {
    package var path: String
    package var port: IntOrString
    package var host: String
    package var scheme: String
    package var httpHeaders: [HTTPHeader]
}

/// A header of a probe's request (core/v1 `HTTPHeader`).
package struct HTTPHeader: Codable, Sendable, Hashable {
    package var name: String
    package var value: String
}

/// A port of the container to connect to (core/v1 `TCPSocketAction`).
package struct TCPSocketAction: Codable, Sendable, Hashable {
    package var port: IntOrString
    package var host: String
}

/// A gRPC health check to ask (core/v1 `GRPCAction`).
package struct GRPCAction: Codable, Sendable, Hashable {
    package var port: Int32
    package var service: String?
}
