import JSONModel
import KubeConfig
import StdlibExtensions

/// A change of the user's preferences, as the flags of `skubectl kuberc set` say it.
struct PreferencesEdit: Sendable {
    let command: String
    /// The name of the alias.
    let name: String
    let prepended: [String]
    let appended: [String]
    let policy: String
    /// Whether an entry that is there may be replaced.
    let overwrites: Bool

    /// Sets the defaults of the command; without options those that are there stay.
    func setDefaults(in document: inout JSONValue, _ options: [JSONValue]) throws {
        var entries = document["defaults"]?.array ?? []
        if let index = entries.firstIndex(where: { $0["command"]?.string == command }) {
            guard overwrites else {
                throw CommandError.failed(
                    "defaults for command \(command.goQuoted) already exist, use --overwrite to replace")
            }
            if !options.isEmpty { entries[index]["options"] = .array(options) }
        } else {
            entries.append(["command": .string(command), "options": options.isEmpty ? .null : .array(options)])
        }
        document["defaults"] = .array(entries)
    }

    /// Sets the alias; what is not given stays as it is.
    func setAlias(in document: inout JSONValue, _ options: [JSONValue]) throws {
        var entries = document["aliases"]?.array ?? []
        let index = entries.firstIndex { $0["name"]?.string == name }
        guard index == nil || overwrites else {
            throw CommandError.failed("alias \(name.goQuoted) already exists, use --overwrite to replace")
        }
        var entry: JSONValue = ["name": .string(name), "command": .string(command)]
        let lists = [
            ("prependArgs", prepended.map(JSONValue.string)), ("appendArgs", appended.map(JSONValue.string)),
            ("options", options),
        ]
        for (key, given) in lists {
            let kept = index.flatMap { entries[$0][key] }
            if let value = given.isEmpty ? kept : .array(given) { entry[key] = value }
        }
        if let index { entries[index] = entry } else { entries.append(entry) }
        document["aliases"] = .array(entries)
    }

    /// Sets which credential programs may run.
    func setPolicy(in document: inout JSONValue, allowlist: [String]) throws {
        if policy == CredentialPluginPolicy.onlyListed {
            document["credentialPluginAllowlist"] = .array(try Self.entries(allowlist))
        }
        document["credentialPluginPolicy"] = .string(policy)
    }

    /// The entries of the flags, several in each between commas; all that is wrong with them is told at once.
    private static func entries(_ allowlist: [String]) throws -> [JSONValue] {
        var entries: [JSONValue] = []
        var problems: [String] = []
        for pair in allowlist.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            guard let (field, value) = pair.cut(at: "=") else {
                problems.append("improperly formatted allowlist entry: \(pair.goQuoted)")
                continue
            }
            if field == "name" {
                problems.append("allowlist entry field \"name\" is deprecated, use \"command\" instead")
            } else if field != "command" {
                problems.append("unrecognized allowlist entry field: \(field.goQuoted)")
            } else if value.trimmingSpace().isEmpty {
                problems.append("empty value in allowlist entry for field \(field.goQuoted)")
            } else {
                entries.append(["command": .string(String(value))])
            }
        }
        try CommandError.throwAll(problems.map(CommandError.failed))
        return entries
    }
}
