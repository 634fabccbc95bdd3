import CommandLineKit
import KubeConfig
import StdlibExtensions
import SystemIO

/// Implements `skubectl config set-cluster`, which makes a cluster or changes some of its fields.
struct ConfigSetClusterCommand: Command {
    static let certificateAuthorityFlag = Flag(
        "certificate-authority", default: "", help: "File with the certificates of the cluster's authority.")
    static let embedFlag = Flag(
        "embed-certs", default: false, help: "Keep the certificates themselves and not their file's path.")
    static let insecureFlag = Flag(
        "insecure-skip-tls-verify", default: false, help: "Take any certificate of the server.")
    static let proxyFlag = Flag("proxy-url", default: "", help: "Proxy on the way to the cluster.")
    static let serverFlag = Flag("server", default: "", help: "Address of the cluster's API server.")
    static let serverNameFlag = Flag(
        "tls-server-name", default: "", help: "Name the server's certificate must be for.")
    static let spec = CommandSpec(
        name: "set-cluster",
        usage: "NAME [--server=server] [--certificate-authority=path/to/certificate/authority] "
            + "[--insecure-skip-tls-verify=true] [--tls-server-name=example.com]",
        summary: "Set a cluster entry in kubeconfig",
        description: """
            Make a cluster, or change one.

            Of a cluster that exists only the fields change whose flags are given.
            """,
        examples: [
            CommandExample(
                "Set the server of the cluster e2e and leave its other fields alone",
                "skubectl config set-cluster e2e --server=https://1.2.3.4")
        ],
        flags: [certificateAuthorityFlag, embedFlag, insecureFlag, proxyFlag, serverFlag, serverNameFlag]
    ).completing(.dynamic(.clusters))

    let arguments: [String]
    let embeds: Bool
    let isInsecure: Bool
    /// The new values; nil for a field that stays.
    let certificateAuthority: String?
    let proxy: String?
    let server: String?
    let serverName: String?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.arguments = arguments.positionals
        embeds = arguments[Self.embedFlag]
        isInsecure = arguments[Self.insecureFlag]
        certificateAuthority = arguments.givenValue(of: Self.certificateAuthorityFlag)
        proxy = arguments.givenValue(of: Self.proxyFlag)
        server = arguments.givenValue(of: Self.serverFlag)
        serverName = arguments.givenValue(of: Self.serverNameFlag)
    }

    func run(in context: CommandContext) async throws {
        guard arguments.count == 1, let name = arguments.first else {
            try context.refuse(arguments, of: Self.self)
        }
        try check(name)
        // Read once: it may be a pipe.
        let authority = embeds ? certificateAuthority.map(EmbeddedFile.contents) : nil
        try context.kubeconfigEditor.modify { config in
            config.clusters[name] = changed(config.clusters[name] ?? KubeconfigCluster(), embedding: authority)
        }
        context.console.write("Cluster \(name.goQuoted) set.\n")
    }

    private func check(_ name: String) throws {
        guard !name.isEmpty else { throw CommandError.failed("you must specify a non-empty cluster name") }
        let path = certificateAuthority ?? ""
        guard !isInsecure || path.isEmpty else {
            throw CommandError.failed(
                "you cannot specify a certificate authority and insecure mode at the same time")
        }
        if embeds {
            guard !path.isEmpty else {
                throw CommandError.failed("you must specify a --certificate-authority to embed")
            }
            try EmbeddedFile.check(path, flag: "certificate-authority")
        }
    }

    /// kubectl takes the insecure switch back whenever its flag is not given.
    ///
    /// - Parameter authority: the certificates that are embedded; nil where none are.
    private func changed(_ old: KubeconfigCluster, embedding authority: [UInt8]?) -> KubeconfigCluster {
        var cluster = old
        if let server {
            cluster.server = server
            cluster.tlsServerName = ""
        }
        if let serverName { cluster.tlsServerName = serverName }
        cluster.insecureSkipTLSVerify = isInsecure
        if isInsecure {
            cluster.certificateAuthority = ""
            cluster.certificateAuthorityData = []
        }
        if let path = certificateAuthority {
            if let authority {
                cluster.certificateAuthorityData = authority
                cluster.certificateAuthority = ""
            } else {
                cluster.certificateAuthority = EmbeddedFile.absolute(path)
                cluster.certificateAuthorityData = []
            }
            cluster.insecureSkipTLSVerify = false
        }
        if let proxy { cluster.proxyURL = proxy }
        return cluster
    }
}

extension ParsedArguments {
    /// The value of a flag; nil where it is not given.
    func givenValue<Value>(of flag: Flag<Value>) -> Value? {
        wasSet(flag) ? self[flag] : nil
    }
}
