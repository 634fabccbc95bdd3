import JSONModel

extension KubeconfigContext {
    /// Reads the fields in byte order of their names; see `FieldReader`.
    init(reading reader: FieldReader) throws(FileFault) {
        self.init()
        cluster = try reader.string("cluster")
        extensions = try NamedList(extensionsOf: reader).dictionary()
        namespace = try reader.string("namespace")
        user = try reader.string("user")
    }
}
