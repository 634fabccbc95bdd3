import SystemIO

extension Preferences {
    /// Fails for what kubectl refuses in a kuberc before it applies anything of it.
    package func validate() throws(PreferencesFault) {
        var names: Set<String> = []
        for alias in aliases {
            let isAlphabetical = alias.name.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
            guard isAlphabetical, !alias.name.isEmpty else { throw .aliasName }
            try Self.validate(alias.options)
            guard names.insert(alias.name).inserted else { throw .duplicateAlias(alias.name) }
        }
        for command in defaults { try Self.validate(command.options ?? []) }
        try credentialPolicy.validate()
    }

    private static func validate(_ options: [Option]) throws(PreferencesFault) {
        for option in options where option.name.hasPrefix("-") { throw .flagWithDashes(option.name) }
    }
}

extension CredentialPluginPolicy {
    /// Fails for a policy and a list that do not go together (client-go's `ValidatePluginPolicy`).
    func validate() throws(PreferencesFault) {
        switch type {
        case "", Self.allowAll, Self.denyAll:
            if allowlist != nil { throw .allowlistWithoutPolicy(type) }
        case Self.onlyListed:
            guard let allowlist else { throw .noAllowlist }
            if allowlist.isEmpty { throw .emptyAllowlist }
            for (index, command) in allowlist.enumerated() {
                if command.isEmpty { throw .emptyAllowlistEntry(index + 1) }
                let clean = PathText.clean(command)
                if clean != command { throw .uncleanPath(command, clean: clean) }
            }
        default: throw .unknownPolicy(type)
        }
    }

    /// Why a credential program may not run; nil where it may.
    ///
    /// - Parameters:
    ///   - command: as the kubeconfig names it, cleaned.
    ///   - path: the file that it stands for; nil where there is none.
    func refusal(of command: String, path: String?, searchPath: String) -> ExecFault? {
        switch type {
        case Self.denyAll: return .denied(command: command)
        case Self.onlyListed:
            guard let allowlist, !allowlist.contains(command), !allowlist.contains(path ?? command) else { return nil }
            guard let path = path.flatMap({ Self.runnable($0) }) else { return .unresolvable(command: command) }
            let isListed = allowlist.contains { entry in
                PathText.lastElement(of: entry) == PathText.lastElement(of: path)
                    && ExecutableSearch.path(of: entry, searchPath: searchPath).flatMap(Self.runnable) == path
            }
            return isListed ? nil : .notListed(path: path)
        default: return nil
        }
    }

    private static func runnable(_ path: String) -> String? {
        FileSystem.isExecutable(path) ? path : nil
    }
}
