import CCurl

extension CurlExchange {
    /// What libcurl has measured so far; its own figures all count from the start of the transfer.
    func timings() -> TransferTimings {
        func reached(_ info: CURLINFO) -> Duration { .microseconds(ccurl_info_offset(easy, info)) }
        let lookedUp = reached(CURLINFO_NAMELOOKUP_TIME_T)
        let connected = reached(CURLINFO_CONNECT_TIME_T)
        let secured = reached(CURLINFO_APPCONNECT_TIME_T)
        let ready = reached(CURLINFO_PRETRANSFER_TIME_T)
        let answered = reached(CURLINFO_STARTTRANSFER_TIME_T)
        let isReused = ccurl_info_long(easy, CURLINFO_NUM_CONNECTS) == 0
        return TransferTimings(
            lookup: isReused ? .zero : lookedUp,
            dial: isReused ? .zero : max(.zero, connected - lookedUp),
            handshake: isReused ? .zero : max(.zero, secured - connected),
            serverProcessing: max(.zero, answered - ready),
            connectionWasReused: isReused, address: firstAddress)
    }
}
