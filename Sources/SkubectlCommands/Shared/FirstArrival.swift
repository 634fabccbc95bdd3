import JSONModel
import KubeClient

/// Waits until one of several collections has an object.
struct FirstArrival: Sendable {
    let watches: [CollectionWatch]
    let limit: Duration

    /// The objects that are seen first, at least one; nil where the time is over before there is any.
    func objects() async throws -> [JSONValue]? {
        try await withThrowingTaskGroup(of: [JSONValue]?.self) { group in
            defer { group.cancelAll() }
            for watch in watches { group.addTask { try await Self.first(of: watch) } }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            return try await group.next() ?? nil
        }
    }

    private static func first(of watch: CollectionWatch) async throws -> [JSONValue] {
        var objects: [JSONValue] = []
        try await watch.follow { change in
            switch change {
            case .listed(let items): objects = items
            case .added(let object), .modified(let object): objects = [object]
            case .deleted: break
            }
            return !objects.isEmpty
        }
        return objects
    }
}
