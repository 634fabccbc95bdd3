import HTTPTransport
import KubeClient
import SystemIO

extension LogSource {
    /// Prints what the container has written so far.
    ///
    /// - Parameter limit: the most time that may take; nil is without limit.
    func print(in cluster: Cluster, to console: any Console, limit: Duration? = nil) async throws(ClientError) {
        var request = request([])
        request.timeLimit = limit
        let response = try await cluster.client.response(request)
        var writer = LogLineWriter(console: console, prefix: "", flushes: false)
        defer { writer.finish() }
        do throws(TransportError) {
            for try await chunk in response.body { writer.write(chunk) }
        } catch {
            throw cluster.client.bodyFailure(error, of: request)
        }
    }
}
