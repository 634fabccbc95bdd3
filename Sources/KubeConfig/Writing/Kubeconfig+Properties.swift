extension Kubeconfig {
    /// Sets the value at a path; an entry on the way is made where there is none.
    ///
    /// A value for bytes is base64, or the bytes themselves where it is raw.
    package mutating func set(_ path: PropertyPath, to value: String, isRaw: Bool = false) throws(PropertyFault) {
        try apply(PropertyChange(value: value, isRaw: isRaw), at: path)
    }

    /// Takes the value at a path away.
    package mutating func unset(_ path: PropertyPath) throws(PropertyFault) {
        try apply(PropertyChange(value: nil, isRaw: true), at: path)
    }

    private mutating func apply(_ change: PropertyChange, at path: PropertyPath) throws(PropertyFault) {
        switch path.target {
        case .header: break
        case .currentContext: change.apply(to: &currentContext)
        case .preferences:
            guard change.value == nil else { throw .allPreferences(colors: preferences.colors) }
            preferences = KubeconfigPreferences()
        case .colors: try change.apply(to: &preferences.colors)
        case .preferenceExtensions: try change.apply(to: &preferences.extensions)
        case .extensions: try change.apply(to: &extensions)
        case .list(.cluster): try change.apply(to: &clusters)
        case .list(.user): try change.apply(to: &users)
        case .list(.context): try change.apply(to: &contexts)
        case .entry(.cluster, let name): try Self.remove(name, from: &clusters, change)
        case .entry(.user, let name): try Self.remove(name, from: &users, change)
        case .entry(.context, let name): try Self.remove(name, from: &contexts, change)
        case .field(.cluster, entry: let name, let field):
            var entry = try Self.entry(name, in: clusters, change, KubeconfigCluster())
            try entry.apply(change, to: field)
            clusters[name] = entry
        case .field(.user, entry: let name, let field):
            var entry = try Self.entry(name, in: users, change, KubeconfigUser())
            try entry.apply(change, to: field, path: path.text)
            users[name] = entry
        case .field(.context, entry: let name, let field):
            var entry = try Self.entry(name, in: contexts, change, KubeconfigContext())
            try entry.apply(change, to: field)
            contexts[name] = entry
        }
    }

    private static func remove<Entry>(
        _ name: String, from entries: inout [String: Entry], _ change: PropertyChange
    ) throws(PropertyFault) {
        guard change.value == nil else { return try change.apply(to: &entries) }
        entries[name] = nil
    }

    private static func entry<Entry>(
        _ name: String, in entries: [String: Entry], _ change: PropertyChange, _ new: Entry
    ) throws(PropertyFault) -> Entry {
        if let entry = entries[name] { return entry }
        guard change.value != nil else { throw .noSuchEntry(name) }
        return new
    }
}

// The names are those of client-go's structs in memory, which differ from the ones in files: "act-as" for "as", and "-"
// for the file an entry comes from.

extension KubeconfigCluster {
    static let propertyNames: Set = [
        "-", "server", "tls-server-name", "insecure-skip-tls-verify", "certificate-authority",
        "certificate-authority-data", "proxy-url", "disable-compression", "extensions",
    ]

    fileprivate mutating func apply(_ change: PropertyChange, to field: String) throws(PropertyFault) {
        switch field {
        case "-": change.apply(to: &origin)
        case "server": change.apply(to: &server)
        case "tls-server-name": change.apply(to: &tlsServerName)
        case "insecure-skip-tls-verify": try change.apply(to: &insecureSkipTLSVerify)
        case "certificate-authority": change.apply(to: &certificateAuthority)
        case "certificate-authority-data": try change.apply(to: &certificateAuthorityData)
        case "proxy-url": change.apply(to: &proxyURL)
        case "disable-compression": try change.apply(to: &disableCompression)
        default: try change.apply(to: &extensions)
        }
    }
}

extension KubeconfigUser {
    static let propertyNames: Set = [
        "-", "client-certificate", "client-certificate-data", "client-key", "client-key-data", "token", "tokenFile",
        "act-as", "act-as-uid", "act-as-groups", "act-as-user-extra", "username", "password", "auth-provider", "exec",
        "extensions",
    ]

    fileprivate mutating func apply(_ change: PropertyChange, to field: String, path: String) throws(PropertyFault) {
        switch field {
        case "-": change.apply(to: &origin)
        case "client-certificate": change.apply(to: &clientCertificate)
        case "client-certificate-data": try change.apply(to: &clientCertificateData)
        case "client-key": change.apply(to: &clientKey)
        case "client-key-data": try change.apply(to: &clientKeyData)
        case "token": change.apply(to: &token)
        case "tokenFile": change.apply(to: &tokenFile)
        case "act-as": change.apply(to: &impersonation.user)
        case "act-as-uid": change.apply(to: &impersonation.uid)
        case "act-as-groups": try change.apply(to: &impersonation.groups)
        case "act-as-user-extra": try change.apply(to: &impersonation.extra)
        case "username": change.apply(to: &username)
        case "password": change.apply(to: &password)
        case "auth-provider": try change.apply(to: &authProvider, path: path)
        case "exec": try change.apply(to: &exec, path: path)
        default: try change.apply(to: &extensions)
        }
    }
}

extension KubeconfigContext {
    static let propertyNames: Set = ["-", "cluster", "user", "namespace", "extensions"]

    fileprivate mutating func apply(_ change: PropertyChange, to field: String) throws(PropertyFault) {
        switch field {
        case "-": change.apply(to: &origin)
        case "cluster": change.apply(to: &cluster)
        case "user": change.apply(to: &user)
        case "namespace": change.apply(to: &namespace)
        default: try change.apply(to: &extensions)
        }
    }
}
