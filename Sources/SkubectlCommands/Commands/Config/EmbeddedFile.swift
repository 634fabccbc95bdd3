import SystemIO

/// A file with a certificate or a key that goes into a kubeconfig, as its path or as a whole.
enum EmbeddedFile {
    /// Fails when there is no such file.
    static func check(_ path: String, flag: String) throws(CommandError) {
        do throws(SystemError) {
            _ = try FileSystem.status(path)
        } catch {
            throw .failed("could not stat \(flag) file \(path): \(error.goText)")
        }
    }

    /// The contents; nothing where they cannot be read, as in kubectl.
    static func contents(_ path: String) -> [UInt8] {
        (try? FileSystem.read(path)) ?? []  // See above.
    }

    /// The path from the root; it stays as it is where the current directory is gone.
    static func absolute(_ path: String) -> String {
        guard let directory = try? FileSystem.currentDirectory() else { return path }  // See above.
        return PathText.absolute(path, below: directory)
    }
}
