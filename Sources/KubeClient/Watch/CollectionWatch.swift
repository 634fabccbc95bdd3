import HTTPTransport
package import JSONModel
import KubeModel

/// A collection as it is and as it changes, for as long as somebody wants to know (client-go's `Reflector`).
///
/// It lists, and watches from there on. Where a watch ends it goes on from the last change it saw: when the server ended
/// it, when the connection broke, and when nothing came for so long that the connection may be dead. Where the server no
/// longer knows what happened since (410), it lists anew.
package struct CollectionWatch: Sendable {
    /// What is told of the collection.
    package enum Change: Sendable, Hashable {
        /// All objects there are: at first, and again where changes may have been missed.
        case listed([JSONValue])
        case added(JSONValue)
        case modified(JSONValue)
        case deleted(JSONValue)
    }

    private let client: APIClient
    private let location: ResourceLocation
    private let query: ListQuery
    private let form: Form
    private let sleep: @Sendable (Duration) async throws -> Void

    /// How much of the objects is asked for.
    package enum Form: Sendable {
        case objects
        /// Nothing but `metadata`, from servers that can leave out the rest.
        case metadata

        fileprivate var ofLists: String { self == .objects ? APIRequest.acceptJSON : APIRequest.acceptMetadata }
        fileprivate var ofWatches: String {
            self == .objects ? APIRequest.acceptJSON : APIRequest.acceptMetadataOfOne
        }
    }

    /// A watch of the objects at `location` that `query` selects.
    ///
    /// - Parameter clock: what the pauses between attempts are measured with.
    package init<C: Clock<Duration>>(
        _ client: APIClient, _ location: ResourceLocation, query: ListQuery = ListQuery(), form: Form = .objects,
        clock: C = ContinuousClock()
    ) {
        self.client = client
        self.location = location
        self.form = form
        var query = query
        query.limit = Self.pageSize
        self.query = query
        sleep = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
    }

    /// Objects in one answer to a list.
    private static let pageSize = 500
    /// How long the server is asked to let a watch last: what a dead connection swallows is sent again after that.
    private static let watchSeconds = 30
    /// How long a watch lasts at most, where the server's end does not arrive.
    private static let watchLimit = Duration.seconds(40)
    /// How long the first attempt at a list may take; each further one may take twice as long.
    private static let listLimit = Duration.seconds(30)

    /// Tells `body` of the collection and then of every change until it returns true.
    ///
    /// Throws what asking again cannot mend: cancellation, and a refusal that stays.
    package func follow(_ body: (Change) async -> Bool) async throws(ClientError) {
        var progress = Progress()
        while true {
            do throws(ClientError) {
                if progress.resourceVersion == nil {
                    let (items, version) = try await list(attempt: progress.failures)
                    progress.hasSucceeded = true
                    progress.resourceVersion = version
                    if await body(.listed(items)) { return }
                }
                if try await watch(&progress, body) { return }
            } catch {
                try progress.note(error)
            }
            if progress.failures > 0 { try await pause(progress) }
        }
    }

    /// How far a watch has come and what stands in its way.
    private struct Progress {
        /// From where the next watch goes on; nil where there is a list to be made first.
        var resourceVersion: String?
        /// Whether the server ever answered, so that a refusal may pass.
        var hasSucceeded = false
        /// Attempts in a row that brought nothing.
        var failures = 0
        /// Those of them that the server refused.
        var refusals = 0

        /// While an API server starts it may refuse what it will soon allow: about ten seconds of refusals are no reason
        /// to give up what has worked before.
        static let mostRefusals = 5

        mutating func succeed() {
            failures = 0
            refusals = 0
        }

        /// Counts a failure; throws it where it is here to stay.
        mutating func note(_ error: ClientError) throws(ClientError) {
            failures += 1
            switch error.outlook {
            case .expired: resourceVersion = nil
            case .passing: break
            case .lasting:
                refusals += 1
                guard hasSucceeded, refusals <= Self.mostRefusals else { throw error }
            case .final: throw error
            }
        }
    }

    // MARK: - Requests

    private func list(attempt: Int) async throws(ClientError) -> (items: [JSONValue], resourceVersion: String) {
        var items: [JSONValue] = []
        var query = query
        while true {
            var request = APIRequest.get(location, query: query)
            request.accept = form.ofLists
            request.timeLimit = Self.listLimit * (1 << min(attempt, 10))
            let page = try await client.json(request)
            items += (page["items"]?.array ?? []).map { $0.item(of: page) }
            query.continuation = page["metadata"]?["continue"]?.string ?? ""
            guard !query.continuation.isEmpty else {
                return (items, page["metadata"]?["resourceVersion"]?.string ?? "")
            }
        }
    }

    /// Watches once; true when `body` has seen enough.
    private func watch(
        _ progress: inout Progress, _ body: (Change) async -> Bool
    ) async throws(ClientError) -> Bool {
        var query = query
        query.limit = 0
        query.resourceVersion = progress.resourceVersion ?? ""
        var request = APIRequest.watch(location, query: query)
        request.accept = form.ofWatches
        request.parameters.append(APIRequest.Parameter("allowWatchBookmarks", "true"))
        request.parameters.append(APIRequest.Parameter("timeoutSeconds", String(Self.watchSeconds)))
        request.timeLimit = Self.watchLimit
        let start = ContinuousClock.now
        for try await event in try await client.watch(request) {
            if case .error(let status) = event { throw .status(status) }
            progress.succeed()
            if let version = event.object?["metadata"]?["resourceVersion"]?.string {
                progress.resourceVersion = version
            }
            if let change = Change(event), await body(change) { return true }
        }
        if Task.isCancelled { throw .transport(.cancelled, method: request.method, url: client.url(request)) }
        // A server that ends every watch at once is asked less and less often.
        if ContinuousClock.now - start > .seconds(1) { progress.succeed() } else { progress.failures += 1 }
        return false
    }

    /// Waits before the next attempt: half a second, then twice as long each time, five seconds at most.
    private func pause(_ progress: Progress) async throws(ClientError) {
        // The first time what is to be done is clear, and costs no more than a request.
        guard progress.failures > 1 || progress.resourceVersion != nil else { return }
        let duration = min(Duration.milliseconds(250) * (1 << min(progress.failures, 8)), .seconds(5))
        do { try await sleep(duration) } catch {
            // Nothing but cancellation ends a sleep early.
            throw .transport(.cancelled, method: "GET", url: client.serverURL)
        }
    }
}

extension CollectionWatch.Change {
    /// What an event tells; nil for one that tells of no object.
    fileprivate init?(_ event: WatchEvent) {
        switch event {
        case .added(let object): self = .added(object)
        case .modified(let object): self = .modified(object)
        case .deleted(let object): self = .deleted(object)
        case .bookmark, .error: return nil
        }
    }
}
