import Glibc

extension FileSystem {
    /// How often another name is tried for a file whose name is taken.
    private static let attempts = 10_000

    /// Makes a file for this user alone (mode 0600) and returns its path, named as Go's `os.CreateTemp` names files.
    ///
    /// - Parameters:
    ///   - prefix: How the file's name begins; a number follows.
    ///   - suffix: How the file's name ends.
    package static func makeTemporary(
        in directory: String, prefix: String, suffix: String, contents: [UInt8]
    ) throws(SystemError) -> String {
        let beginning = directory.hasSuffix("/") ? directory + prefix : "\(directory)/\(prefix)"
        var path = ""
        for _ in 0..<attempts {
            path = "\(beginning)\(UInt32.random(in: .min ... .max))\(suffix)"
            let descriptor: FileDescriptor
            do throws(SystemError) {
                descriptor = try FileDescriptor(opening: path, O_RDWR | O_CREAT | O_EXCL, mode: 0o600)
            } catch {
                guard error.code == EEXIST else { throw error }
                continue
            }
            do throws(SystemError) { try descriptor.writeAll(contents) } catch {
                unlink(path)
                throw error
            }
            return path
        }
        throw SystemError(operation: "createtemp", path: path, code: EEXIST)
    }
}
