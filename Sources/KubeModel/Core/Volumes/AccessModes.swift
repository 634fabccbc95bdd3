/// The modes that storage can be mounted in.
package enum AccessModes {
    private static let names = [
        ("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP"),
    ]

    /// The modes in short, each once and in a fixed order: "RWO,ROX"; those that are not known are left out.
    package static func text(_ modes: [String]) -> String {
        names.filter { modes.contains($0.0) }.map(\.1).joined(separator: ",")
    }
}
