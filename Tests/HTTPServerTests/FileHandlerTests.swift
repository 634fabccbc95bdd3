import HTTPTransport
import SystemIO
import TestSupport
import Testing

@testable import HTTPServer

@Suite struct FileHandlerTests {
    @Test(arguments: [
        ("<!DOCTYPE html>", "text/html; charset=utf-8"), ("  <b>x", "text/html; charset=utf-8"),
        ("<bx", "text/plain; charset=utf-8"), ("<?xml version", "text/xml; charset=utf-8"),
        ("%PDF-1.7", "application/pdf"), ("GIF89a..", "image/gif"), ("\u{1}\u{2}", "application/octet-stream"),
        ("", "text/plain; charset=utf-8"), ("RIFF....WEBPVP8", "image/webp"), ("RIFF....WAVE", "audio/wave"),
        ("\0\0\0\u{0C}ftypmp41", "video/mp4"), ("PK\u{3}\u{4}", "application/zip"),
        ("plain", "text/plain; charset=utf-8"),
    ])
    func typesAreToldByTheirStart(text: String, type: String) {
        #expect(ContentSniffer.type(of: Array(text.utf8)) == type)
    }

    @Test func namesTellTypesByTheSystemsLists() {
        var types = ContentTypes()
        #expect(types.type(ofFile: "a.b/c.HTML") == "text/html; charset=utf-8")
        #expect(types.type(ofFile: "none") == nil)
        types.addGlobs("# a comment\n50:text/csv:*.csv\n40:text/other:*.csv\n50:text/x-make:makefile\n50:a/b:*.x*\n")
        #expect(types.type(ofFile: "t.csv") == "text/csv; charset=utf-8")
        #expect(types.type(ofFile: "t.x1") == nil)
        types.addList("# text/none none\ntext/tab tab two # three\nbare\n")
        #expect(types.type(ofFile: "t.two") == "text/tab; charset=utf-8")
        #expect(types.type(ofFile: "t.none") == nil)
        #expect(types.type(ofFile: "t.three") == nil)
    }

    @Test func rangesAreReadAsInGo() throws {
        func ranges(_ text: String, _ size: Int = 10) throws -> [ByteRange] { try ByteRange.parse(text, size: size) }
        #expect(try ranges("bytes=2-4") == [ByteRange(start: 2, length: 3)])
        #expect(try ranges("bytes=2-") == [ByteRange(start: 2, length: 8)])
        #expect(try ranges("bytes=-3") == [ByteRange(start: 7, length: 3)])
        #expect(try ranges("bytes=-30") == [ByteRange(start: 0, length: 10)])
        let two = [ByteRange(start: 0, length: 1), ByteRange(start: 5, length: 5)]
        #expect(try ranges("bytes=0-0, 20-30,5-90") == two)
        #expect(throws: ByteRange.Fault.outside) { try ranges("bytes=10-") }
        for text in ["bytes=4-2", "items=1-2", "bytes=a-", "bytes=--1", "bytes=1", "bytes=-"] {
            #expect(throws: ByteRange.Fault.malformed) { try ranges(text) }
        }
    }

    @Test func severalPartsCountEveryByte() throws {
        let parts = try FileParts("bytes=0-1,3-4", size: 6, type: "text/plain") { "BOUNDARY" }
        let text = parts.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .range(let range): String("hello\n".dropFirst(range.start).prefix(range.length))
            }
        }.joined()
        let expected = """
            --BOUNDARY\r
            Content-Range: bytes 0-1/6\r
            Content-Type: text/plain\r
            \r
            he\r
            --BOUNDARY\r
            Content-Range: bytes 3-4/6\r
            Content-Type: text/plain\r
            \r
            lo\r
            --BOUNDARY--\r

            """
        #expect(text == expected)
        #expect(parts.headers["Content-Length"] == String(expected.utf8.count))
    }

    @Test func morePartsThanTheFileHasAreTheWholeFile() throws {
        #expect(try FileParts("bytes=0-5,0-5,0-5", size: 6, type: "a/b").status == 200)
        #expect(try FileParts("bytes=5-", size: 0, type: "a/b").status == 200)
    }

    @Test func datesAreReadInThreeForms() {
        let seconds: Int64 = 784_111_777
        #expect(HTTPDate.text(seconds) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.seconds("Sun, 06 Nov 1994 08:49:37 GMT") == seconds)
        #expect(HTTPDate.seconds("Sunday, 06-Nov-94 08:49:37 GMT") == seconds)
        #expect(HTTPDate.seconds("Sun Nov  6 08:49:37 1994") == seconds)
        #expect(HTTPDate.seconds("yesterday") == nil)
    }
}
