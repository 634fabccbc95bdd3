import HTTPTransport
import Manifests
import SystemIO

extension CommandContext {
    /// What manifests are read with: standard input, and for URLs a transport without anybody's credentials.
    var manifestInput: ManifestInput {
        var options = TransportOptions()
        options.proxy = .environment(ProxyRules(environment: environment.all))
        return ManifestInput(transport: RedirectingTransport(makeTransport(options)), console: console)
    }
}
