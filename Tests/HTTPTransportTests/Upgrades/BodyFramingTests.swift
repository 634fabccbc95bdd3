import Testing

@testable import HTTPTransport

struct BodyFramingTests {
    private static func body(
        _ text: String, _ headers: HTTPHeaders, status: Int = 400, size: Int
    ) throws -> (text: String, isComplete: Bool, mayEndHere: Bool) {
        var framing = BodyFraming(status: status, headers: headers)
        let bytes = Array(text.utf8)
        var body: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            body += try framing.feed(bytes[start..<min(start + size, bytes.count)])
        }
        return (String(decoding: body, as: UTF8.self), framing.isComplete, framing.mayEndHere)
    }

    @Test(arguments: [1, 2, 5, 100])
    func findsTheEndOfEveryForm(size: Int) throws {
        let chunked = "5\r\nhello\r\n1;a=b\r\n!\r\n0\r\nTrailer: x\r\n\r\nmore"
        #expect(try Self.body(chunked, ["Transfer-Encoding": "chunked"], size: size) == ("hello!", true, true))
        #expect(try Self.body("hello!more", ["Content-Length": "6"], size: size) == ("hello!", true, true))
        #expect(try Self.body("hello!", [:], size: size) == ("hello!", false, true))
        #expect(try Self.body("hello!", [:], status: 204, size: size) == ("", true, true))
        #expect(try Self.body("hel", ["Content-Length": "6"], size: size) == ("hel", false, false))
        #expect(try Self.body("5\r\nhel", ["Transfer-Encoding": "chunked"], size: size) == ("hel", false, false))
    }

    @Test(arguments: [
        "x\r\n", "\r\n", "-1\r\n", "1\r\nab\r\n", "10000000000000000\r\n", String(repeating: "1", count: 5000),
    ])
    func refusesFramingThatIsNone(text: String) {
        #expect(throws: TransportError.malformedResponse(.chunk)) {
            try Self.body(text, ["Transfer-Encoding": "chunked"], size: 100)
        }
    }
}
