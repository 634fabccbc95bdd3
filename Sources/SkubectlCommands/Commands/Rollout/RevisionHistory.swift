import HTTPTransport
import JSONModel
import KubeClient
import KubeModel
import Renderers
import StdlibExtensions

/// The revisions of a workload: the replica sets of a deployment, the controller revisions of other kinds.
struct RevisionHistory: Sendable {
    /// One revision.
    struct Revision: Sendable {
        let number: Int64
        /// The replica set or the controller revision.
        let object: JSONValue

        /// Why it came to be, as somebody noted; empty for nothing.
        var changeCause: String {
            object["metadata"]?["annotations"]?[ChangeCause.annotation]?.string ?? ""
        }
    }

    let kind: RolloutKind
    /// The workload as it is now.
    let workload: JSONValue
    /// In the order of their numbers; of those with the same number the last one counts.
    let revisions: [Revision]

    func revision(_ number: Int64) -> Revision? { revisions.first { $0.number == number } }

    // MARK: - Reading

    private static let replicaSets = GroupVersionResource(group: "apps", version: "v1", resource: "replicasets")
    private static let controllerRevisions = GroupVersionResource(
        group: "apps", version: "v1", resource: "controllerrevisions")

    /// Reads the revisions of a workload, which are those objects that it selects and controls.
    static func read(
        _ kind: RolloutKind, of workload: JSONValue, in cluster: Cluster
    ) async throws -> RevisionHistory {
        let metadata = workload["metadata"]
        let name = metadata?["name"]?.string ?? ""
        let selector: String
        do throws(LabelSelectorError) {
            selector = try Self.selector(of: workload).queryText()
        } catch {
            throw CommandError.failed("\(kind.selectorFailure) \(name): \(error.message)")
        }
        var query = ListQuery()
        query.labelSelector = selector
        let resource = kind == .deployment ? replicaSets : controllerRevisions
        let location = ResourceLocation(resource, namespace: metadata?["namespace"]?.string)
        let items: [JSONValue]
        do throws(ClientError) {
            items =
                try await cluster.client.json(.get(location, query: query), numbers: .normalizedAsGo)["items"]?.array
                ?? []
        } catch {
            if case .transport(.cancelled, _, _) = error { throw error }
            throw CommandError.failed("\(kind.historyFailure) \(name): \(error.message)")
        }
        let uid = metadata?["uid"]?.string ?? ""
        let own = items.filter { $0.isControlled(by: uid) }
        return RevisionHistory(
            kind: kind, workload: workload,
            revisions: kind == .deployment ? ofReplicaSets(own, workload) : ofControllerRevisions(own))
    }

    private static func selector(of workload: JSONValue) -> LabelSelector? {
        // What is no selector selects everything, of which only what the workload controls counts.
        try? workload["spec"]?["selector"]?.decoded(as: LabelSelector.self)
    }

    /// What the items of lists do not say of themselves.
    private static let replicaSetKind: JSONValue = ["apiVersion": "apps/v1", "kind": "ReplicaSet"]

    private static func ofReplicaSets(_ sets: [JSONValue], _ deployment: JSONValue) -> [Revision] {
        var revisions: [Int64: JSONValue] = [:]
        // Of several with one number kubectl takes the set with the template of now, or else the last one.
        let wanted = PodTemplateIdentity(deployment["spec"]?["template"])
        let isNew = { (set: JSONValue) in PodTemplateIdentity(set["spec"]?["template"]) == wanted }
        for set in sets.filter({ !isNew($0) }) + sets.filter(isNew) {
            // kubectl passes over what is no number.
            guard case .success(let number) = DeploymentRevision.number(of: set) else { continue }
            revisions[number] = TypedObject.normalized(Self.replicaSetKind.merging(set))
        }
        return revisions.sorted { $0.key < $1.key }.map { Revision(number: $0.key, object: $0.value) }
    }

    private static func ofControllerRevisions(_ objects: [JSONValue]) -> [Revision] {
        var revisions: [Int64: JSONValue] = [:]
        for object in objects { revisions[object["revision"]?.int64 ?? 0] = object }
        return revisions.sorted { $0.key < $1.key }.map { Revision(number: $0.key, object: $0.value) }
    }

    // MARK: - Templates

    /// The pod template of a revision.
    func template(of revision: Revision) -> JSONValue {
        var template = self.object(of: revision)["spec"]?["template"] ?? .object([:])
        if kind == .deployment, !revision.changeCause.isEmpty {
            template[path: "metadata", "annotations", ChangeCause.annotation] = .string(revision.changeCause)
        }
        return template
    }

    /// A revision as an object: a replica set, or the workload with what the revision keeps of it.
    func object(of revision: Revision) -> JSONValue {
        guard kind != .deployment else { return revision.object }
        // Controllers keep a patch that replaces the whole template.
        var template = revision.object["data"]?["spec"]?["template"] ?? .object([:])
        template["$patch"] = nil
        var object = workload
        object[path: "spec", "template"] = template
        return TypedObject.normalized(object)
    }

    // MARK: - Text

    /// The revisions with their causes, or that of one number with its template; throws where there is none of it.
    func text(revision number: Int64) throws -> String {
        if revisions.isEmpty { return "No rollout history found." }
        guard number == 0 else {
            guard let revision = revision(number) else { throw Self.unknown }
            return try Self.text(ofTemplate: template(of: revision))
        }
        var writer = TabWriter(style: .description)
        writer.write("REVISION\tCHANGE-CAUSE\n")
        for revision in revisions {
            let cause = revision.changeCause.isEmpty ? "<none>" : revision.changeCause
            writer.write("\(revision.number)\t\(TerminalText.escaped(cause))\n")
        }
        return String(decoding: writer.flushedBytes(), as: UTF8.self)
    }

    static let unknown = CommandError.failed("unable to find the specified revision")

    /// A pod template as descriptions show it, with tabs that nothing aligns.
    static func text(ofTemplate template: JSONValue) throws -> String {
        let model: PodTemplateSpec
        do { model = try template.decoded(as: PodTemplateSpec.self) } catch {
            throw ClientError.unexpectedObject(error)
        }
        return String(decoding: DescribeText.unaligned(model), as: UTF8.self)
    }
}

extension RolloutKind {
    fileprivate var selectorFailure: String {
        switch self {
        case .deployment: "failed to retrieve replica sets from deployment"
        case .daemonSet: "failed to create selector for DaemonSet"
        case .statefulSet: "failed to create selector for StatefulSet"
        }
    }

    fileprivate var historyFailure: String {
        switch self {
        case .deployment: "failed to retrieve replica sets from deployment"
        case .daemonSet: "unable to find history controlled by DaemonSet"
        case .statefulSet: "unable to find history controlled by StatefulSet"
        }
    }
}

extension JSONValue {
    /// Whether the object's controller has this uid.
    fileprivate func isControlled(by uid: String) -> Bool {
        self["metadata"]?["ownerReferences"]?.array?.contains {
            $0["controller"]?.bool == true && $0["uid"]?.string == uid
        } ?? false
    }

    /// The object's members behind these.
    fileprivate func merging(_ other: JSONValue) -> JSONValue {
        var merged = self
        for member in other.object ?? [:] { merged[member.key] = member.value }
        return merged
    }
}
