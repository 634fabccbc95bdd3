package import HTTPTransport
package import SystemIO

/// What manifests are read with: standard input, a transport for URLs, and the patience between two attempts.
package struct ManifestInput: Sendable {
    /// How often a URL is tried in all (kubectl's `defaultHttpGetAttempts`).
    static let attempts = 3
    /// The largest body taken from a URL, in bytes; kubectl has no limit, and no manifest comes near this one.
    static let bodyLimit = 512 << 20

    let transport: any Transport
    let console: any Console
    let pause: @Sendable (Duration) async throws -> Void

    /// - Parameters:
    ///   - transport: carries the requests for URLs, following redirects.
    ///   - console: whose standard input is read, to its end.
    ///   - pause: waits, between two attempts to read a URL; throws when cancelled.
    package init(
        transport: any Transport, console: any Console,
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.transport = transport
        self.console = console
        self.pause = pause
    }

    /// All bytes of a source; those of files and standard input as UTF-8, whatever they are in.
    func bytes(of source: ManifestSource) async throws(ManifestError) -> [UInt8] {
        switch source {
        case .file(let path):
            do throws(SystemError) { return TextEncoding.utf8(try FileSystem.read(path)) } catch {
                throw error.operation == "open" ? .unopenable(error) : .unreadable(source: path, error)
            }
        case .standardInput:
            do throws(SystemError) { return TextEncoding.utf8(try console.readInput(limit: .max)) } catch {
                throw .unreadable(source: source.name, error)
            }
        case .url(let url):
            return try await bytes(ofURL: url)
        case .built(_, let bytes):
            return bytes
        }
    }

    /// Asks for a URL; a failed connection and a status from 500 to 599 are tried again after a second.
    private func bytes(ofURL url: String) async throws(ManifestError) -> [UInt8] {
        var failure: ManifestError = .noResponse(url: url, .cancelled)
        for attempt in 0..<Self.attempts {
            if attempt > 0 {
                do { try await pause(.seconds(1)) } catch { throw .noResponse(url: url, .cancelled) }
            }
            do throws(ManifestError) {
                return try await attemptOnce(url)
            } catch {
                failure = error
                guard Self.isWorthRetrying(error) else { throw error }
            }
        }
        throw failure
    }

    private func attemptOnce(_ url: String) async throws(ManifestError) -> [UInt8] {
        let response: HTTPResponse
        do throws(TransportError) {
            response = try await transport.send(HTTPRequest(url: ManifestURL.encoded(url)))
        } catch {
            throw .noResponse(url: url, error)
        }
        guard response.status == 200 else {
            throw .refusedByServer(url: url, status: response.status, statusText: response.statusText)
        }
        do throws(TransportError) {
            return try await response.body.collect(limit: Self.bodyLimit)
        } catch {
            throw .brokenBody(url: url, error)
        }
    }

    private static func isWorthRetrying(_ error: ManifestError) -> Bool {
        switch error {
        case .noResponse(_, .cancelled): false
        case .noResponse: true
        case .refusedByServer(_, let status, _): (500..<600).contains(status)
        default: false
        }
    }
}
