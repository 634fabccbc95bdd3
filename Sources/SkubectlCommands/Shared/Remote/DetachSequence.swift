import CommandLineKit
import StdlibExtensions

/// The keys that leave a session without ending its process (moby's escape proxy).
struct DetachSequence {
    private let keys: [UInt8]
    /// How many of the keys came, one after the other, and are held back.
    private var matched = 0

    init(keys: [UInt8]) {
        self.keys = keys
    }

    /// What of the bytes is for the process, and whether the keys are complete; what follows them is dropped.
    mutating func feed(_ bytes: [UInt8]) -> (passed: [UInt8], isDetached: Bool) {
        guard !keys.isEmpty else { return (bytes, false) }
        var passed: [UInt8] = []
        for byte in bytes {
            if byte == keys[matched] {
                matched += 1
                if matched == keys.count { return (passed, true) }
                continue
            }
            passed += keys[..<matched]
            matched = 0
            if byte == keys[0] {
                matched = 1
                if keys.count == 1 { return (passed, true) }
            } else {
                passed.append(byte)
            }
        }
        return (passed, false)
    }

    /// Reads keys as moby does: single characters and `ctrl-` with a letter or one of `@[\]^_`, separated by commas.
    ///
    /// kubectl: `could not bind detach keys: Unknown character: 'x'`.
    static func parse(_ text: String) throws(UsageError) -> [UInt8] {
        var keys: [UInt8] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            if part.utf8.count == 1, let key = part.utf8.first {
                keys.append(key)
                continue
            }
            let letter = part.hasPrefix("ctrl-") ? part.dropFirst(5).utf8 : ""[...].utf8
            guard letter.count == 1, let key = letter.first, let code = control(key) else {
                throw .invalid("could not bind detach keys: Unknown character: '\(part)'", hint: .none)
            }
            keys.append(code)
        }
        return keys
    }

    private static func control(_ key: UInt8) -> UInt8? {
        switch key {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): key - UInt8(ascii: "a") + 1
        case UInt8(ascii: "@"): 0
        case UInt8(ascii: "[")...UInt8(ascii: "_"): key - UInt8(ascii: "[") + 27
        default: nil
        }
    }
}
