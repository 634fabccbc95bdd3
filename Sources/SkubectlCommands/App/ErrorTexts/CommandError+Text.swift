import KubeClient
import KubeModel
import StdlibExtensions

extension CommandError {
    /// The sentence without a prefix.
    func message(_ names: ErrorReport.Names) -> String {
        switch self {
        case .failed(let sentence): sentence
        case .several(let errors):
            errors.map { ErrorReport($0, programName: names.program, path: names.path).text }.joined()
        case .onManifest(let verb, let source, let error): "error when \(verb) \(source.goQuoted): \(error.message)"
        case .apiVersionsUnavailable(let error):
            "couldn't get available api versions from server: \(error.message)"
        case .discoveryIncomplete(let failures):
            "unable to retrieve the complete list of server APIs: "
                + failures.map { "\($0.groupVersion.apiVersion): \($0.message)" }
                .sorted { $0.precedesByBytes($1) }.joined(separator: ", ")
        case .invalidManifest(let source, let faults): faults.message(source: source)
        case .silent: ""
        }
    }
}

extension DiscoverySnapshot.Failure {
    /// Why the resources of a version are not known, in client-go's words.
    fileprivate var message: String {
        switch reason {
        case .stale: "stale GroupVersion discovery: \(groupVersion.apiVersion)"
        case .empty: "received empty response for: \(groupVersion.apiVersion)"
        case .request(let error): error.message
        }
    }
}
