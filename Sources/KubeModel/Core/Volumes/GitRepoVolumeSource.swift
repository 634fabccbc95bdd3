/// A checkout of a repository (core/v1 `GitRepoVolumeSource`).
package struct GitRepoVolumeSource: Codable, Sendable, Hashable {
    package var repository: String
    package var revision: String
    package var directory: String
}
