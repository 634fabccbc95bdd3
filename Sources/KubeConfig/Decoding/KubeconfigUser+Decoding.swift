import JSONModel

extension KubeconfigUser {
    /// Reads the fields in byte order of their names; see `FieldReader`.
    init(reading reader: FieldReader) throws(FileFault) {
        self.init()
        impersonation.user = try reader.string("as")
        impersonation.groups = try reader.strings("as-groups") ?? []
        impersonation.uid = try reader.string("as-uid")
        impersonation.extra = try reader.stringListMap("as-user-extra")
        authProvider = try reader.structure("auth-provider", named: "AuthProviderConfig")
            .map { provider throws(FileFault) in try AuthProviderConfiguration(reading: provider) }
        clientCertificate = try reader.string("client-certificate")
        clientCertificateData = try reader.bytes("client-certificate-data")
        clientKey = try reader.string("client-key")
        clientKeyData = try reader.bytes("client-key-data")
        exec = try reader.structure("exec", named: "ExecConfig")
            .map { exec throws(FileFault) in try ExecConfiguration(reading: exec) }
        extensions = try NamedList(extensionsOf: reader).dictionary()
        password = try reader.string("password")
        token = try reader.string("token")
        tokenFile = try reader.string("tokenFile")
        username = try reader.string("username")
    }
}

extension AuthProviderConfiguration {
    init(reading reader: FieldReader) throws(FileFault) {
        self.init()
        config = try reader.stringMap("config")
        name = try reader.string("name")
    }
}

extension ExecConfiguration {
    /// Reads the fields; where the mode is left out, the versions before v1 have a default.
    init(reading reader: FieldReader) throws(FileFault) {
        self.init()
        apiVersion = try reader.string("apiVersion")
        arguments = try reader.strings("args")
        command = try reader.string("command")
        if !reader.value("env").isNull {
            var variables: [ExecEnvironmentVariable] = []
            for variable in try reader.structures("env", named: "ExecEnvVar") {
                variables.append(
                    ExecEnvironmentVariable(name: try variable.string("name"), value: try variable.string("value")))
            }
            environment = variables
        }
        installHint = try reader.string("installHint")
        interactiveMode = try reader.string("interactiveMode")
        provideClusterInfo = try reader.bool("provideClusterInfo")
        let versionsWithDefault = ["client.authentication.k8s.io/v1beta1", "client.authentication.k8s.io/v1alpha1"]
        if interactiveMode.isEmpty && versionsWithDefault.contains(apiVersion) { interactiveMode = "IfAvailable" }
    }
}
