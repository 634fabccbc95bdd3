/// What the command line says over the kubeconfig; a text is empty where its flag is not given.
package struct ConfigurationOverrides: Sendable, Hashable {
    /// The value of `--context`.
    package var context = ""
    /// The value of `--cluster`.
    package var cluster = ""
    /// The value of `--user`.
    package var user = ""
    /// The value of `--namespace`.
    package var namespace = ""
    /// The value of `--server`.
    package var server = ""
    /// The value of `--tls-server-name`.
    package var tlsServerName = ""
    /// The value of `--certificate-authority`.
    package var certificateAuthority = ""
    /// The value of `--insecure-skip-tls-verify`.
    package var insecureSkipTLSVerify = false
    /// The value of `--disable-compression`.
    package var disableCompression = false
    /// The value of `--client-certificate`.
    package var clientCertificate = ""
    /// The value of `--client-key`.
    package var clientKey = ""
    /// The value of `--token`.
    package var token = ""
    /// The value of `--username`.
    package var username = ""
    /// The value of `--password`.
    package var password = ""
    /// The values of `--as`, `--as-uid`, `--as-group` and `--as-user-extra`.
    package var impersonation = Impersonation()
    /// The value of `--request-timeout`; "0" is without limit.
    package var requestTimeout = "0"

    package init() {}

    /// The values of `--as-user-extra`: "key=value" each; one without "=" does not count.
    package static func extra(_ values: [String]) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for value in values {
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            result[String(parts[0]), default: []].append(String(parts[1]))
        }
        return result
    }
}
