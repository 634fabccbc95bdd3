/// Work on many things at once, a few at a time.
package enum SideBySide {
    /// How many requests are under way at once where there are many to send.
    ///
    /// Over HTTP/2 they share a connection, and more of them hide more of the time between client and server; over
    /// HTTP/1.1 each has a connection of its own for the time it takes, and more cost more handshakes than they save.
    package static let usualWidth = 16

    /// Calls `body` for each element, at most `width` at once, and returns the results in the order of the elements.
    package static func map<Element: Sendable, Output: Sendable>(
        _ elements: [Element], width: Int = usualWidth, _ body: @escaping @Sendable (Element) async -> Output
    ) async -> [Output] {
        guard elements.count > 1 else {
            guard let only = elements.first else { return [] }
            return [await body(only)]
        }
        return await withTaskGroup(of: (Int, Output).self) { group in
            var outputs: [(Int, Output)] = []
            for (index, element) in elements.enumerated() {
                if index >= width, let finished = await group.next() { outputs.append(finished) }
                group.addTask { (index, await body(element)) }
            }
            for await finished in group { outputs.append(finished) }
            return outputs.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
