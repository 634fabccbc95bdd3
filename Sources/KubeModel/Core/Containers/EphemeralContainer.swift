/// A container that was added to a running pod (core/v1 `EphemeralContainer`).
package struct EphemeralContainer: Sendable, Hashable {
    package var container: Container
    /// The container whose namespaces it shares; empty for none.
    package var targetContainerName: String
}

extension EphemeralContainer: Codable {
    private enum CodingKeys: String, CodingKey {
        case targetContainerName
    }

    package init(from decoder: any Decoder) throws {
        container = try Container(from: decoder)
        targetContainerName = try decoder.container(keyedBy: CodingKeys.self)
            .decode(String.self, forKey: .targetContainerName)
    }

    package func encode(to encoder: any Encoder) throws {
        try container.encode(to: encoder)
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(targetContainerName, forKey: .targetContainerName)
    }
}
