import StdlibExtensions

/// Why a text names no columns.
package enum CustomColumnsError: Error, Hashable {
    /// kubectl: `unexpected custom-columns spec: X, expected <header>:<json-path-expr>`.
    case columnWithoutPath(String)
    case path(FieldPathError)
    /// kubectl: `invalid template, missing header line. Expected format is …`.
    case missingHeaders
    /// kubectl: `invalid template, missing spec line. Expected format is …`.
    case missingPaths
    /// kubectl: `number of headers (2) and field specifications (1) don't match`.
    case differentCounts(headers: Int, paths: Int)
}

/// The columns that `-o custom-columns` names: a header and a path to a field for each.
package struct CustomColumns: Sendable {
    let headers: [String]
    let paths: [FieldPath]
    /// Whether the headers are shown.
    let showsHeaders: Bool

    /// Reads `NAME:.metadata.name,IMAGE:.spec.containers[0].image`.
    package init(_ specification: String, showsHeaders: Bool) throws(CustomColumnsError) {
        var headers: [String] = []
        var paths: [FieldPath] = []
        for part in specification.split(separator: ",", omittingEmptySubsequences: false) {
            guard let colon = part.firstIndex(of: ":") else { throw .columnWithoutPath(String(part)) }
            headers.append(String(part[..<colon]))
            do { paths.append(try FieldPath(String(part[part.index(after: colon)...]))) } catch { throw .path(error) }
        }
        self.headers = headers
        self.paths = paths
        self.showsHeaders = showsHeaders
    }

    /// Reads a file: a line of headers and a line of paths, with space between them.
    ///
    /// The headers are always shown.
    package init(file text: String) throws(CustomColumnsError) {
        // Characters are not looked at: a carriage return and a line feed make one.
        let lines = text.unicodeScalars.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard !text.isEmpty else { throw .missingHeaders }
        // A line end ends the line before it and begins none.
        guard lines.count > 2 || lines.count == 2 && !lines[1].isEmpty else { throw .missingPaths }
        headers = Self.words(lines[0])
        let specifications = Self.words(lines[1])
        guard headers.count == specifications.count else {
            throw .differentCounts(headers: headers.count, paths: specifications.count)
        }
        var paths: [FieldPath] = []
        for specification in specifications {
            do { paths.append(try FieldPath(specification)) } catch { throw .path(error) }
        }
        self.paths = paths
        showsHeaders = true
    }

    private static func words(_ line: Substring.UnicodeScalarView) -> [String] {
        line.split { $0.properties.isWhitespace }.map { String($0) }
    }
}
