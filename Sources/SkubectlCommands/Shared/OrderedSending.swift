import KubeClient

/// Work on objects that come one by one, side by side where their order cannot matter, with the results handed out in the
/// order of the objects.
///
/// Results are handed out while more objects come; only a few objects and results are held at a time, however many there
/// are.
struct OrderedSending<Output: Sendable> {
    /// How much work is under way at once.
    var width = SideBySide.usualWidth
    /// How many objects are held whose results are not handed out yet.
    var window = 64

    /// Starts the work on an object as soon as it may begin.
    typealias Start = (SendingOrder, @escaping @Sendable () async -> Output) async -> Void

    /// Lets `produce` start the work on each object, and hands the results to `consume` in the same order.
    ///
    /// Returns when all work has ended and is handed out, also where `produce` throws.
    func run(_ produce: (Start) async throws -> Void, consume: @escaping (Output) -> Void) async throws {
        let failure: (any Error)? = await withTaskGroup(of: (Int, Output).self) { group in
            var results = OrderedResults<Output>()
            var failure: (any Error)?
            do {
                try await produce { order, work in
                    while results.mustWait(for: order, width: width, window: window), let ended = await group.next() {
                        results.end(ended, handingTo: consume)
                    }
                    let number = results.begin(order)
                    group.addTask { (number, await work()) }
                }
            } catch {
                failure = error
            }
            while let ended = await group.next() { results.end(ended, handingTo: consume) }
            return failure
        }
        if let failure { throw failure }
    }
}

/// Which work is under way, and the results that wait for those before them.
private struct OrderedResults<Output> {
    private var stage: SendingOrder.Stage?
    private var running: [Int: SendingOrder] = [:]
    private var waiting: [Int: Output] = [:]
    private var begun = 0
    private var handedOut = 0

    func mustWait(for order: SendingOrder, width: Int, window: Int) -> Bool {
        if running.isEmpty { return false }
        if running.count >= width || begun - handedOut >= window || order.stage != stage { return true }
        return running.values.contains { $0.location == order.location }
    }

    mutating func begin(_ order: SendingOrder) -> Int {
        defer { begun += 1 }
        stage = order.stage
        running[begun] = order
        return begun
    }

    mutating func end(_ ended: (Int, Output), handingTo consume: (Output) -> Void) {
        running[ended.0] = nil
        waiting[ended.0] = ended.1
        while let next = waiting.removeValue(forKey: handedOut) {
            handedOut += 1
            consume(next)
        }
    }
}
