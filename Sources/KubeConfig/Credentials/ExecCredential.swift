import JSONModel
import StdlibExtensions
import SystemIO

/// What a credential program is told and what it answers: an `ExecCredential` of client.authentication.k8s.io.
enum ExecCredential {
    /// What a program answers.
    struct Answer: Sendable, Hashable {
        var token: String?
        var certificate: ClientConfiguration.ClientCertificate?
        /// In nanoseconds since 1970-01-01T00:00:00Z; nil for credentials that stay valid.
        var expiry: Int64?
    }

    /// The value of KUBERNETES_EXEC_INFO: JSON with the fields in the order of client-go's structs.
    ///
    /// The cluster is part of it where the plugin's `provideClusterInfo` asks for that.
    static func request(
        _ exec: ExecConfiguration, for configuration: ClientConfiguration, isInteractive: Bool
    ) -> String {
        var spec = JSONObject()
        if exec.provideClusterInfo { spec["cluster"] = .object(cluster(configuration)) }
        spec["interactive"] = .bool(isInteractive)
        let object: JSONValue = [
            "kind": "ExecCredential", "apiVersion": .string(exec.apiVersion), "spec": .object(spec),
        ]
        return JSONWriter.text(object) + "\n"
    }

    private static func cluster(_ configuration: ClientConfiguration) -> JSONObject {
        var cluster: JSONObject = ["server": .string(configuration.serverAsWritten)]
        if let name = configuration.tlsServerName { cluster["tls-server-name"] = .string(name) }
        if configuration.insecureSkipTLSVerify { cluster["insecure-skip-tls-verify"] = true }
        if let authority = configuration.certificateAuthority, !authority.isEmpty {
            cluster["certificate-authority-data"] = .string(Base64.encode(authority))
        }
        if let proxy = configuration.proxyURL { cluster["proxy-url"] = .string(proxy) }
        if configuration.disableCompression { cluster["disable-compression"] = true }
        cluster["config"] = configuration.execExtension ?? .null
        return cluster
    }

    /// Reads what a program wrote.
    static func answer(_ output: [UInt8], to exec: ExecConfiguration) throws(ExecFault) -> Answer {
        let document: Document
        do throws(FileFault) { document = try Document(output) } catch { throw .undecodable(error) }
        guard document.apiVersion == exec.apiVersion else {
            throw .otherVersion(configured: exec.apiVersion, returned: document.apiVersion)
        }
        guard let status = document.status else { throw .noStatus }
        guard !status.token.isEmpty || !status.certificate.isEmpty || !status.key.isEmpty else {
            throw .noCredentials
        }
        guard status.certificate.isEmpty == status.key.isEmpty else { throw .halfCertificate }
        var answer = Answer(token: status.token.isEmpty ? nil : status.token, expiry: status.expiry)
        if !status.key.isEmpty {
            let pair = ClientConfiguration.ClientCertificate(
                certificate: Array(status.certificate.utf8), key: Array(status.key.utf8))
            if let fault = pair.fault { throw .noPEM(fault.input, found: fault.found) }
            answer.certificate = pair
        }
        return answer
    }

    /// The fields of an answer as they are written.
    private struct Document {
        let apiVersion: String
        let status: Status?

        struct Status {
            var token = ""
            var certificate = ""
            var key = ""
            var expiry: Int64?
        }

        /// Reads a text, which is JSON where it begins with a brace and else YAML.
        init(_ output: [UInt8]) throws(FileFault) {
            let document = try Self.decode(output)
            let header = try ObjectHeader(document)
            let isOfKind = header.kind.isEmpty || header.kind == "ExecCredential"
            let version = ExecAPIVersion(rawValue: header.apiVersion)
            guard isOfKind, version != nil || header.apiVersion.isEmpty else {
                throw .unknownKind(
                    kind: header.kind.isEmpty ? "ExecCredential" : header.kind, apiVersion: header.apiVersion)
            }
            // Without a version it is taken for the one of client-go's memory.
            apiVersion = version?.rawValue ?? "client.authentication.k8s.io/__internal"
            let package = version == .v1 ? "v1" : version == .v1beta1 ? "v1beta1" : "clientauthentication"
            let reader = FieldReader(document.object ?? [:], structName: "ExecCredential", package: package)
            _ = try reader.structure("spec", named: "ExecCredentialSpec")?.bool("interactive")
            guard let fields = try reader.structure("status", named: "ExecCredentialStatus") else {
                status = nil
                return
            }
            var status = Status()
            status.certificate = try fields.string("clientCertificateData")
            status.key = try fields.string("clientKeyData")
            let expiry = try fields.string("expirationTimestamp")
            if !fields.value("expirationTimestamp").isNull {
                do throws(GoTimeError) {
                    status.expiry = try GoTime(rfc3339: expiry).nanosecondsSinceEpoch
                } catch {
                    throw .time(expiry, error)
                }
            }
            status.token = try fields.string("token")
            self.status = status
        }

        private static func decode(_ output: [UInt8]) throws(FileFault) -> JSONValue {
            let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
            guard output.first(where: { !isSpace($0) }) == UInt8(ascii: "{") else {
                return try KubeconfigYAML.decode(output)
            }
            do throws(JSONError) { return try JSONParser.parse(output) } catch { throw .json(error) }
        }
    }
}
