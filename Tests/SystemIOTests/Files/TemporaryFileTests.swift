import Glibc
import SystemIO
import TestSupport
import Testing

@Suite("Temporary files")
struct TemporaryFileTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test(arguments: ["", "/"])
    func areForTheUserAlone(ending: String) throws {
        let path = try FileSystem.makeTemporary(
            in: directory.path + ending, prefix: "x-edit-", suffix: ".yaml", contents: Array("a: b\n".utf8))
        let name = try #require(try directory.names().first)
        #expect(path == directory(name))
        #expect(name.wholeMatch(of: /x-edit-[0-9]{1,10}\.yaml/) != nil)
        #expect(try directory.read(name) == "a: b\n")
        #expect(try FileSystem.status(path).permissions == 0o600)
    }

    @Test func haveNamesOfTheirOwn() throws {
        for _ in 0..<20 { _ = try FileSystem.makeTemporary(in: directory.path, prefix: "", suffix: "", contents: []) }
        #expect(try directory.names().count == 20)
    }

    @Test func needADirectory() {
        let error = #expect(throws: SystemError.self) {
            try FileSystem.makeTemporary(in: directory("none"), prefix: "a", suffix: "b", contents: [])
        }
        #expect(error?.operation == "open")
        #expect(error?.code == ENOENT)
    }
}
