import JSONModel
import KubeConfig
import SystemIO
import YAMLCodec

/// The file of `skubectl kuberc`, read and written as kubectl's v1beta1 types have it.
enum PreferencesDocument {
    static let apiVersion = "kubectl.config.k8s.io/v1beta1"

    /// The file that the flag and the environment name.
    static func file(named name: String, in context: CommandContext) throws -> PreferencesFile {
        let file: PreferencesFile?
        do throws(PreferencesFault) {
            file = try PreferencesFile.chosen(named: name, environment: context.environment)
        } catch {
            throw CommandError.failed(error.message)
        }
        guard let file else {
            throw CommandError.failed("KUBERC is disabled via KUBERC=off environment variable")
        }
        return file
    }

    /// A file's document with the members in the order of kubectl's types; null for an empty file.
    ///
    /// Lists that are not there are null.
    ///
    /// - Parameter typeName: What kubectl's message for a value of a wrong type calls the whole.
    static func decode(_ bytes: [UInt8], typeName: String = "Preference") throws -> JSONValue {
        do {
            let document = try YAMLDecoder.decodeFirst(bytes)
            guard !document.isNull else { return .null }
            return try Structure.preference.value(of: document, field: nil, named: typeName)
        } catch let error as YAMLError {
            throw CommandError.failed("error parsing kuberc file: error converting YAML to JSON: \(error.message)")
        } catch let mismatch as TypeMismatch {
            throw CommandError.failed(
                "error parsing kuberc file: error unmarshaling JSON: while decoding JSON: \(mismatch.message)")
        }
    }

    /// Writes a file, with the directories it is in, and tells that it did.
    static func write(_ document: JSONValue, to path: String, in context: CommandContext) throws {
        let directory = PathText.directory(of: path)
        do throws(SystemError) { try FileSystem.makeDirectories(directory, mode: 0o755) } catch {
            throw CommandError.failed("failed to create directory \(directory): \(error.goText)")
        }
        let bytes = try YAMLEmitter.bytes(document)
        do throws(SystemError) { try FileSystem.write(bytes, to: path, mode: 0o644) } catch {
            throw CommandError.failed("failed to write kuberc file: \(error.goText)")
        }
        context.console.write("Updated \(path)\n")
    }

    /// What `kuberc view` offers to begin with.
    static let suggestion: JSONValue = [
        "kind": "Preference", "apiVersion": .string(apiVersion),
        "defaults": [
            ["command": "apply", "options": [["name": "server-side", "default": "true"]]],
            ["command": "delete", "options": [["name": "interactive", "default": "true"]]],
        ],
        "aliases": .null,
    ]
}

/// A Go type of kubectl's kuberc, by which values are read as Go's encoding/json does.
private indirect enum Structure: Sendable {
    case string
    case list(Structure, type: String)
    /// Members in order; `isOptional` ones are left out where they are empty.
    case object([(name: String, Structure, isOptional: Bool)], type: String)

    private static let option = Structure.object(
        [("name", .string, false), ("default", .string, false)], type: "CommandOptionDefault")

    static let preference = Structure.object(
        [
            ("kind", .string, true), ("apiVersion", .string, true),
            (
                "defaults",
                .list(
                    .object(
                        [("command", .string, false), ("options", .list(option, type: "CommandOptionDefault"), false)],
                        type: "CommandDefaults"), type: "CommandDefaults"), false
            ),
            (
                "aliases",
                .list(
                    .object(
                        [
                            ("name", .string, false), ("command", .string, false),
                            ("prependArgs", .list(.string, type: ""), true),
                            ("appendArgs", .list(.string, type: ""), true),
                            ("options", .list(option, type: "CommandOptionDefault"), true),
                        ], type: "AliasOverride"), type: "AliasOverride"), false
            ),
            ("credentialPluginPolicy", .string, true),
            (
                "credentialPluginAllowlist",
                .list(
                    .object([("name", .string, true), ("command", .string, true)], type: "AllowlistEntry"),
                    type: "AllowlistEntry"), true
            ),
        ], type: "Preference")

    private var typeName: String {
        switch self {
        case .string: "string"
        case .list(.string, _): "[]string"
        case .list(_, let type): "[]v1beta1.\(type)"
        case .object(_, let type): "v1beta1.\(type)"
        }
    }

    func value(of value: JSONValue, field: String?, named root: String) throws(TypeMismatch) -> JSONValue {
        switch (self, value) {
        case (.string, .null): return ""
        case (.string, .string): return value
        case (.string, .bool(let truth)): return .string(truth ? "true" : "false")
        case (.string, .number(let number)): return .string(number.text)
        case (.list, .null): return .null
        case (.list(let element, _), .array(let elements)):
            var result: [JSONValue] = []
            for item in elements { result.append(try element.value(of: item, field: field, named: root)) }
            return .array(result)
        case (.object(let members, _), .object), (.object(let members, _), .null):
            var result = JSONObject()
            for (name, structure, isOptional) in members {
                let path = "\(field ?? root).\(name)"
                let member = try structure.value(of: value[name] ?? .null, field: path, named: root)
                if !isOptional || !Self.isEmpty(member) { result[name] = member }
            }
            return .object(result)
        default:
            throw TypeMismatch(found: value.kindName, field: field, expected: typeName)
        }
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        value.isNull || value.string?.isEmpty == true || value.array?.isEmpty == true
    }
}

extension JSONValue {
    /// The kind of value as Go's encoding/json names it.
    fileprivate var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
