/// What Go's `fmt` makes of formats.
package enum GoFormat {
    /// What `fmt.Sprintf` makes of a text that was not meant to be a format: "100% sure" becomes "100%!s(MISSING)ure".
    package static func text(_ format: String) -> String {
        guard format.utf8.contains(UInt8(ascii: "%")) else { return format }
        var formatter = GoFormatter()
        formatter.print(format: GoString(format), [])
        return String(decoding: formatter.output, as: UTF8.self)
    }
}
