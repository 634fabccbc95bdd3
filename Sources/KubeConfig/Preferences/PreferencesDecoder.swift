import JSONModel
package import YAMLCodec

/// Something in a kuberc that counts for nothing, which kubectl warns of.
package enum PreferencesOddity: Sendable, Hashable {
    /// kubectl: `unknown field "defaults[0].x"`
    case unknownField(String)
    /// kubectl: `yaml: unmarshal errors:` and a line for each key that is there twice.
    case yaml(YAMLError)
}

/// Reads a document of a kuberc.
enum PreferencesDecoder {
    /// The names that differ between versions.
    private struct Names {
        let defaults: String
        let options: String
        let hasPolicy: Bool

        static let byVersion = [
            "kubectl.config.k8s.io/v1beta1": Names(defaults: "defaults", options: "options", hasPolicy: true),
            "kubectl.config.k8s.io/v1alpha1": Names(defaults: "overrides", options: "flags", hasPolicy: false),
        ]
    }

    /// The preferences in a document; fails for one of another kind or version, and for one with values of wrong types.
    static func contents(of bytes: [UInt8]) throws(FileFault) -> PreferencesFile.Contents {
        let document: JSONValue
        do throws(YAMLError) { document = try YAMLDecoder.decodeFirst(bytes) } catch { throw .yaml(error) }
        let header = try ObjectHeader(document)
        for (field, value) in [("Kind", header.kind), ("apiVersion", header.apiVersion)] where value.isEmpty {
            throw .missing(field: field, text: String(decoding: bytes, as: UTF8.self))
        }
        guard header.kind == "Preference", let names = Names.byVersion[header.apiVersion],
            let object = document.object?.sortedByKey()
        else { throw .unknownKind(kind: header.kind, apiVersion: header.apiVersion) }
        let reader = FieldReader(object, structName: "Preference", package: "v1beta1")
        var preferences = Preferences()
        preferences.aliases = try aliases(reader, options: names.options)
        if names.hasPolicy {
            preferences.credentialPolicy.allowlist = try allowlist(reader)
            preferences.credentialPolicy.type = try reader.string("credentialPluginPolicy")
        }
        for element in try reader.structures(names.defaults, named: "CommandDefaults") {
            let command = try element.string("command")
            preferences.defaults.append(
                Preferences.Defaults(command: command, options: try options(element, names.options)))
        }
        var oddities: [PreferencesOddity] = []
        do throws(YAMLError) {
            _ = try YAMLDecoder.decodeFirst(bytes, repeatedKeys: .refused)
        } catch {
            oddities.append(.yaml(error))
        }
        oddities += unknownFields(of: .object(object), shape: shape(names), path: "").map { .unknownField($0) }
        return PreferencesFile.Contents(apiVersion: header.apiVersion, preferences: preferences, oddities: oddities)
    }

    private static func aliases(_ reader: FieldReader, options name: String) throws(FileFault) -> [Preferences.Alias] {
        try reader.structures("aliases", named: "AliasOverride").map { (element) throws(FileFault) in
            var alias = Preferences.Alias(name: "", command: "")
            alias.appendArguments = try element.strings("appendArgs") ?? []
            alias.command = try element.string("command")
            alias.name = try element.string("name")
            alias.options = try options(element, name) ?? []
            alias.prependArguments = try element.strings("prependArgs") ?? []
            return alias
        }
    }

    private static func options(_ reader: FieldReader, _ name: String) throws(FileFault) -> [Preferences.Option]? {
        if reader.value(name).isNull { return nil }
        return try reader.structures(name, named: "CommandOptionDefault").map { (element) throws(FileFault) in
            let value = try element.string("default")
            return Preferences.Option(name: try element.string("name"), value: value)
        }
    }

    /// The commands that may run; "name" is the old word for "command".
    private static func allowlist(_ reader: FieldReader) throws(FileFault) -> [String]? {
        if reader.value("credentialPluginAllowlist").isNull { return nil }
        let entries = try reader.structures("credentialPluginAllowlist", named: "AllowlistEntry")
        return try entries.map { (element) throws(FileFault) in
            let command = try element.string("command")
            let name = try element.string("name")
            guard command.isEmpty || name.isEmpty || command == name else { throw FileFault.differentNames }
            return command.isEmpty ? name : command
        }
    }

    // MARK: - Unknown fields

    /// Which members an object has; nil for what is no object, and for lists of such.
    private indirect enum Shape {
        case leaf
        case object([String: Shape])
    }

    private static func shape(_ names: Names) -> Shape {
        let options = Shape.object(["name": .leaf, "default": .leaf])
        var members: [String: Shape] = [
            "apiVersion": .leaf, "kind": .leaf,
            names.defaults: .object(["command": .leaf, names.options: options]),
            "aliases": .object([
                "name": .leaf, "command": .leaf, "prependArgs": .leaf, "appendArgs": .leaf, names.options: options,
            ]),
        ]
        if names.hasPolicy {
            members["credentialPluginPolicy"] = .leaf
            members["credentialPluginAllowlist"] = .object(["name": .leaf, "command": .leaf])
        }
        return .object(members)
    }

    /// The paths of members that count for nothing, in the order of Go's decoder, which reads sorted keys.
    private static func unknownFields(of value: JSONValue, shape: Shape, path: String) -> [String] {
        guard case .object(let known) = shape else { return [] }
        switch value {
        case .array(let elements):
            return elements.enumerated().flatMap { index, element in
                unknownFields(of: element, shape: shape, path: "\(path)[\(index)]")
            }
        case .object(let object):
            return object.sortedByKey().flatMap { member -> [String] in
                let place = path.isEmpty ? member.key : "\(path).\(member.key)"
                guard let shape = known[member.key] else { return [place] }
                return unknownFields(of: member.value, shape: shape, path: place)
            }
        default: return []
        }
    }
}
