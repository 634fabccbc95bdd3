/// The flags a command accepts: its own, the global ones, and `--help`.
package struct FlagSet: Sendable {
    /// The command's own flags, in the order of their declaration.
    package let local: [any AnyFlag]
    /// The flags every command accepts, without those a local flag hides.
    package let global: [any AnyFlag]

    /// `-h, --help`, which every command accepts.
    package static let help = Flag("help", short: "h", default: false, help: "Show help for the command.")

    package init(local: [any AnyFlag], global: [any AnyFlag]) {
        self.local = local
        let names = Set(local.map(\.name))
        self.global = global.filter { !names.contains($0.name) }
    }

    /// The flag of that long name; `_` counts as `-`, as kubectl's normalization has it.
    func definition(named name: some StringProtocol) -> FlagDefinition? {
        let bytes = Array(name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 })
        return first { $0.name.utf8.elementsEqual(bytes) }
    }

    /// The flag with that letter as its short form.
    func definition(shorthand: UInt8) -> FlagDefinition? {
        first { $0.definition.shorthand?.utf8.first == shorthand }
    }

    private func first(where matches: (any AnyFlag) -> Bool) -> FlagDefinition? {
        let flag = local.first(where: matches) ?? global.first(where: matches)
        return flag?.definition ?? (matches(Self.help) ? Self.help.definition : nil)
    }
}
