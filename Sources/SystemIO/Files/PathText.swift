/// Paths as text, by the rules of Go's path/filepath package on Unix; nothing is looked up.
package enum PathText {
    /// The shortest equal path: no doubled slashes, no "." elements, no ".." after a name; "." for "".
    package static func clean(_ path: String) -> String {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        var elements: [Substring] = []
        for element in path.split(separator: "/") where element != "." {
            if element != ".." {
                elements.append(element)
            } else if let last = elements.last, last != ".." {
                elements.removeLast()
            } else if !isAbsolute {
                elements.append(element)
            }
        }
        let text = elements.joined(separator: "/")
        if isAbsolute { return "/" + text }
        return text.isEmpty ? "." : text
    }

    /// The elements one below the other, cleaned; empty ones do not count, and nothing but empty ones gives "".
    package static func join(_ elements: String...) -> String {
        let parts = elements.filter { !$0.isEmpty }
        return parts.isEmpty ? "" : clean(parts.joined(separator: "/"))
    }

    /// All but the last element, cleaned: "/a" for "/a/b", "." for "b", "/a/b" for "/a/b/".
    package static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return clean(String(path[...slash]))
    }

    /// The last element: "b" for "/a/b" and for "/a/b/"; "." for "".
    package static func lastElement(of path: String) -> String {
        if path.isEmpty { return "." }
        return path.split(separator: "/").last.map(String.init) ?? "/"
    }

    /// Whether a path begins at the root.
    package static func isAbsolute(_ path: String) -> Bool {
        path.utf8.first == UInt8(ascii: "/")
    }

    /// `path` if it is absolute, cleaned, else what it is below `base`.
    package static func absolute(_ path: String, below base: String) -> String {
        isAbsolute(path) ? clean(path) : join(base, path)
    }

    /// The path that leads from the directory `base` to `path`.
    ///
    /// Both are absolute or both are relative; nil where there is no such path.
    package static func relative(_ path: String, to base: String) -> String? {
        guard isAbsolute(path) == isAbsolute(base) else { return nil }
        let target = clean(path).split(separator: "/").filter { $0 != "." }
        let start = clean(base).split(separator: "/").filter { $0 != "." }
        let common = zip(target, start).prefix { $0 == $1 }.count
        let rest = start.dropFirst(common)
        guard !rest.contains("..") else { return nil }
        let elements = rest.map { _ in Substring("..") } + target.dropFirst(common)
        return elements.isEmpty ? "." : elements.joined(separator: "/")
    }

    /// The paths of a list like PATH or KUBECONFIG, separated by colons; empty ones stay in, an empty list has none.
    package static func splitList(_ list: String) -> [String] {
        list.isEmpty ? [] : list.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }
}
