package import JSONModel

/// How to reach a cluster's API server and how to know that it is the right one.
package struct KubeconfigCluster: Sendable, Hashable {
    /// The file the entry was read from; nil for a new one.
    package var origin: String?
    /// The address as written: a URL, or a host and a port.
    package var server = ""
    /// The name the server's certificate must be for, if it is not the host of the address.
    package var tlsServerName = ""
    package var insecureSkipTLSVerify = false
    /// The path of a file with PEM certificates.
    package var certificateAuthority = ""
    /// PEM certificates.
    package var certificateAuthorityData: [UInt8] = []
    package var proxyURL = ""
    package var disableCompression = false
    package var extensions: [String: JSONValue] = [:]

    package init() {}
}
