import JSONModel
import KubeClient
import Manifests
import SystemIO
import YAMLCodec

/// The check of manifests before their objects are sent (`--validate`), for servers that cannot check fields themselves.
struct ManifestValidation: Sendable {
    let validation: FieldValidation
    private let client: ClientValidation
    private let context: CommandContext

    init(_ validation: FieldValidation, cluster: Cluster, context: CommandContext) {
        self.validation = validation
        client = ClientValidation(openAPI: cluster.openAPI, discovery: cluster.discovery)
        self.context = context
    }

    /// What keeps a document's objects from being sent; nil for nothing.
    func error(in document: ManifestDocument) async -> (any Error)? {
        let faults = await faults(in: document.value, text: document.text)
        return faults.isEmpty ? nil : CommandError.invalidManifest(source: document.source.name, faults)
    }

    /// The sentence for what is wrong with a text, YAML or JSON, of which the first document counts; nil for nothing.
    func sentence(about text: EditedText) async -> String? {
        guard validation != .ignore else { return nil }
        let value: JSONValue
        do {
            value = text.isJSON ? try JSONParser.parse(text.bytes) : try YAMLDecoder.decodeFirst(text.bytes)
        } catch let error as JSONError {
            return error.message
        } catch let error as YAMLError {
            return error.message
        } catch {
            return "\(error)"
        }
        let faults = await faults(in: value, text: text.isJSON ? text.bytes : nil)
        return faults.isEmpty ? nil : faults.message
    }

    private func faults(in object: JSONValue, text: [UInt8]?) async -> [ValidationFault] {
        switch validation {
        case .strict: await client.faults(in: object, text: text)
        case .warn: await warningFaults(of: object)
        case .ignore: []
        }
    }

    /// What keeps an object from being sent although unknown fields are only to be told of; a server that cannot tell
    /// of them makes a line in the log.
    private func warningFaults(of object: JSONValue) async -> [ValidationFault] {
        switch await client.checker(of: object) {
        case .server: return []
        case .nobody(let faults): return faults
        case .client:
            let log = context.log
            log.writePlain(
                0, "schema.go:145",
                "cannot perform warn validation if server-side field validation is unsupported, skipping validation",
                severity: .warning)
            return []
        }
    }
}
