import SystemIO

extension ClientConfiguration {
    /// The client for the entries in use; reads certificates, keys and tokens from their files.
    ///
    /// Credentials and certificates are read for an HTTPS server only, by client-go's rule for which they are kept from
    /// one that could be overheard. The order of the checks decides which of several faults is told.
    init(_ effective: EffectiveKubeconfig) throws(KubeConfigError) {
        let user = try effective.user()
        _ = try effective.context()
        let cluster = try effective.cluster()
        let faults = effective.faults()
        guard faults.isEmpty else { throw .invalid(faults) }

        self.init(server: cluster.server)
        contextName = effective.contextName
        clusterName = effective.clusterName
        userName = effective.userName
        requestTimeout = try RequestTimeout.parse(effective.overrides.requestTimeout)
        disableCompression = cluster.disableCompression
        proxyURL = cluster.proxyURL.isEmpty ? nil : cluster.proxyURL
        if !user.impersonation.user.isEmpty { impersonation = user.impersonation }

        serverAsWritten = Self.withoutQuery(cluster.server)
        // An address that cannot be read is told below.
        let isSecure = (try? Self.serverURL(serverAsWritten, hasTLSFiles: false))?.scheme == "https"
        if isSecure { try setUser(user) }
        try setServer(serverAsWritten, hasTLSFiles: isSecure && cluster.hasCertificateAuthority)
        if isSecure {
            execExtension = cluster.extensions["client.authentication.k8s.io/exec"]
            try setTrust(cluster)
            try setClientCertificate(user)
            if case .exec = credentials, clientCertificate != nil { credentials = .none }
        }
    }

    /// Makes the URL that requests are made from; `hasTLSFiles` decides the scheme of an address without one.
    mutating func setServer(_ address: String, hasTLSFiles: Bool) throws(KubeConfigError) {
        let url = try Self.serverURL(address, hasTLSFiles: hasTLSFiles)
        serverAsWritten = address
        server = url.text
        while server.hasSuffix("/") { server.removeLast() }
    }

    /// Trusts the certificates of a PEM text only; none where it is empty.
    mutating func setCertificateAuthority(_ pem: [UInt8]) throws(KubeConfigError) {
        let text = PEMText(pem)
        guard pem.isEmpty || text.hasCertificate else {
            throw .noCertificateAuthority(hasBlocks: !text.blockTypes.isEmpty)
        }
        certificateAuthority = pem
    }

    private mutating func setTrust(_ cluster: KubeconfigCluster) throws(KubeConfigError) {
        insecureSkipTLSVerify = cluster.insecureSkipTLSVerify
        tlsServerName = cluster.tlsServerName.isEmpty ? nil : cluster.tlsServerName
        guard cluster.hasCertificateAuthority else { return }
        guard !insecureSkipTLSVerify else { throw .certificateAuthorityWithInsecure }
        try setCertificateAuthority(Self.contents(cluster.certificateAuthorityData, cluster.certificateAuthority))
    }

    private mutating func setUser(_ user: KubeconfigUser) throws(KubeConfigError) {
        if !user.token.isEmpty {
            credentials =
                user.tokenFile.isEmpty
                ? .token(user.token) : .tokenFile(path: user.tokenFile, initial: user.token)
        } else if !user.tokenFile.isEmpty {
            let token = try Self.contents([], user.tokenFile)
            credentials = .tokenFile(path: user.tokenFile, initial: String(decoding: token, as: UTF8.self))
        }
        if let exec = user.exec {
            guard ExecAPIVersion(rawValue: exec.apiVersion) != nil else { throw .execAPIVersion(exec.apiVersion) }
        }
        if let provider = user.authProvider { throw .authProvider(provider.name) }
        let hasCertificate = !user.clientCertificate.isEmpty || !user.clientCertificateData.isEmpty
        switch credentials {
        case .tokenFile(_, initial: "") where user.username.isEmpty:
            // An empty file names nobody: kubectl asks then, unless another way is there to fail beside it.
            guard user.exec == nil, !hasCertificate else { throw .emptyTokenFile(user.tokenFile) }
            credentials = .prompt
        case .none where !user.username.isEmpty:
            credentials = .basic(user: user.username, password: user.password)
        case .none:
            if let exec = user.exec { credentials = .exec(exec) } else if !hasCertificate { credentials = .prompt }
        default:
            guard user.username.isEmpty else { throw .basicAndToken }
        }
    }

    private mutating func setClientCertificate(_ user: KubeconfigUser) throws(KubeConfigError) {
        let certificate = try Self.contents(user.clientCertificateData, user.clientCertificate)
        let key = try Self.contents(user.clientKeyData, user.clientKey)
        let isFromFiles = user.clientCertificateData.isEmpty && user.clientKeyData.isEmpty
        guard !certificate.isEmpty || !user.clientCertificate.isEmpty else { return }
        let pair = ClientCertificate(certificate: certificate, key: key)
        if let fault = pair.fault { throw .noPEM(fault.input, found: fault.found, isFromFiles: isFromFiles) }
        clientCertificate = pair
    }

    /// Data that stands in the kubeconfig, else what is in the file.
    private static func contents(_ data: [UInt8], _ path: String) throws(KubeConfigError) -> [UInt8] {
        if !data.isEmpty || path.isEmpty { return data }
        do throws(SystemError) { return try FileSystem.read(path, limit: 16 << 20) } catch { throw .system(error) }
    }

    /// The URL of an address that may lack its scheme.
    private static func serverURL(_ address: String, hasTLSFiles: Bool) throws(KubeConfigError) -> ServerURL {
        // What is no URL as it stands may be one with a scheme.
        if let url = try? ServerURL(parsing: address), !url.scheme.isEmpty, !url.host.isEmpty { return url }
        let url: ServerURL
        do throws(URLFault) {
            url = try ServerURL(parsing: (hasTLSFiles ? "https://" : "http://") + address)
        } catch {
            throw .serverIsNoURL(error)
        }
        guard url.path.isEmpty || url.path == "/" else { throw .serverIsNoAddress(address) }
        return url
    }

    /// An address that has a path, without the query and the fragment; others stay as they are.
    private static func withoutQuery(_ address: String) -> String {
        // What is no URL is told when it is used.
        guard let url = try? ServerURL(parsing: address, isRequest: true), url.path.utf8.count > 1, !url.host.isEmpty
        else { return address }
        return url.text
    }
}

extension ClientConfiguration.ClientCertificate {
    /// Which part is not what it should be, and the types of the PEM blocks in it; nil when both are.
    var fault: (input: KubeConfigError.PEMInput, found: [String])? {
        let certificateText = PEMText(certificate)
        if !certificateText.hasCertificate { return (.certificate, certificateText.blockTypes) }
        let keyText = PEMText(key)
        return keyText.hasPrivateKey ? nil : (.key, keyText.blockTypes)
    }
}

extension KubeconfigCluster {
    fileprivate var hasCertificateAuthority: Bool {
        !certificateAuthority.isEmpty || !certificateAuthorityData.isEmpty
    }
}
