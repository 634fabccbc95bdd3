/// A path as the system has it: bytes, which need not be UTF-8; by the rules of Go's path package, nothing is looked up.
package struct BytePath: Sendable, Hashable {
    package let bytes: [UInt8]

    private static let slash = UInt8(ascii: "/")
    private static let dot = Array(".".utf8)
    private static let parent = Array("..".utf8)

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package init(_ text: String) { bytes = Array(text.utf8) }

    /// The path for people; what is no UTF-8 shows as U+FFFD.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package var isAbsolute: Bool { bytes.first == Self.slash }

    /// The names between the slashes; "." and ".." are among them.
    package var elements: [[UInt8]] { bytes.split(separator: Self.slash).map(Array.init) }

    /// The shortest equal path: no doubled slashes, no "." elements, no ".." after a name; "." for "".
    package var cleaned: BytePath {
        var kept: [[UInt8]] = []
        for element in elements where element != Self.dot {
            if element != Self.parent {
                kept.append(element)
            } else if let last = kept.last, last != Self.parent {
                kept.removeLast()
            } else if !isAbsolute {
                kept.append(element)
            }
        }
        let joined = Array(kept.joined(separator: [Self.slash]))
        if isAbsolute { return BytePath([Self.slash] + joined) }
        return BytePath(joined.isEmpty ? Self.dot : joined)
    }

    /// What `other` is below this path, cleaned; an empty one of the two does not count, and two make an empty path.
    package func joined(_ other: BytePath) -> BytePath {
        if bytes.isEmpty && other.bytes.isEmpty { return self }
        if bytes.isEmpty { return other.cleaned }
        if other.bytes.isEmpty { return cleaned }
        return BytePath(bytes + [Self.slash] + other.bytes).cleaned
    }

    /// All but the last element, cleaned: "/a" for "/a/b", "." for "b", "/a/b" for "/a/b/".
    package var directory: BytePath {
        guard let slash = bytes.lastIndex(of: Self.slash) else { return BytePath(Self.dot) }
        return BytePath(Array(bytes[...slash])).cleaned
    }

    /// The last element: "b" for "/a/b" and for "/a/b/"; "." for "", "/" for "/".
    package var lastElement: BytePath {
        if let last = elements.last { return BytePath(last) }
        return BytePath(bytes.isEmpty ? Self.dot : [Self.slash])
    }

    /// The path that leads from the directory `base` to this one, without links being looked at.
    ///
    /// Both are absolute or both are relative; nil where there is no such path.
    package func relative(to base: BytePath) -> BytePath? {
        guard isAbsolute == base.isAbsolute else { return nil }
        let target = cleaned.elements.filter { $0 != Self.dot }
        let start = base.cleaned.elements.filter { $0 != Self.dot }
        let common = zip(target, start).prefix { $0 == $1 }.count
        let rest = start.dropFirst(common)
        guard !rest.contains(Self.parent) else { return nil }
        let names = rest.map { _ in Self.parent } + target.dropFirst(common)
        return BytePath(names.isEmpty ? Self.dot : Array(names.joined(separator: [Self.slash])))
    }

    /// Calls `body` with the path as C takes it.
    ///
    /// A path with a NUL in it names nothing, as the empty path does.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let isUsable = !bytes.contains(0)
        let characters = (isUsable ? bytes : []).map(CChar.init(bitPattern:)) + [0]
        return characters.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return "".withCString(body) }
            return body(base)
        }
    }
}
