import StdlibExtensions
package import SystemIO

/// How the transports are put on top of each other.
package enum TransportStack {
    /// What somebody else's requests are passed on through: the log over `base`, and nothing that sends them twice.
    package static func passing(over base: any Transport, log: DiagnosticLog) -> any Transport {
        LoggingTransport(base, log: log)
    }

    /// What a client sends its requests through: retries over redirects over the log over `base`, as in client-go, where
    /// each attempt and each hop of a redirect is logged.
    package static func over(_ base: any Transport, log: DiagnosticLog) -> any Transport {
        RetryingTransport(RedirectingTransport(LoggingTransport(base, log: log))) { retry in
            log.write(
                4, "with_retry.go:234", "Got a Retry-After response",
                [
                    LogField("delay", .text(retry.delay.goText)), LogField("attempt", .number(Int64(retry.attempt))),
                    LogField("url", .text(retry.url)),
                ])
        }
    }
}
