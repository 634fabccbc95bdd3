import SystemIO
import Testing

@Suite struct AccountNamesTests {
    @Test func `names of numbers, and none of others`() {
        var names = AccountNames()
        #expect(names.user(0) == "root")
        #expect(names.group(0) == "root")
        #expect(names.user(0) == "root")
        #expect(names.user(4_000_000_123).isEmpty)
        #expect(names.group(4_000_000_123).isEmpty)
    }
}
