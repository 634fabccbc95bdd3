import StdlibExtensions
import Testing

struct InternetAddressTextTests {
    /// The texts of Go's `net.IP`, but that addresses of version 4 in version 6 are its caller's business.
    @Test(arguments: [
        ([192, 0, 2, 1], "192.0.2.1"),
        ([0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], "2001:db8::1"),
        ([0x20, 0x01, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1], "2001:0:0:1::1"),
        ([0, 1, 0, 0, 0, 2, 0, 3, 0, 4, 0, 0, 0, 0, 0, 5], "1:0:2:3:4::5"),
        ([0, 1, 0, 0, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7], "1:0:2:3:4:5:6:7"),
        ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4], "::102:304"),
        ([UInt8](repeating: 0, count: 16), "::"),
        ([0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "fe80::"),
    ])
    func addresses(bytes: [UInt8], text: String) {
        #expect(InternetAddressText.text(bytes) == text)
    }

    @Test func otherLengthsAreNoAddresses() {
        #expect(InternetAddressText.text([]) == nil)
        #expect(InternetAddressText.text([1, 2, 3, 4, 5]) == nil)
    }
}
