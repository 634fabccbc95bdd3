import StdlibExtensions
import Testing

@Suite("Base64 follows RFC 4648 and Go's errors")
struct Base64Tests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func vectorsOfTheRFC(plain: String, encoded: String) throws {
        #expect(Base64.encode(Array(plain.utf8)) == encoded)
        #expect(try Base64.decode(encoded).get() == Array(plain.utf8))
    }

    @Test func allBytesRoundTrip() throws {
        let bytes = (0...255).map { UInt8($0) }
        #expect(try Base64.decode(Base64.encode(bytes)).get() == bytes)
    }

    @Test func lineBreaksDoNotCount() throws {
        #expect(try Base64.decode("Zm9v\r\nYg\n=\n=\n").get() == Array("foob".utf8))
    }

    @Test(arguments: [
        ("AAA", 0), ("AA=A", 2), ("AA===", 4), ("!!!", 0), ("AAAA!", 4), ("A", 0), ("=AAA", 0), ("AA=", 3),
        ("AA==AA", 4), ("AAAABB", 4), ("Zm9v Zm9v", 4),
    ])
    func faultsAreWhereGoSeesThem(text: String, offset: Int) {
        guard case .failure(let fault) = Base64.decode(text) else {
            Issue.record("no fault")
            return
        }
        #expect(fault.offset == offset)
    }
}
