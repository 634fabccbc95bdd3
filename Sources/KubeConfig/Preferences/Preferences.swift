/// What a user's kuberc says: other defaults of flags, names for commands, and which credential programs may run.
package struct Preferences: Sendable, Hashable {
    /// Values that flags of a command have where the command line does not say otherwise.
    package var defaults: [Defaults] = []
    package var aliases: [Alias] = []
    package var credentialPolicy = CredentialPluginPolicy()

    package init() {}

    /// The defaults of one command.
    package struct Defaults: Sendable, Hashable {
        /// The names of the command, such as "set env".
        package var command: String
        /// Nil where the file has none.
        package var options: [Option]?

        package init(command: String, options: [Option]?) {
            self.command = command
            self.options = options
        }
    }

    /// A name for a command, with flags and arguments that go with it.
    package struct Alias: Sendable, Hashable {
        package var name: String
        package var command: String
        /// What comes right behind the name.
        package var prependArguments: [String] = []
        /// What comes at the end.
        package var appendArguments: [String] = []
        package var options: [Option] = []

        package init(name: String, command: String) {
            self.name = name
            self.command = command
        }
    }

    /// The value of a flag.
    package struct Option: Sendable, Hashable {
        /// The long name, without dashes.
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}

/// Which programs may be run for credentials (kuberc's `credentialPluginPolicy` and `credentialPluginAllowlist`).
package struct CredentialPluginPolicy: Sendable, Hashable {
    /// "AllowAll", "DenyAll" or "Allowlist"; empty counts as the first.
    package var type = ""
    /// The commands that may run; nil where there is no list.
    package var allowlist: [String]?

    package init() {}

    /// The type by which every program may run.
    package static let allowAll = "AllowAll"
    /// The type by which none may.
    package static let denyAll = "DenyAll"
    /// The type by which those of the list may.
    package static let onlyListed = "Allowlist"
}
