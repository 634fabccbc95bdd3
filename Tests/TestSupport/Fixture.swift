package import JSONModel
import SystemIO

/// Files of a test target's `Fixtures` folder.
package struct Fixture: Sendable {
    private let folder: String

    /// Finds `Fixtures` in the folder of the test target that the calling file belongs to.
    package init(near file: String = #filePath) {
        let parts = file.split(separator: "/")
        let target = parts.firstIndex { $0.hasSuffix("Tests") && $0 != "Tests" } ?? max(0, parts.count - 1)
        folder = "/" + parts[...target].joined(separator: "/") + "/Fixtures"
    }

    /// The path of a file.
    package func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// The bytes of a file.
    package func bytes(_ name: String) throws -> [UInt8] { try FileSystem.read(path(name)) }

    /// The text of a file.
    package func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// The document in a JSON file, with numbers as kubectl prints them.
    package func json(_ name: String) throws -> JSONValue {
        try JSONParser.parse(try bytes(name), options: JSONParsingOptions(numbers: .normalizedAsGo))
    }
}
