import CommandLineKit

/// Where the entries of a config map or a secret come from.
struct DataSources: Sendable {
    static let appendHashFlag = Flag(
        "append-hash", default: false, help: "Put a hash of the contents at the end of the name.")
    static let fromEnvFileFlag = Flag(
        "from-env-file", default: [String](), help: "A file with lines of the form key=value, an entry each.")
    static let fromFileFlag = Flag(
        "from-file", default: [String](),
        help: "A file, as [key=]path, whose name is the key unless one is given, or a folder, whose regular files make "
            + "an entry each.")
    static let fromLiteralFlag = Flag(
        "from-literal", default: [String](), help: "An entry as key=value; may be repeated."
    ).unsplit()
    static let flags: [any AnyFlag] = [appendHashFlag, fromEnvFileFlag, fromFileFlag, fromLiteralFlag]

    let files: [String]
    let literals: [String]
    let envFiles: [String]

    init(_ arguments: ParsedArguments) throws(UsageError) {
        files = arguments[Self.fromFileFlag]
        literals = arguments[Self.fromLiteralFlag]
        envFiles = arguments[Self.fromEnvFileFlag]
        if !envFiles.isEmpty, !files.isEmpty || !literals.isEmpty {
            throw .invalid("from-env-file cannot be combined with from-file or from-literal", hint: .none)
        }
    }
}
