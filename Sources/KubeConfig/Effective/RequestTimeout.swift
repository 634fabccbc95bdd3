import StdlibExtensions

/// The value of `--request-timeout`.
enum RequestTimeout {
    /// A number of seconds, or a duration in Go's syntax; nil is without limit.
    ///
    /// A negative duration is one that is over at once for kubectl's connections but without limit for the rest; it
    /// counts as without limit here.
    static func parse(_ text: String) throws(KubeConfigError) -> Duration? {
        if text.isEmpty { return nil }
        let duration: Duration
        if let seconds = Int64(text), seconds >= 0 {
            duration = .seconds(seconds)
        } else {
            do throws(GoDurationError) { duration = try Duration(goText: text) } catch { throw .invalidTimeout(text) }
        }
        return duration > .zero ? duration : nil
    }
}
