import StdlibExtensions
import SystemIO

/// One side of a copy: a path on this machine, or one in a container (kubectl's `fileSpec`).
struct CopyLocation: Sendable, Hashable {
    /// Empty for the namespace that the command line or the context names.
    let namespace: String
    /// Empty for a path on this machine.
    let pod: String
    let path: BytePath

    /// Reads `PATH`, `POD:PATH` or `NAMESPACE/POD:PATH`; everything behind the first colon is the path.
    init(_ argument: String) throws(CopyError) {
        guard let (before, after) = argument.cut(at: ":") else {
            namespace = ""
            pod = ""
            path = CopyPaths.local(BytePath(argument))
            return
        }
        let names = before.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !before.isEmpty, names.count <= 2 else { throw .malformedLocation }
        namespace = names.count == 2 ? names[0] : ""
        pod = names[names.count - 1]
        path = CopyPaths.remote(BytePath(String(after)))
    }
}

/// The forms of paths on both sides, which decide what things are called there.
enum CopyPaths {
    /// A path of this machine, without a slash at its end.
    static func local(_ path: BytePath) -> BytePath {
        guard path.bytes.count > 1, path.bytes.last == UInt8(ascii: "/") else { return path }
        return BytePath(Array(path.bytes.dropLast()))
    }

    /// A path of a container, without a slash at its end; backslashes are taken for Windows' separators.
    static func remote(_ path: BytePath) -> BytePath {
        BytePath(local(path).bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 })
    }

    /// What the names in an archive of a container's path begin with: tar leaves out slashes and `../` at the beginning.
    static func archivedPrefix(of path: BytePath) -> [UInt8] {
        let relative = BytePath(Array(path.bytes.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }))
        return withoutParents(remote(local(relative).cleaned).bytes)
    }

    /// Whether a path is, by its name, `base` or below it.
    static func isInside(_ path: BytePath, _ base: BytePath) -> Bool {
        guard let relative = path.relative(to: base) else { return false }
        return relative.text == "." || relative.bytes == withoutParents(relative.bytes)
    }

    /// A path without `../` at its beginning, and without a slash there.
    private static func withoutParents(_ path: [UInt8]) -> [UInt8] {
        var rest = path[...]
        while rest.starts(with: Array("../".utf8)) { rest = rest.dropFirst(3) }
        if rest.elementsEqual(Array(".".utf8)) || rest.elementsEqual(Array("..".utf8)) { return [] }
        return Array(rest.first == UInt8(ascii: "/") ? rest.dropFirst() : rest)
    }
}
