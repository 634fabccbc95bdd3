package import JSONModel

/// Who the user is to the API server.
package struct KubeconfigUser: Sendable, Hashable {
    /// The file the entry was read from; nil for a new one.
    package var origin: String?
    package var clientCertificate = ""
    package var clientCertificateData: [UInt8] = []
    package var clientKey = ""
    package var clientKeyData: [UInt8] = []
    package var token = ""
    package var tokenFile = ""
    package var impersonation = Impersonation()
    package var username = ""
    package var password = ""
    package var authProvider: AuthProviderConfiguration?
    package var exec: ExecConfiguration?
    package var extensions: [String: JSONValue] = [:]

    package init() {}
}

/// The user a request is made as, in place of the one who makes it.
package struct Impersonation: Sendable, Hashable {
    package var user = ""
    package var uid = ""
    package var groups: [String] = []
    package var extra: [String: [String]] = [:]

    package init(user: String = "", uid: String = "", groups: [String] = [], extra: [String: [String]] = [:]) {
        self.user = user
        self.uid = uid
        self.groups = groups
        self.extra = extra
    }

    /// Whether nothing but the user's name could be asked for.
    var asksForMoreThanUser: Bool { !uid.isEmpty || !groups.isEmpty || !extra.isEmpty }
}

/// A credential plugin of the kind that was compiled into kubectl.
package struct AuthProviderConfiguration: Sendable, Hashable {
    package var name = ""
    /// Nil where the file has none, which is written as `config: null`.
    package var config: [String: String]?

    package init() {}
}

/// A program that is run to get credentials.
package struct ExecConfiguration: Sendable, Hashable {
    package var command = ""
    /// Nil where the file has none, which is written as `args: null`.
    package var arguments: [String]?
    /// Nil where the file has none, which is written as `env: null`.
    package var environment: [ExecEnvironmentVariable]?
    package var apiVersion = ""
    package var installHint = ""
    package var provideClusterInfo = false
    /// "Never", "IfAvailable" or "Always"; other values are told by validation.
    package var interactiveMode = ""

    package init() {}
}

/// A variable a credential program gets beside those of this process.
package struct ExecEnvironmentVariable: Sendable, Hashable {
    package var name = ""
    package var value = ""

    package init(name: String = "", value: String = "") {
        self.name = name
        self.value = value
    }
}
