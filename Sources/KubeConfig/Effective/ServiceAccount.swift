package import SystemIO

/// The service account a pod runs as, for a client inside of a cluster.
package struct ServiceAccount: Sendable, Hashable {
    /// Where the kubelet puts the token, the certificate authority and the namespace.
    let directory: String
    private let host: String
    private let port: String
    private let podNamespace: String

    package init(
        environment: EnvironmentVariables, directory: String = "/var/run/secrets/kubernetes.io/serviceaccount"
    ) {
        self.directory = directory
        host = environment["KUBERNETES_SERVICE_HOST"] ?? ""
        port = environment["KUBERNETES_SERVICE_PORT"] ?? ""
        podNamespace = environment["POD_NAMESPACE"] ?? ""
    }

    /// Whether this process runs in a pod that has one.
    var isPresent: Bool {
        guard !host.isEmpty, !port.isEmpty else { return false }
        // A token that cannot be looked at is none.
        guard let status = try? FileSystem.status("\(directory)/token") else { return false }
        return status.kind != .directory
    }

    /// POD_NAMESPACE, else the account's own, else "default".
    var namespace: String {
        if !podNamespace.isEmpty { return podNamespace }
        // Without the file there is no namespace in it.
        let bytes = (try? FileSystem.read("\(directory)/namespace", limit: 1 << 16)) ?? []
        let name = bytes.trimmingBlanks
        return name.isEmpty ? "default" : name
    }

    /// The API server of the cluster the pod runs in; of the command line only server, token and certificate authority
    /// count.
    func clientConfiguration(_ overrides: ConfigurationOverrides) throws(KubeConfigError) -> ClientConfiguration {
        let tokenFile = "\(directory)/token"
        let token = String(decoding: try Self.read(tokenFile), as: UTF8.self)
        let address = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        var configuration = ClientConfiguration(server: "https://\(address)")
        configuration.isInCluster = true
        configuration.credentials = .tokenFile(path: tokenFile, initial: token)
        // Without a certificate authority of the cluster's the system's count.
        let authority = try? FileSystem.read("\(directory)/ca.crt", limit: 16 << 20)
        if let authority, PEMText(authority).hasCertificate { configuration.certificateAuthority = authority }
        if !overrides.server.isEmpty {
            let hasTLSFiles = configuration.certificateAuthority != nil
            try configuration.setServer(overrides.server, hasTLSFiles: hasTLSFiles)
        }
        if !overrides.token.isEmpty { configuration.credentials = .token(overrides.token) }
        if !overrides.certificateAuthority.isEmpty {
            try configuration.setCertificateAuthority(Self.read(overrides.certificateAuthority))
        }
        return configuration
    }

    private static func read(_ path: String) throws(KubeConfigError) -> [UInt8] {
        do throws(SystemError) { return try FileSystem.read(path, limit: 16 << 20) } catch { throw .system(error) }
    }
}

extension [UInt8] {
    /// The text without blanks and line ends around it.
    var trimmingBlanks: String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let start = drop(while: isBlank)
        let end = start.reversed().drop(while: isBlank)
        return String(decoding: end.reversed(), as: UTF8.self)
    }
}
