import JSONModel
import KubeModel
import KubePatch
import SystemIO
import YAMLCodec

/// A part of a container, written by the user, that goes over what a profile makes of one (`--custom`).
struct CustomContainer: Sendable {
    /// The part, in the form of kubectl's Go type.
    private let value: JSONValue

    /// The largest file that is read, in bytes.
    private static let largestFile = 64 << 20

    /// Reads the part of a file; nil where there is nothing in it.
    static func read(_ path: String) throws -> CustomContainer? {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileSystem.read(path, limit: largestFile) } catch {
            throw CommandError.failed(
                "must pass a container spec json file for custom profile: \(error.goText)")
        }
        let part: JSONValue
        do {
            part = try TypedReading.read(document(bytes), asCore: "Container")
        } catch let error as YAMLError {
            throw CommandError.failed(
                "\(path) does not contain a valid container spec: error converting YAML to JSON: \(error.message)")
        } catch let error as TypedReading.Mismatch {
            throw CommandError.failed(
                "\(path) does not contain a valid container spec: error unmarshaling JSON: while decoding JSON: "
                    + error.message)
        }
        return part.isNull ? nil : CustomContainer(part)
    }

    private static func document(_ bytes: [UInt8]) throws(YAMLError) -> JSONValue {
        // What is no JSON is read as YAML.
        if let json = try? JSONParser.parse(bytes) { return json }
        return try YAMLDecoder.decodeFirst(bytes)
    }

    init(_ part: JSONValue) {
        value = TypedObject.normalized(part, asCore: "Container")
    }

    /// Refuses what the command line says, or what does not suit a container that is only there for debugging.
    func check() throws(CommandError) {
        let isRefused =
            value["name"]?.string != ""
            || ["command", "image", "lifecycle", "volumeDevices"].contains { value[$0] != nil }
        if isRefused {
            throw .failed("name, command, image, lifecycle and volume devices are not modifiable via custom profile")
        }
    }

    /// Goes over a container of one of the pod's lists.
    func apply(to pod: inout PodUnderChange, container name: String, in list: PodUnderChange.ContainerList) throws {
        let kind = list == .ephemeral ? "ephemeral container" : "container"
        guard let container = pod.container(name, in: list)?.object, var patch = value.object,
            let schema = BuiltInPatchSchema(coreStructure: "Container")
        else { throw CommandError.failed("unable to find the \(name) \(kind) in the pod \(pod.name)") }
        patch["name"] = .string(name)
        let merged: JSONObject
        do throws(PatchError) {
            merged = try StrategicMergePatch.applying(patch, to: container, schema: schema)
        } catch {
            throw CommandError.failed("error creating three way patch to add debug container: \(error.message)")
        }
        let structure = list == .ephemeral ? "EphemeralContainer" : "Container"
        pod.change(name, in: list) { $0 = TypedObject.normalized(.object(merged), asCore: structure) }
    }
}
