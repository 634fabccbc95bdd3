import HTTPTransport
import KubeClient
import SystemIO

/// One local connection and the pod's port it is carried to (client-go's `handleConnection`).
struct ForwardedConnection: Sendable {
    let local: SocketConnection
    let stream: PortForwardStream

    /// How long the server may take to say how a connection ended.
    private static let longestEnd = Duration.seconds(10)

    /// How one of the directions ended.
    private enum End: Sendable {
        /// The pod sends no more, and all of it has been passed on.
        case pod
        /// The local program sends no more; the pod has been told.
        case local
        /// The local connection broke; `reading` tells where.
        case localFailure(SystemError, reading: Bool)
        case carrierFailure
    }

    /// How it ended.
    struct Outcome {
        /// What the server says went wrong; empty for nothing, nil where it says nothing in time.
        let message: String?
        /// How the local connection broke, in the words of client-go; nil where it did not.
        let localFailure: (text: String, isReading: Bool)?
    }

    /// Passes bytes both ways until the pod sends no more, or the local connection breaks.
    func run() async -> Outcome {
        let failure = await withTaskGroup(of: End.self) { group -> (SystemError, Bool)? in
            group.addTask { await passToPod() }
            group.addTask { await passToLocal() }
            defer { group.cancelAll() }
            for await end in group {
                switch end {
                case .local: continue
                case .pod, .carrierFailure: return nil
                case .localFailure(let error, let reading): return (error, reading)
                }
            }
            return nil
        }
        let message = await endOfStream()
        local.close()
        return Outcome(message: message, localFailure: failure.map { (words($0.0, $0.1), $0.1) })
    }

    private func passToPod() async -> End {
        while true {
            let bytes: [UInt8]?
            do throws(SystemError) { bytes = try await local.receive() } catch {
                return .localFailure(error, reading: true)
            }
            do throws(TransportError) {
                guard let bytes else {
                    try await stream.finishSending()
                    return .local
                }
                try await stream.send(bytes)
            } catch {
                return .carrierFailure
            }
        }
    }

    private func passToLocal() async -> End {
        while let bytes = await stream.receive() {
            do throws(SystemError) { try await local.send(bytes) } catch {
                return .localFailure(error, reading: false)
            }
        }
        return .pod
    }

    private func endOfStream() async -> String? {
        let stream = stream
        return await withTaskGroup(of: String?.self) { group in
            group.addTask { await stream.end() }
            group.addTask {
                // Cut short where the server was quicker.
                try? await Task.sleep(for: Self.longestEnd)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private func words(_ error: SystemError, _ reading: Bool) -> String {
        let network = local.local.host.contains(":") ? "tcp6" : "tcp4"
        let ends = "\(network) \(local.local.text)->\(local.peer.text)"
        return reading
            ? "error copying from local connection to remote stream: writeto \(ends): read \(ends): read: \(error.reason)"
            : "error copying from remote stream to local connection: readfrom \(ends): write \(ends): write: "
                + error.reason
    }
}
