import CommandLineKit
import JSONModel
import KubeModel
import KubePatch
import StdlibExtensions

/// What the user changes of an object that a command makes by itself (`--overrides`).
struct Overrides: Sendable, Hashable {
    static let overridesFlag = Flag(
        "overrides", default: "", help: "Changes to the object that is made, in JSON, in the form of --override-type.")
    static let typeFlag = Flag(
        "override-type", default: "merge",
        help: "How --overrides is meant: \"json\" (a list of operations), \"merge\" (members that change) or "
            + "\"strategic\" (Kubernetes' own merge)."
    ).completing(.values(["json", "merge", "strategic"]))
    static let flags: [any AnyFlag] = [overridesFlag, typeFlag]

    let text: String
    let type: String

    init(_ arguments: ParsedArguments) {
        text = arguments[Self.overridesFlag]
        type = arguments[Self.typeFlag]
    }

    /// The object with the changes.
    func applied(to object: JSONValue) throws -> JSONValue {
        if text.isEmpty { return object }
        let patched: JSONValue
        switch type {
        case "", "merge": patched = try JSONMergePatch.applying(try mergePatch, to: object)
        case "json":
            let document: JSONValue
            do throws(JSONError) { document = try JSONParser.parse(text) } catch {
                throw CommandError.failed(error.message)
            }
            patched = try JSONPatch(document).applied(to: object)
        case "strategic":
            guard let patch = (try? JSONParser.parse(text))?.object,  // What is no JSON is no patch.
                let schema = schema(of: object)
            else { throw CommandError.failed("invalid JSON document") }
            patched = .object(
                try StrategicMergePatch.applying(patch, to: object.object ?? [:], schema: schema))
        default: throw CommandError.failed("invalid override type: \(type)")
        }
        return try checked(patched, against: object)
    }

    private var mergePatch: JSONValue {
        get throws(PatchError) {
            do { return try JSONParser.parse(text) } catch { throw .invalidPatch }
        }
    }

    private func schema(of object: JSONValue) -> BuiltInPatchSchema? {
        BuiltInPatchSchema(
            apiVersion: object["apiVersion"]?.string ?? "", kind: object["kind"]?.string ?? "")
    }

    /// The object in the form of its Go type; refuses what is of no such type any more.
    private func checked(_ patched: JSONValue, against original: JSONValue) throws -> JSONValue {
        guard patched.object != nil else {
            throw CommandError.failed(
                "couldn't get version/kind; json parse error: json: cannot unmarshal \(patched.goTypeName) into Go value of "
                    + #"type struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "#
                    + #""json:\"kind,omitempty\"" }"#)
        }
        let apiVersion = patched["apiVersion"]?.string ?? ""
        let kind = patched["kind"]?.string ?? ""
        guard kind == original["kind"]?.string, apiVersion == original["apiVersion"]?.string else {
            throw CommandError.failed(
                "no kind \(kind.goQuoted) is registered for version \(apiVersion.goQuoted) in scheme "
                    + "\"pkg/scheme/scheme.go:28\"")
        }
        if let mismatch = TypedChecking().mismatch(in: patched) { throw CommandError.failed(mismatch.message) }
        return TypedObject.normalized(patched)
    }
}

extension JSONValue {
    /// What Go's encoding/json calls the value.
    fileprivate var goTypeName: String {
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

extension Cluster {
    /// A pod or a service in the namespace that the user named on the command line, if any.
    func inExplicitNamespace(_ object: JSONValue) -> JSONValue {
        guard namespaceIsExplicit else { return object }
        var object = object
        object[path: "metadata", "namespace"] = .string(namespace)
        return TypedObject.normalized(object)
    }
}
