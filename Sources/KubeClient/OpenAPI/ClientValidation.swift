package import JSONModel
import KubeModel

/// Validates objects before they are sent, as `kubectl --validate=strict` does where the server cannot.
///
/// The server's schema is read at most once a command, and not before an object needs it. A cached one is enough to
/// find an object right; before it finds one wrong, or does not know its kind, it is replaced by the server's own,
/// because a definition may have come or changed since.
package struct ClientValidation: Sendable {
    private let openAPI: OpenAPIReader
    private let discovery: Discovery

    package init(openAPI: OpenAPIReader, discovery: Discovery) {
        self.openAPI = openAPI
        self.discovery = discovery
    }

    /// Who finds out what is wrong with an object's fields.
    package enum Checker: Sendable, Hashable {
        case server
        case client
        /// Nobody can; what kubectl says then, whatever is to become of unknown fields.
        case nobody([ValidationFault])
    }

    /// Who finds out what is wrong with the fields of an object.
    package func checker(of object: JSONValue) async -> Checker {
        if let number = OversizedNumber.first(in: object) { return .nobody([.oversizedNumber(number)]) }
        switch DeclaredKind(of: object) {
        case .unclear(let faults): return .nobody(faults)
        case .known(let kind):
            do { return try await isCheckedByServer(kind) ? .server : .client } catch let error {
                return .nobody([.schemaUnavailable(error)])
            }
        }
    }

    /// What is wrong with an object; empty also where the server finds that out itself.
    ///
    /// - Parameters:
    ///   - text: The text of an object that was written in JSON, for keys that stand in it twice.
    package func faults(in object: JSONValue, text: [UInt8]? = nil) async -> [ValidationFault] {
        switch await checker(of: object) {
        case .server: return []
        case .nobody(let faults): return faults
        case .client:
            do {
                return try await findings(in: object) + (text.map(DuplicateKeys.faults(inJSON:)) ?? [])
            } catch let error {
                return [.schemaUnavailable(error)]
            }
        }
    }

    private func isCheckedByServer(_ kind: GroupVersionKind) async throws(ClientError) -> Bool {
        // Where the server cannot be asked for this, it is asked for its schema; how that fails is what kubectl tells.
        let snapshot = try? await discovery.snapshot(allowingCache: true)
        if snapshot?.isCheckedByServer(kind) == true { return true }
        return try await openAPI.schema(allowingCache: true).isCheckedByServer(kind)
    }

    private func findings(in object: JSONValue) async throws(ClientError) -> [ValidationFault] {
        let known = try await openAPI.schema(allowingCache: true)
        let findings = ObjectValidator(known).findings(in: object)
        if await openAPI.isFresh || (findings.isComplete && findings.faults.isEmpty) { return findings.faults }
        return ObjectValidator(try await openAPI.schema(allowingCache: false)).faults(in: object)
    }
}

extension DiscoverySnapshot {
    /// Whether the server checks the fields of such objects itself, which it does for all that can be patched.
    ///
    /// The items of a `List` are of any kind, and so kubectl always checks them before they are sent.
    func isCheckedByServer(_ kind: GroupVersionKind) -> Bool {
        supportsFieldValidation && resources.contains { $0.gvk == kind && $0.verbs.contains("patch") }
    }
}
