import SystemIO
import Testing

@testable import SkubectlCommands

@Suite struct DiffProgramTests {
    @Test(
        arguments: [
            (nil, "diff", ["-u", "-N", "a", "b"]),
            ("", "diff", ["-u", "-N", "a", "b"]),
            ("colordiff", "colordiff", ["a", "b"]),
            ("colordiff -N -u", "colordiff", ["a", "b", "-N", "-u"]),
            ("p --x=1 a;b $(rm) /etc  y", "p", ["a", "b", "--x=1", "y"]),
        ] as [(String?, String, [String])])
    func theProgramAndItsArguments(variable: String?, name: String, arguments: [String]) {
        var environment = EnvironmentVariables([:])
        if let variable { environment["KUBECTL_EXTERNAL_DIFF"] = variable }
        let program = DiffProgram(environment: environment)
        #expect(program.name == name)
        #expect(program.arguments("a", "b") == arguments)
    }

    @Test func foldersAreRemovedWithTheirFiles() throws {
        let folders = try DiffFolders(environment: EnvironmentVariables([:]))
        try folders.write([1], named: "x", in: folders.live)
        try folders.write([2], named: "y", in: folders.merged)
        #expect(FileSystem.exists("\(folders.live)/x"))
        folders.remove()
        #expect(!FileSystem.exists(folders.live))
        #expect(!FileSystem.exists(folders.merged))
    }

    @Test func aFolderThatCannotBeMadeIsAnError() {
        #expect(throws: SystemError.self) {
            try DiffFolders(environment: EnvironmentVariables(["TMPDIR": "/no/such/folder"]))
        }
    }
}
