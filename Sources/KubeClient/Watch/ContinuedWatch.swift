import HTTPTransport
import JSONModel
import KubeModel

/// A watch that goes on where it was cut (what client-go's reflectors do for lists that are kept).
///
/// Where the server ends a watch, or a connection breaks, the next one begins with the last change that was seen. It is
/// only for what is shown as it comes: `CollectionWatch` keeps to a collection as a whole.
package struct ContinuedWatch {
    /// What is told of.
    package enum Occurrence: Sendable {
        case event(WatchEvent)
        /// The server no longer knows what happened since this version; `restart` says from where to go on.
        case expired(since: String)
        /// The server cannot be reached for longer than a moment; told once each time.
        case outage(ClientError)
    }

    /// Where the next watch begins.
    package enum Continuation: Sendable, Hashable {
        /// With the last change that was seen.
        case fromLastChange
        /// As the first one did: all there is comes again.
        case anew
    }

    private let client: APIClient
    private let request: APIRequest
    private let continuation: Continuation
    /// From where the next watch goes on.
    private var resourceVersion: String
    private var events: WatchEvents.AsyncIterator?
    private var start = ContinuousClock.now
    private var pauses: ReconnectionPauses
    /// Whether the server ever answered, so that a refusal may pass.
    private var hasSucceeded = false
    /// Refusals in a row.
    private var refusals = 0
    private var toldOutage = false

    /// As many refusals in a row are no reason to give up what has worked before: a server that starts may refuse what it
    /// will soon allow.
    private static let mostRefusals = 5

    /// - Parameters:
    ///   - request: one of `APIRequest.watch`, without a version.
    ///   - resourceVersion: from where to begin; empty for what the server begins with by itself.
    ///   - clock: what the pauses between attempts are measured with.
    package init<C: Clock<Duration>>(
        _ client: APIClient, _ request: APIRequest, from resourceVersion: String,
        goesOn continuation: Continuation = .fromLastChange, clock: C = ContinuousClock()
    ) {
        self.client = client
        self.continuation = continuation
        var request = request
        if continuation == .fromLastChange {
            request.parameters.append(APIRequest.Parameter("allowWatchBookmarks", "true"))
        }
        self.request = request
        self.resourceVersion = resourceVersion
        pauses = ReconnectionPauses(clock: clock)
    }

    /// Goes on from another version, after `.expired`.
    package mutating func restart(from resourceVersion: String) {
        self.resourceVersion = resourceVersion
        events = nil
    }

    /// What comes next; nil where the time that the user allows for a request is over.
    ///
    /// Throws what the server says is wrong with the first request, and what asking again cannot mend.
    package mutating func next() async throws(ClientError) -> Occurrence? {
        while true {
            do throws(ClientError) {
                guard var open = events else {
                    try await connect()
                    continue
                }
                guard let event = try await open.next() else {
                    events = nil
                    if try isOver() { return nil }
                    continue
                }
                events = open
                if let shown = try noteEvent(event) { return .event(shown) }
            } catch {
                events = nil
                if let occurrence = try note(error) { return occurrence }
            }
        }
    }

    private mutating func connect() async throws(ClientError) {
        do { try await pauses.wait() } catch {
            throw .transport(.cancelled, method: request.method, url: client.url(request))
        }
        var request = request
        if !resourceVersion.isEmpty {
            request.parameters.append(APIRequest.Parameter("resourceVersion", resourceVersion))
        }
        start = .now
        events = try await client.watch(request).makeAsyncIterator()
        hasSucceeded = true
    }

    /// The event, where it tells of an object.
    private mutating func noteEvent(_ event: WatchEvent) throws(ClientError) -> WatchEvent? {
        if case .error(let status) = event { throw .status(status) }
        succeed()
        let version = event.object?["metadata"]?["resourceVersion"]?.string ?? ""
        if continuation == .fromLastChange, !version.isEmpty { resourceVersion = version }
        if case .bookmark = event { return nil }
        return event
    }

    private mutating func succeed() {
        pauses.noteSuccess()
        refusals = 0
        toldOutage = false
    }

    /// Whether the end of a watch is the end of all.
    private mutating func isOver() throws(ClientError) -> Bool {
        if Task.isCancelled {
            throw .transport(.cancelled, method: request.method, url: client.url(request))
        }
        if client.hasTimeLimit { return true }
        // A server that ends every watch at once is asked less and less often.
        if ContinuousClock.now - start > .seconds(1) { succeed() } else { pauses.noteFailure() }
        return false
    }

    /// Whether the server, which has just told a version to begin with, went away before the first answer.
    private func isCut(_ error: ClientError) -> Bool {
        guard !resourceVersion.isEmpty, case .transport = error else { return false }
        return error.outlook == .passing
    }

    /// Counts a failure; throws it where it is here to stay.
    private mutating func note(_ error: ClientError) throws(ClientError) -> Occurrence? {
        guard hasSucceeded || isCut(error), !client.hasTimeLimit else { throw error }
        pauses.noteFailure()
        switch error.outlook {
        case .expired: return continuation == .anew ? nil : .expired(since: resourceVersion)
        case .passing: break
        case .lasting:
            refusals += 1
            guard refusals <= Self.mostRefusals else { throw error }
        case .final: throw error
        }
        guard pauses.failures > 2, !toldOutage else { return nil }
        toldOutage = true
        return .outage(error)
    }
}
