import SystemIO

extension Kubeconfig {
    /// Makes the paths in entries, which are relative to their entry's file, absolute.
    ///
    /// `directory` is where relative paths of the files themselves start.
    mutating func resolvePaths(from directory: String) {
        for (name, var cluster) in clusters {
            let origin = cluster.origin
            cluster.mapPaths { Self.resolve($0, origin: origin, directory) }
            clusters[name] = cluster
        }
        for (name, var user) in users {
            let origin = user.origin
            user.mapPaths { Self.resolve($0, origin: origin, directory) }
            users[name] = user
        }
    }

    private static func resolve(_ path: String, origin: String?, _ directory: String) -> String {
        guard let origin, !path.isEmpty, !PathText.isAbsolute(path) else { return path }
        return PathText.join(PathText.absolute(PathText.directory(of: origin), below: directory), path)
    }
}

extension KubeconfigCluster {
    /// Replaces every path of a file in the entry.
    mutating func mapPaths<Failure>(_ transform: (String) throws(Failure) -> String) throws(Failure) {
        certificateAuthority = try transform(certificateAuthority)
    }
}

extension KubeconfigUser {
    /// Replaces every path of a file in the entry; a program that is looked up in PATH is none.
    mutating func mapPaths<Failure>(_ transform: (String) throws(Failure) -> String) throws(Failure) {
        clientCertificate = try transform(clientCertificate)
        clientKey = try transform(clientKey)
        tokenFile = try transform(tokenFile)
        if let command = exec?.command, command.utf8.contains(UInt8(ascii: "/")) {
            exec?.command = try transform(command)
        }
    }
}
