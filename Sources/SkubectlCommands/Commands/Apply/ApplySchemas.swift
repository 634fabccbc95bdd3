import JSONModel
import KubeClient
import KubeModel
import KubePatch
import StdlibExtensions
import YAMLCodec

/// Makes patches of three ways, by what the server or this program knows of a kind; each kind is looked up once.
struct ApplySchemas: Sendable {
    private let cluster: Cluster
    /// Whether the server's own description of its types counts (`--openapi-patch`).
    private let usesServer: Bool
    private let known = SharedAnswers<Key, Knowledge, Never>()

    init(cluster: Cluster, usesServer: Bool) {
        self.cluster = cluster
        self.usesServer = usesServer
    }

    /// The server's descriptions of its types, in the order in which they are tried.
    private enum Description: CaseIterable {
        case version3
        case version2

        /// What messages call it.
        var name: String {
            switch self {
            case .version3: "openapi v3 spec"
            case .version2: "openapi spec"
            }
        }
    }

    private struct Key: Hashable {
        let kind: GroupVersionKind
        let description: Description
    }

    /// What a description tells of a kind.
    private enum Knowledge: Sendable {
        /// Nothing, or the server cannot be asked.
        case nothing
        /// It is merged as JSON.
        case plain
        case strategic(any PatchSchema)
    }

    private func knowledge(of kind: GroupVersionKind, from description: Description) async -> Knowledge {
        await known.answer(to: Key(kind: kind, description: description)) { await lookUp(kind, in: description) }
    }

    private func lookUp(_ kind: GroupVersionKind, in description: Description) async -> Knowledge {
        switch description {
        case .version3:
            // Where the server tells nothing, or cannot be asked, what the program knows is enough (as in kubectl).
            guard let document = try? await newDocument(of: kind), let isStrategic = document.isMergedByStrategy(kind)
            else { return .nothing }
            guard isStrategic else { return .plain }
            guard let schema = document.schema(of: kind) else { return .nothing }
            return .strategic(ComponentPatchSchema(schema) { document.schemas[$0] })
        case .version2:
            // As above.
            guard let schema = try? await cluster.openAPI.schema(allowingCache: true), schema.isMergedByStrategy(kind),
                let node = schema.schema(of: kind)
            else { return .nothing }
            return .strategic(
                DefinitionPatchSchema(node.document, path: node.path) { schema.definition($0)?.document })
        }
    }

    /// The server's document of version 3; nil where it has none, as servers before 1.26 that are not asked for it.
    private func newDocument(of kind: GroupVersionKind) async throws(ClientError) -> OpenAPIVersionDocument? {
        guard try await cluster.discovery.snapshot(allowingCache: true).supportsFieldValidation else { return nil }
        return try await cluster.openAPI.document(of: kind.groupVersion)
    }

    /// The patch that brings `modified` to the live object.
    ///
    /// - Parameter original: What was applied last, in JSON; nil for nothing.
    func patch(
        original: String?, modified: JSONValue, current: JSONValue, _ kind: GroupVersionKind, overwrites: Bool,
        _ messages: ObjectMessages
    ) async throws -> TypedPatch {
        // What was applied last may be no JSON; who needs it says so.
        let versions = try? PatchVersions(
            original: Self.object(original), modified: modified.object ?? [:], current: current.object ?? [:])
        for description in usesServer ? Description.allCases : [] {
            let knowledge = await knowledge(of: kind, from: description)
            // The older description says the same of a kind that is merged as JSON.
            if case .plain = knowledge { break }
            guard case .strategic(let schema) = knowledge else { continue }
            do {
                guard let versions else { throw CommandError.failed(Self.noDocument) }
                let patch = try StrategicMergePatch.between(versions, schema: schema, overwrites: overwrites)
                return TypedPatch(type: .strategic, value: .object(patch))
            } catch {
                let sentence = ErrorReport.sentence(of: error, programName: "kubectl")
                messages.line("warning: error calculating patch from \(description.name): \(sentence)")
            }
        }
        guard let versions else { throw CommandError.failed(Self.noDocument) }
        if let schema = BuiltInPatchSchema(group: kind.group, version: kind.version, kind: kind.kind) {
            let patch = try StrategicMergePatch.between(versions, schema: schema, overwrites: overwrites)
            return TypedPatch(type: .strategic, value: .object(patch))
        }
        do throws(PatchError) {
            let patch = try JSONMergePatch.between(versions, preconditions: PatchPrecondition.sameObject)
            return TypedPatch(type: .merge, value: .object(patch))
        } catch {
            guard case .preconditionFailed = error else { throw error }
            throw CommandError.failed("At least one of apiVersion, kind and name was changed")
        }
    }

    /// The object with a patch applied, without the server.
    func applying(
        _ patch: TypedPatch, to object: JSONValue, _ kind: GroupVersionKind
    ) async throws(PatchError) -> JSONValue {
        let (change, live) = (patch.value.object ?? [:], object.object ?? [:])
        guard patch.type == .strategic else { return .object(JSONMergePatch.applying(change, to: live)) }
        let builtIn = BuiltInPatchSchema(group: kind.group, version: kind.version, kind: kind.kind)
        let schema: any PatchSchema = builtIn ?? UnknownPatchSchema()
        return .object(try StrategicMergePatch.applying(change, to: live, schema: schema))
    }

    /// apimachinery's words for an annotation that holds no object.
    private static let noDocument = "invalid JSON document"

    /// The annotation's text as an object; nothing for none.
    private static func object(_ text: String?) throws -> JSONObject {
        guard let text, !text.isEmpty else { return [:] }
        return try JSONParser.parse(Array(text.utf8), options: JSONParsingOptions(numbers: .normalizedAsGo)).object
            ?? [:]
    }
}

/// A patch and how it is meant.
struct TypedPatch: Sendable {
    let type: PatchType
    let value: JSONValue

    /// Whether it changes nothing.
    var isEmpty: Bool { value.object?.isEmpty ?? true }
}
