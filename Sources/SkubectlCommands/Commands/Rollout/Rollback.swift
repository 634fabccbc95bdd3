import HTTPTransport
import JSONModel
import KubeClient
import KubeModel
import Renderers

/// Gives a workload the pod template of an earlier revision (polymorphichelpers' rollbackers).
struct Rollback: Sendable {
    let cluster: Cluster
    /// Zero is the one before the newest.
    let revision: Int64
    let dryRun: DryRun

    /// Goes back, or says what going back would bring; returns what is told behind the workload's name.
    func run(_ kind: RolloutKind, _ workload: JSONValue, _ object: SelectedObject) async throws -> String {
        guard revision >= 0 else { throw notFound }
        let history = try await RevisionHistory.read(kind, of: workload, in: cluster)
        let target = try self.target(in: history, object.name)
        let template = history.template(of: target)
        if dryRun == .client {
            let text = try RevisionHistory.text(ofTemplate: template)
            return kind == .deployment ? text : "will roll back to \(text)"
        }
        if kind == .deployment, workload["spec"]?["paused"]?.bool == true {
            throw CommandError.failed(
                "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again")
        }
        guard !isCurrent(target, history) else {
            return "skipped rollback (current template already matches revision \(revision))"
        }
        var request =
            kind == .deployment
            ? APIRequest.patch(object.location, .json, deploymentPatch(target, template, workload))
            : APIRequest.patch(object.location, .strategic, target.object["data"] ?? .object([:]))
        request.parameters = dryRun.parameters + FieldManager.unnamed.parameters
        do throws(ClientError) { _ = try await cluster.client.json(request) } catch {
            if case .transport(.cancelled, _, _) = error { throw error }
            throw CommandError.failed("failed restoring revision \(revision): \(error.message)")
        }
        return "rolled back"
    }

    private var notFound: CommandError {
        .failed("unable to find specified revision \(revision) in history")
    }

    private func target(in history: RevisionHistory, _ name: String) throws(CommandError) -> RevisionHistory.Revision {
        guard revision == 0 else {
            guard let found = history.revision(revision) else { throw notFound }
            return found
        }
        guard history.revisions.count > 1 else {
            throw .failed(
                history.kind == .deployment
                    ? "no rollout history found for deployment \"\(name)\"" : "no last revision to roll back to")
        }
        return history.revisions[history.revisions.count - 2]
    }

    /// Whether the workload has that template already.
    private func isCurrent(_ target: RevisionHistory.Revision, _ history: RevisionHistory) -> Bool {
        let current = history.workload["spec"]?["template"]
        guard history.kind != .deployment else {
            return PodTemplateIdentity(history.template(of: target)) == PodTemplateIdentity(current)
        }
        // Go compares the patch that it would make with the one that is kept, byte by byte.
        var wanted = TypedObject.normalized(history.workload)["spec"]?["template"] ?? .object([:])
        wanted["$patch"] = "replace"
        let style = JSONStyle(sortsKeys: true)
        let patch: JSONValue = ["spec": ["template": wanted]]
        return JSONWriter.text(patch, style: style)
            == JSONWriter.text(target.object["data"] ?? .object([:]), style: style)
    }

    // MARK: - Deployments

    private static let label = "pod-template-hash"
    /// Annotations that belong to a deployment or a replica set alone.
    private static let ownAnnotations: Set = [
        LastApplied.annotation, DeploymentRevision.annotation, "deployment.kubernetes.io/revision-history",
        "deployment.kubernetes.io/desired-replicas", "deployment.kubernetes.io/max-replicas",
        "deprecated.deployment.rollback.to",
    ]

    private func deploymentPatch(
        _ target: RevisionHistory.Revision, _ template: JSONValue, _ deployment: JSONValue
    ) -> JSONValue {
        var template = template
        template[path: "metadata", "labels", Self.label] = nil
        var annotations: JSONObject = [:]
        for member in deployment["metadata"]?["annotations"]?.object ?? [:]
        where Self.ownAnnotations.contains(member.key) {
            annotations[member.key] = member.value
        }
        for member in target.object["metadata"]?["annotations"]?.object ?? [:]
        where !Self.ownAnnotations.contains(member.key) {
            annotations[member.key] = member.value
        }
        return [
            ["op": "replace", "path": "/spec/template", "value": template],
            ["op": "replace", "path": "/metadata/annotations", "value": .object(annotations)],
        ]
    }
}
