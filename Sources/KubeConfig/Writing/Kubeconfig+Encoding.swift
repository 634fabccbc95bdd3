package import JSONModel
import StdlibExtensions

extension Kubeconfig {
    /// The document kubectl writes and shows, with the fields in the order of client-go's `v1.Config`.
    ///
    /// YAML sorts them; `-o json` shows them in this order.
    package var document: JSONValue {
        var members: JSONObject = ["kind": "Config", "apiVersion": "v1"]
        if !preferences.isEmpty {
            var fields = JSONObject()
            if preferences.colors { fields["colors"] = true }
            fields.set("extensions", preferences.extensions)
            members["preferences"] = .object(fields)
        }
        members["clusters"] = Self.list(clusters, "cluster", \.fields)
        members["users"] = Self.list(users, "user", \.fields)
        members["contexts"] = Self.list(contexts, "context", \.fields)
        members["current-context"] = .string(currentContext)
        members.set("extensions", extensions)
        return .object(members)
    }

    /// Entries sorted by their names; null where there are none.
    private static func list<Entry>(
        _ entries: [String: Entry], _ member: String, _ fields: (Entry) -> JSONObject
    ) -> JSONValue {
        if entries.isEmpty { return .null }
        return .array(
            entries.sorted { $0.key.precedesByBytes($1.key) }
                .map { ["name": .string($0.key), member: .object(fields($0.value))] })
    }
}

extension KubeconfigCluster {
    fileprivate var fields: JSONObject {
        var fields: JSONObject = ["server": .string(server)]
        fields.set("tls-server-name", tlsServerName)
        fields.set("insecure-skip-tls-verify", insecureSkipTLSVerify)
        fields.set("certificate-authority", certificateAuthority)
        fields.set("certificate-authority-data", certificateAuthorityData)
        fields.set("proxy-url", proxyURL)
        fields.set("disable-compression", disableCompression)
        fields.set("extensions", extensions)
        return fields
    }
}

extension KubeconfigContext {
    fileprivate var fields: JSONObject {
        var fields: JSONObject = ["cluster": .string(cluster), "user": .string(user)]
        fields.set("namespace", namespace)
        fields.set("extensions", extensions)
        return fields
    }
}

extension KubeconfigUser {
    fileprivate var fields: JSONObject {
        var fields = JSONObject()
        fields.set("client-certificate", clientCertificate)
        fields.set("client-certificate-data", clientCertificateData)
        fields.set("client-key", clientKey)
        fields.set("client-key-data", clientKeyData)
        fields.set("token", token)
        fields.set("tokenFile", tokenFile)
        fields.set("as", impersonation.user)
        fields.set("as-uid", impersonation.uid)
        if !impersonation.groups.isEmpty { fields["as-groups"] = .strings(impersonation.groups) }
        if !impersonation.extra.isEmpty { fields["as-user-extra"] = .sorted(impersonation.extra, JSONValue.strings) }
        fields.set("username", username)
        fields.set("password", password)
        if let authProvider {
            let config = authProvider.config.map { JSONValue.sorted($0, JSONValue.string) }
            fields["auth-provider"] = ["name": .string(authProvider.name), "config": config ?? .null]
        }
        if let exec { fields["exec"] = .object(exec.fields) }
        fields.set("extensions", extensions)
        return fields
    }
}

extension ExecConfiguration {
    fileprivate var fields: JSONObject {
        var fields: JSONObject = ["command": .string(command)]
        fields["args"] = arguments.map(JSONValue.strings) ?? .null
        let variables = environment?.map { ["name": .string($0.name), "value": .string($0.value)] as JSONValue }
        fields["env"] = variables.map(JSONValue.array) ?? .null
        fields.set("apiVersion", apiVersion)
        fields.set("installHint", installHint)
        fields["provideClusterInfo"] = .bool(provideClusterInfo)
        fields.set("interactiveMode", interactiveMode)
        return fields
    }
}

extension JSONObject {
    // Fields that are left out when they are empty (Go's `omitempty`).

    fileprivate mutating func set(_ key: String, _ text: String) {
        if !text.isEmpty { self[key] = .string(text) }
    }

    fileprivate mutating func set(_ key: String, _ truth: Bool) {
        if truth { self[key] = true }
    }

    fileprivate mutating func set(_ key: String, _ bytes: [UInt8]) {
        if !bytes.isEmpty { self[key] = .string(Base64.encode(bytes)) }
    }

    fileprivate mutating func set(_ key: String, _ extensions: [String: JSONValue]) {
        if extensions.isEmpty { return }
        self[key] = .array(
            extensions.sorted { $0.key.precedesByBytes($1.key) }
                .map { ["name": .string($0.key), "extension": $0.value] })
    }
}

extension JSONValue {
    fileprivate static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    fileprivate static func sorted<Value>(_ map: [String: Value], _ value: (Value) -> JSONValue) -> JSONValue {
        .object(
            JSONObject(
                map.sorted { $0.key.precedesByBytes($1.key) }.map { (key: $0.key, value: value($0.value)) }))
    }
}
