import StdlibExtensions
import SystemIO

extension Kubeconfig {
    /// Leaves only what the current context needs (`config view --minify`).
    package func minified() throws(KubeConfigError) -> Kubeconfig {
        guard !currentContext.isEmpty else { throw .nothingToMinify }
        guard let context = contexts[currentContext] else { throw .cannotLocate(.context, currentContext) }
        var result = self
        result.contexts = [currentContext: context]
        result.clusters = [:]
        result.users = [:]
        if !context.cluster.isEmpty {
            guard let cluster = clusters[context.cluster] else { throw .cannotLocate(.cluster, context.cluster) }
            result.clusters[context.cluster] = cluster
        }
        if !context.user.isEmpty {
            guard let user = users[context.user] else { throw .cannotLocate(.user, context.user) }
            result.users[context.user] = user
        }
        return result
    }

    /// Puts the contents of files with certificates and keys in the place of their paths (`config view --flatten`).
    package func flattened() throws(KubeConfigError) -> Kubeconfig {
        var result = self
        for (name, var user) in users {
            try Self.flatten(&user.clientCertificate, &user.clientCertificateData, origin: user.origin)
            try Self.flatten(&user.clientKey, &user.clientKeyData, origin: user.origin)
            result.users[name] = user
        }
        for (name, var cluster) in clusters {
            try Self.flatten(&cluster.certificateAuthority, &cluster.certificateAuthorityData, origin: cluster.origin)
            result.clusters[name] = cluster
        }
        return result
    }

    /// Hides what must stay secret and what is too long to read.
    package func redacted() -> Kubeconfig {
        var result = self
        for (name, var user) in users {
            if !user.clientKeyData.isEmpty { user.clientKeyData = Self.omittedData }
            if !user.clientCertificateData.isEmpty { user.clientCertificateData = Self.omittedData }
            if !user.token.isEmpty { user.token = "REDACTED" }
            if !user.password.isEmpty { user.password = "REDACTED" }
            result.users[name] = user
        }
        for name in clusters.keys where clusters[name]?.certificateAuthorityData.isEmpty == false {
            result.clusters[name]?.certificateAuthorityData = Self.omittedData
        }
        return result
    }

    /// The bytes that read "DATA+OMITTED" in base64.
    private static let omittedData: [UInt8] = {
        guard case .success(let bytes) = Base64.decode("DATA+OMITTED") else { return [] }
        return bytes
    }()

    private static func flatten(
        _ path: inout String, _ contents: inout [UInt8], origin: String?
    ) throws(KubeConfigError) {
        if path.isEmpty { return }
        guard contents.isEmpty else { throw .pathAndContents }
        do throws(SystemError) {
            let base = PathText.absolute(
                PathText.directory(of: origin ?? ""), below: try FileSystem.currentDirectory())
            contents = try FileSystem.read(PathText.isAbsolute(path) ? path : PathText.join(base, path))
        } catch {
            throw .system(error)
        }
        path = ""
    }
}
