import StdlibExtensions
import Testing

@Suite struct SequenceHexadecimalTests {
    @Test func writesTwoDigitsForEachByte() {
        #expect([0x00, 0x0F, 0xA0, 0xFF].hexadecimal() == "000fa0ff")
        #expect([0x0F, 0xA0].hexadecimal(uppercase: true) == "0FA0")
        #expect([].hexadecimal() == "")
    }
}
