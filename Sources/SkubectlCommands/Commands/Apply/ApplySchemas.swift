import JSONModel
import KubeClient
import KubeModel
import KubePatch
import StdlibExtensions
import YAMLCodec

/// Makes patches of three ways, by what the server or this program knows of a kind; each kind is looked up once.
actor ApplySchemas {
    private let cluster: Cluster
    /// Whether the server's own description of its types counts (`--openapi-patch`).
    private let usesServer: Bool
    private var known: [GroupVersionKind: Task<Sources, Never>] = [:]

    init(cluster: Cluster, usesServer: Bool) {
        self.cluster = cluster
        self.usesServer = usesServer
    }

    /// What is known of a kind: by the server, in the order in which it is tried, and by this program.
    struct Sources: Sendable {
        var served: [Served] = []
        var builtIn: BuiltInPatchSchema?

        /// A schema of the server's, and what messages call where it comes from.
        struct Served: Sendable {
            let schema: any PatchSchema
            let name: String
        }
    }

    private func sources(of kind: GroupVersionKind) async -> Sources {
        if let task = known[kind] { return await task.value }
        let task = Task { await self.lookUp(kind) }
        known[kind] = task
        return await task.value
    }

    private func lookUp(_ kind: GroupVersionKind) async -> Sources {
        var sources = Sources(
            builtIn: BuiltInPatchSchema(group: kind.group, version: kind.version, kind: kind.kind))
        guard usesServer else { return sources }
        // Where the server tells nothing, or cannot be asked, what the program knows is enough (as in kubectl).
        if let document = try? await newDocument(of: kind), let isStrategic = document.isMergedByStrategy(kind) {
            // The older document says the same of a kind that is merged as JSON.
            guard isStrategic else { return sources }
            if let schema = document.schema(of: kind) {
                let served = ComponentPatchSchema(schema) { document.schemas[$0] }
                sources.served.append(Sources.Served(schema: served, name: "openapi v3 spec"))
                return sources
            }
        }
        // As above.
        if let schema = try? await cluster.openAPI.schema(allowingCache: true), schema.isMergedByStrategy(kind),
            let node = schema.schema(of: kind)
        {
            let served = DefinitionPatchSchema(node.document, path: node.path) { schema.definition($0)?.document }
            sources.served.append(Sources.Served(schema: served, name: "openapi spec"))
        }
        return sources
    }

    /// The server's document of version 3; nil where it has none, as servers before 1.26 that are not asked for it.
    private func newDocument(of kind: GroupVersionKind) async throws(ClientError) -> OpenAPIVersionDocument? {
        guard try await cluster.discovery.snapshot(allowingCache: true).supportsFieldValidation else { return nil }
        return try await cluster.openAPI.document(of: kind.groupVersion)
    }

    /// The patch that brings `modified` to the live object.
    ///
    /// - Parameter original: What was applied last, in JSON; nil for nothing.
    nonisolated func patch(
        original: String?, modified: JSONValue, current: JSONValue, _ kind: GroupVersionKind, overwrites: Bool,
        _ messages: ObjectMessages
    ) async throws -> TypedPatch {
        let sources = await sources(of: kind)
        let versions: PatchVersions
        do {
            versions = PatchVersions(
                original: try Self.object(original), modified: modified.object ?? [:], current: current.object ?? [:])
        } catch {
            for source in sources.served {
                messages.line("warning: error calculating patch from \(source.name): \(Self.noDocument)")
            }
            throw CommandError.failed(Self.noDocument)
        }
        for source in sources.served {
            do throws(PatchError) {
                let patch = try StrategicMergePatch.between(versions, schema: source.schema, overwrites: overwrites)
                return TypedPatch(type: .strategic, value: .object(patch))
            } catch {
                messages.line("warning: error calculating patch from \(source.name): \(error.message)")
            }
        }
        if let schema = sources.builtIn {
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
    nonisolated func applying(
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
