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
        case .together(let errors): Self.together(errors, program: names.program)
        case .onManifest(let verb, let source, let error): "error when \(verb) \(source.goQuoted): \(error.message)"
        case .refusedObject(let prefix, let error): "\(prefix)\(error.message)"
        case .apiVersionsUnavailable(let error):
            "couldn't get available api versions from server: \(error.message)"
        case .discoveryIncomplete(let failures):
            "unable to retrieve the complete list of server APIs: "
                + failures.map { "\($0.groupVersion.apiVersion): \($0.message)" }
                .sorted { $0.precedesByBytes($1) }.joined(separator: ", ")
        case .invalidManifest(let source, let faults): faults.message(source: source)
        case .unrecognized(let source, let isItem, let error):
            isItem ? "unable to recognize \(error.message)" : "unable to recognize \(source.goQuoted): \(error.message)"
        case .interrupted(let work):
            work.wasBegun
                ? "interrupted while \(work.object) was being \(work.verb)"
                : "interrupted before \(work.object) was \(work.verb)"
        case .silent: ""
        }
    }
}

extension CommandError {
    /// Each sentence once, those of errors that are several themselves among the others.
    private static func together(_ errors: [any Error], program: String) -> String {
        var sentences: [String] = []
        for error in errors.flatMap(parts) {
            let sentence = ErrorReport.sentence(of: error, programName: program)
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
        return sentences.count == 1 ? sentences[0] : "[\(sentences.joined(separator: ", "))]"
    }

    private static func parts(_ error: any Error) -> [any Error] {
        if case CommandError.together(let errors) = error { errors.flatMap(parts) } else { [error] }
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
