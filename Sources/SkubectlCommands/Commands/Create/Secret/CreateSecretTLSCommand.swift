import CommandLineKit
import KubeModel
import SystemIO

/// Implements `skubectl create secret tls`.
struct CreateSecretTLSCommand: GeneratingCommand {
    static let failurePrefix = SecretObject.failurePrefix
    static let certificateFlag = Flag("cert", default: "", help: "File with the certificate, in PEM form.")
    static let keyFlag = Flag("key", default: "", help: "File with the certificate's private key, in PEM form.")
    static let spec = CommandSpec(
        name: "tls", usage: "NAME --cert=path/to/cert/file --key=path/to/key/file [--dry-run=server|client|none]",
        summary: "Create a TLS secret",
        description: "Create a secret from a certificate and its private key, which must belong together.",
        examples: [
            CommandExample(
                "Create a secret", "skubectl create secret tls tls-secret --cert=path/to/tls.crt --key=path/to/tls.key")
        ],
        flags: [DataSources.appendHashFlag, certificateFlag, keyFlag] + Generation.flags)

    let generation: Generation
    let certificate: String
    let key: String
    let appendsHash: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        generation = try Generation(arguments, mayBeUnnamed: true)
        certificate = arguments[Self.certificateFlag]
        key = arguments[Self.keyFlag]
        appendsHash = arguments[DataSources.appendHashFlag]
        if certificate.isEmpty || key.isEmpty { throw .invalid("key and cert must be specified", hint: .none) }
    }

    func object(in context: CommandContext, _ cluster: Cluster) async throws -> GeneratedObject {
        let certificate = try Self.read(certificate)
        let key = try Self.read(key)
        do throws(KeyPairFault) { try KeyPair.check(certificate: certificate, key: key) } catch {
            throw CommandError.failed(error.message)
        }
        return SecretObject.make(
            name: generation.name, type: "kubernetes.io/tls", ["tls.crt": certificate, "tls.key": key],
            appendsHash: appendsHash)
    }

    private static func read(_ path: String) throws -> [UInt8] {
        do throws(SystemError) { return try FileSystem.read(path) } catch {
            throw CommandError.failed("Cannot read file \(path), \(error.goText)")
        }
    }
}
