import Glibc
import TestSupport
import Testing

@testable import SystemIO

@Suite struct StandardStreamTests {
    @Test func readsToTheEnd() throws {
        try withPipe(["ab", "cd"]) { reading in
            let bytes = try StandardStream.readAll(from: reading, path: "x", limit: 4)
            #expect(bytes == Array("abcd".utf8))
        }
    }

    @Test func readsNothingFromAnEmptyStream() throws {
        try withPipe([]) { reading in
            let bytes = try StandardStream.readAll(from: reading, path: "x", limit: 0)
            #expect(bytes == [])
        }
    }

    @Test func refusesMoreThanTheLimit() throws {
        try withPipe(["abcde"]) { reading in
            #expect(throws: SystemError(operation: "read", path: "x", code: EFBIG)) {
                try StandardStream.readAll(from: reading, path: "x", limit: 4)
            }
        }
    }

    @Test func namesTheFailure() throws {
        #expect(throws: SystemError(operation: "read", path: "x", code: EBADF)) {
            try StandardStream.readAll(from: 99_999, path: "x", limit: 4)
        }
    }

    @Test func writesEverythingToANonBlockingDescriptor() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        let (reading, writing) = (ends[0], ends[1])
        defer { close(reading) }
        _ = fcntl(writing, F_SETFL, O_NONBLOCK)
        // Four times what a pipe holds.
        let bytes = [UInt8](repeating: 7, count: 256 * 1024)
        TestThread.start {
            #expect(bytes.withUnsafeBytes { StandardStream.writeAll($0, to: writing) } == 0)
            close(writing)
        }
        #expect(try StandardStream.readAll(from: reading, path: "x", limit: .max) == bytes)
    }

    @Test func reportsWhatKeepsItFromWriting() {
        let code = [UInt8](repeating: 7, count: 10).withUnsafeBytes { StandardStream.writeAll($0, to: 99_999) }
        #expect(code == EBADF)
    }
}

/// Lends the reading end of a pipe that holds some text and whose writing end is closed.
private func withPipe(_ texts: [String], _ body: (Int32) throws -> Void) throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    for text in texts { _ = write(ends[1], text, text.utf8.count) }
    close(ends[1])
    defer { close(ends[0]) }
    try body(ends[0])
}
