import StdlibExtensions

/// Header fields as client-go shows them in its log.
package enum HeaderText {
    /// One line a field, names in Go's canonical form and in their order, credentials masked.
    static func lines(_ headers: HTTPHeaders) -> String {
        sorted(headers).map { "\($0.name): \($0.value)\n" }.joined()
    }

    /// The request as a curl command, with its line break.
    ///
    /// The order of the fields, which is random in kubectl, is that of their names.
    static func curlCommand(_ request: HTTPRequest) -> String {
        let fields = sorted(request.headers).map { " -H " + "\($0.name): \($0.value)".goQuoted }.joined()
        return "curl -v -X\(request.method) \(fields) '\(request.url)'\n"
    }

    /// The name as Go's `CanonicalMIMEHeaderKey` spells it: capitals at the start and after hyphens.
    package static func canonical(_ name: String) -> String {
        guard name.utf8.allSatisfy(HTTPHeaders.isTokenByte) else { return name }
        var startsWord = true
        let bytes = name.utf8.map { byte -> UInt8 in
            defer { startsWord = byte == 0x2D }
            let isLower = (0x61...0x7A).contains(byte)
            let isUpper = (0x41...0x5A).contains(byte)
            return startsWord && isLower || !startsWord && isUpper ? byte ^ 0x20 : byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value of a field as it may be shown.
    static func masked(_ name: String, _ value: String) -> String {
        guard name.asciiLowercased == "authorization", !value.isEmpty else { return value }
        let scheme = value.firstIndex(of: " ").map { String(value[..<$0]) } ?? value
        let known: Set = ["bearer", "basic", "negotiate"]
        guard !scheme.isEmpty, known.contains(scheme.asciiLowercased) else { return "<masked>" }
        return value.utf8.count > scheme.utf8.count + 1 ? scheme + " <masked>" : scheme
    }

    private static func sorted(_ headers: HTTPHeaders) -> [(name: String, value: String)] {
        let fields = headers.fields.map { (name: canonical($0.name), value: masked($0.name, $0.value)) }
        // Fields of one name stay in their order.
        return fields.enumerated()
            .sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
            .map(\.element)
    }
}
