import JSONModel
import Renderers
import SystemIO

/// Where a dump goes: to standard output, or to files in folders below one.
struct DumpOutput {
    let console: any Console
    /// Empty for standard output.
    let directory: String
    /// The end of the names of files with lists.
    let fileExtension: String

    /// Prints a list to the file whose folders and name `path` has.
    func write(_ list: JSONValue, to path: [String], with printer: inout ObjectPrinter) throws {
        guard !directory.isEmpty else {
            var stream = ConsoleStream(console: console)
            return try printer.print(list, into: &stream)
        }
        let file = try file(path, extension: fileExtension)
        var text = ""
        try printer.print(list, into: &text)
        try FileSystem.replace(file, with: Array(text.utf8), mode: Self.fileMode)
    }

    /// Writes the logs of a pod.
    func write(_ log: [UInt8], to path: [String]) throws {
        guard !directory.isEmpty else { return console.write(log) }
        try FileSystem.replace(try file(path, extension: ".txt"), with: log, mode: Self.fileMode)
    }

    private static let fileMode: UInt32 = 0o666
    private static let folderMode: UInt32 = 0o755

    /// The path of a file, whose folders are made.
    ///
    /// Names come from the server; none may lead out of the folder.
    private func file(_ path: [String], extension: String) throws -> String {
        for name in path where name.isEmpty || name == "." || name == ".." || name.contains("/") {
            throw CommandError.failed("the name \"\(TerminalText.escaped(name))\" cannot be that of a file")
        }
        let file = PathText.clean(([directory] + path).joined(separator: "/")) + `extension`
        try FileSystem.makeDirectories(PathText.directory(of: file), mode: Self.folderMode)
        return file
    }
}
