/// How long libcurl may sleep before it is asked to look at its transfers though nothing happened.
///
/// With HTTP/2 a transfer may read what belongs to another one, or the end of its own answer; libcurl then sets a timer
/// that is due at once, so as to hand it on. `curl_multi_perform` takes back every timer that is due when all transfers
/// have had their turn, and with it, times being compared in whole milliseconds, now and then one that was set after its
/// transfer's turn. That transfer waits on for a socket that has been read already (seen in 7.88 and in 8.14). Another
/// look at all transfers finds what was read: the first comes a millisecond after the last event, when it may be needed,
/// the later ones at intervals that double.
struct SilenceTimer {
    /// The longest time between two looks, in milliseconds; nothing is expected from them any more by then.
    static let longest: Int32 = 10_000

    /// The time until the next look, in milliseconds.
    private(set) var interval: Int32 = 1

    /// Notes whether anything happened since the last call.
    mutating func note(_ happened: Bool) {
        interval = happened ? 1 : min(interval * 2, Self.longest)
    }
}
