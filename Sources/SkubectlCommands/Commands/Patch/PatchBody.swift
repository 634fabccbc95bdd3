import JSONModel
import KubeClient
import KubeModel
import KubePatch
import StdlibExtensions
import SystemIO
import YAMLCodec

/// The patch that `skubectl patch` is given, as it is sent and as it is applied without a server.
struct PatchBody: Sendable {
    let type: PatchType
    /// The patch in JSON: as it was written where it looks like an object in JSON, otherwise made of YAML.
    let bytes: [UInt8]

    /// - Parameters:
    ///   - text: The patch itself; empty where it is in a file.
    ///   - file: The path of the file; empty where there is none.
    init(type: PatchType, text: String, file: String) throws {
        self.type = type
        var bytes = Array(text.utf8)
        if !file.isEmpty {
            do throws(SystemError) { bytes = try FileSystem.read(file) } catch {
                throw CommandError.failed("unable to read patch file: \(error.goText)")
            }
        }
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C].contains($0) }
        if first != UInt8(ascii: "{") {
            do throws(YAMLError) {
                bytes = JSONWriter.bytes(try YAMLDecoder.decodeFirst(bytes), style: JSONStyle(sortsKeys: true))
            } catch {
                throw CommandError.failed("unable to parse \(text.goQuoted): \(error.message)")
            }
        }
        self.bytes = bytes
    }

    /// The object with the patch applied, and whether that made a difference.
    func result(for object: JSONValue, of kind: GroupVersionKind) throws -> PatchResults.Patched {
        let patched = try applied(to: object, of: kind)
        try Self.check(patched)
        return PatchResults.Patched(object: patched, isChanged: !patched.isEqual(to: object))
    }

    private func applied(to object: JSONValue, of kind: GroupVersionKind) throws -> JSONValue {
        switch type {
        case .json: return try changed(object, by: JSONPatch(JSONParser.parse(bytes, options: Self.options)))
        case .merge:
            // What is no JSON is no patch either, whatever is wrong with it.
            guard let patch = try? JSONParser.parse(bytes, options: Self.options) else { throw PatchError.invalidPatch }
            return try JSONMergePatch.applying(patch, to: object)
        case .strategic, .apply:
            guard let schema = BuiltInPatchSchema(group: kind.group, version: kind.version, kind: kind.kind) else {
                throw CommandError.failed(
                    "strategic merge patch is not supported for \(kind.text) locally, try --type merge")
            }
            // As above.
            switch (try? JSONParser.parse(bytes, options: Self.options), object) {
            case (.null?, _): return object
            case (.object(let patch)?, .object(let object)):
                return .object(try StrategicMergePatch.applying(patch, to: object, schema: schema))
            default: throw PatchError.notObject
            }
        }
    }

    private static let options = JSONParsingOptions(numbers: .normalizedAsGo)

    private func changed(_ object: JSONValue, by patch: JSONPatch) throws -> JSONValue {
        do {
            return try patch.applied(to: object)
        } catch PatchError.operation(.missing(_, .key, let path)) {
            throw CommandError.failed("Object to be patched is missing field (\(path): missing value)")
        }
    }

    /// Refuses what is no object any more, as kubectl does when it reads it.
    private static func check(_ object: JSONValue) throws(CommandError) {
        guard object.object != nil else {
            throw .failed(
                "json: cannot unmarshal \(GoType(object).jsonName) into Go value of type unstructured.detector")
        }
        if (object["kind"]?.string ?? "").isEmpty {
            let text = JSONWriter.text(object, style: JSONStyle(sortsKeys: true))
            throw .failed("Object 'Kind' is missing in '\(text)'")
        }
    }
}
