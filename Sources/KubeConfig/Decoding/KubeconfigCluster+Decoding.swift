import JSONModel

extension KubeconfigCluster {
    /// Reads the fields in byte order of their names; see `FieldReader`.
    init(reading reader: FieldReader) throws(FileFault) {
        self.init()
        certificateAuthority = try reader.string("certificate-authority")
        certificateAuthorityData = try reader.bytes("certificate-authority-data")
        disableCompression = try reader.bool("disable-compression")
        extensions = try NamedList(extensionsOf: reader).dictionary()
        insecureSkipTLSVerify = try reader.bool("insecure-skip-tls-verify")
        proxyURL = try reader.string("proxy-url")
        server = try reader.string("server")
        tlsServerName = try reader.string("tls-server-name")
    }
}
