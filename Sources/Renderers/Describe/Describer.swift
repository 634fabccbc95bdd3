package import KubeModel

/// What describes one object, given everything that was asked from the server about it.
package protocol Describer: Sendable {
    /// Writes the description.
    func describe(into text: inout DescribeText)
}

extension Describer {
    /// The description as `kubectl describe` prints it: UTF-8, but for texts that are cut inside of a character.
    ///
    /// - Parameters:
    ///   - now: the time that ages are counted to.
    ///   - zone: the zone that times are shown in, the local one in kubectl.
    package func render(now: Timestamp, zone: ZoneOffset) -> [UInt8] {
        var text = DescribeText(now: now, zone: zone)
        describe(into: &text)
        return text.finish()
    }
}
