import CommandLineKit
import SystemIO

/// The flag that names the user's preferences, and the variable that turns them off.
enum PreferencesFlag {
    static let kuberc = Flag(
        "kuberc", default: "",
        help: "File with your preferences. KUBECTL_KUBERC=false or KUBERC=off in the environment turns them off.")

    /// Whether there are no preferences, no flag and no command for them: `KUBECTL_KUBERC=false`.
    static func isTurnedOff(in environment: EnvironmentVariables) -> Bool {
        environment["KUBECTL_KUBERC"]?.lowercased() == "false"
    }

    /// The file that the words of a command line name; empty for none.
    ///
    /// kubectl looks for it before it parses anything: it takes what stands behind the first `=` and before another.
    static func file(in words: [String]) throws(PreferencesError) -> String {
        for (index, word) in words.enumerated() {
            if word == "--" { break }
            if word == "--\(kuberc.definition.name)" {
                guard index + 1 < words.count else { throw .noFileNamed }
                return words[index + 1]
            }
            guard word.contains("--\(kuberc.definition.name)=") else { continue }
            let parts = word.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count > 1, !parts[1].isEmpty else { throw .noFileNamed }
            return String(parts[1])
        }
        return ""
    }

    /// The level of the log while the preferences are read; kubectl looks for it in the same way.
    static func verbosity(in words: [String]) -> Int {
        for (index, word) in words.enumerated() {
            if word == "--" { break }
            if word == "-v" || word == "--v" {
                guard index + 1 < words.count else { continue }
                return Int(words[index + 1]) ?? 0
            }
            guard word.contains("-v=") else { continue }
            let parts = word.split(separator: "=", omittingEmptySubsequences: false)
            if parts.count > 1, !parts[1].isEmpty { return Int(parts[1]) ?? 0 }
        }
        return 0
    }
}
