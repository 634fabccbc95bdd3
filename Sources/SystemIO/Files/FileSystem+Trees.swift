extension FileSystem {
    /// Removes a file or a directory with all that is in it; links are removed and not followed.
    package static func removeTree(_ path: String) throws(SystemError) {
        if try linkStatus(path).kind == .directory {
            for name in try list(path) { try removeTree(PathText.join(path, name)) }
        }
        try remove(path)
    }
}
