import KubeConfig
import SystemIO
import TestSupport
import Testing

@Suite("Tokens, fixed and in files")
struct TokenFileCredentialsTests {
    let directory: TemporaryDirectory
    let clock = SettableClock()

    init() throws { directory = try TemporaryDirectory() }

    private func source(_ credentials: ClientConfiguration.Credentials) -> any CredentialSource {
        var configuration = ClientConfiguration(server: "https://h")
        configuration.credentials = credentials
        return configuration.credentialSource(
            CredentialSurroundings(environment: EnvironmentVariables(), clock: clock, inputIsTerminal: false))
    }

    @Test func fixedOnes() async throws {
        #expect(try await source(.none).authorization() == nil)
        #expect(try await source(.token("abc")).authorization() == "Bearer abc")
        #expect(try await source(.basic(user: "joe", password: "p:w")).authorization() == "Basic am9lOnA6dw==")
        #expect(await source(.token("abc")).renewAfterRejection() == false)
        await #expect(throws: CredentialError.invalidToken) { try await source(.token("a\n")).authorization() }
    }

    @Test func aFileIsReadAgainAfterFiftySeconds() async throws {
        let path = try directory.write("token", " one\n")
        clock.set(seconds: 1000)
        let source = source(.tokenFile(path: path, initial: "zero"))
        #expect(try await source.authorization() == "Bearer one")
        try directory.write("token", "two")
        clock.set(seconds: 1049)
        #expect(try await source.authorization() == "Bearer one")
        clock.set(seconds: 1050)
        #expect(try await source.authorization() == "Bearer two")
        try directory.write("token", "\n")
        clock.set(seconds: 1200)
        #expect(try await source.authorization() == "Bearer two")
    }

    @Test func theInitialTokenCountsWhileTheFileCannotBeRead() async throws {
        let source = source(.tokenFile(path: directory("none"), initial: "zero"))
        #expect(try await source.authorization() == "Bearer zero")
        try directory.write("none", "one")
        #expect(try await source.authorization() == "Bearer one")
    }
}
