import Glibc

/// The variables of a process, kept as the bytes they are.
package struct EnvironmentVariables: Sendable, Hashable {
    /// One "NAME=value" each.
    private(set) var entries: [[UInt8]]

    /// The variables this process was started with.
    package static func ofThisProcess() -> EnvironmentVariables {
        var entries: [[UInt8]] = []
        var next = environ
        while let entry = next.pointee {
            entries.append([UInt8](UnsafeRawBufferPointer(start: entry, count: strlen(entry))))
            next = next.advanced(by: 1)
        }
        return EnvironmentVariables(entries: entries)
    }

    private init(entries: [[UInt8]]) {
        self.entries = entries
    }

    /// Variables from names and values, for tests.
    package init(_ variables: KeyValuePairs<String, String> = [:]) {
        entries = []
        for (name, value) in variables { self[name] = value }
    }

    /// The value of the variable `name`; nil when it is not set.
    ///
    /// Setting moves it to the end of the list, as Go's os/exec does with a variable that is given twice.
    package subscript(name: String) -> String? {
        get {
            let prefix = Array(name.utf8) + [UInt8(ascii: "=")]
            guard let entry = entries.last(where: { $0.starts(with: prefix) }) else { return nil }
            return String(decoding: entry.dropFirst(prefix.count), as: UTF8.self)
        }
        set {
            let prefix = Array(name.utf8) + [UInt8(ascii: "=")]
            entries.removeAll { $0.starts(with: prefix) }
            if let newValue { entries.append(prefix + Array(newValue.utf8)) }
        }
    }

    /// All variables by name; of one that is given twice, the last value.
    package var all: [String: String] {
        var variables: [String: String] = [:]
        for entry in entries {
            guard let separator = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(decoding: entry[..<separator], as: UTF8.self)
            variables[name] = String(decoding: entry[(separator + 1)...], as: UTF8.self)
        }
        return variables
    }

    /// The value of the variable `name` where it is set and not empty.
    package func nonEmpty(_ name: String) -> String? {
        guard let value = self[name], !value.isEmpty else { return nil }
        return value
    }

    /// Where temporary files belong: `TMPDIR`, else /tmp (Go's `os.TempDir`).
    package var temporaryDirectory: String { nonEmpty("TMPDIR") ?? "/tmp" }
}
