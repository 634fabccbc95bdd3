import JSONModel
import KubeClient
import KubeModel
import StdlibExtensions
import SystemIO

/// Objects that belong together, by a label on each and annotations on the set's parent (KEP 3659).
struct ApplySet: Sendable {
    let parent: ApplySetParent
    /// Who manages the set: "kubectl", whose sets these are too.
    let tool: String
    /// What the set held when the command began.
    private(set) var before = Contents()
    /// What it is to hold.
    private(set) var after = Contents()

    /// Types and namespaces with objects of the set.
    struct Contents: Sendable {
        /// By the kind as annotations name it: "ConfigMap", "Deployment.apps".
        var types: [String: RESTMapping] = [:]
        var namespaces: Set<String> = []
    }

    static let idLabel = "applyset.kubernetes.io/id"
    static let memberLabel = "applyset.kubernetes.io/part-of"
    static let toolAnnotation = "applyset.kubernetes.io/tooling"
    static let namespacesAnnotation = "applyset.kubernetes.io/additional-namespaces"
    static let kindsAnnotation = "applyset.kubernetes.io/contains-group-kinds"
    /// As `kindsAnnotation`, with resources; older versions wrote it.
    static let resourcesAnnotation = "applyset.kubernetes.io/contains-group-resources"

    init(parent: ApplySetParent, tool: String) {
        self.parent = parent
        self.tool = tool
    }

    /// The value of the set's labels: a hash of the parent's name, namespace, kind and group.
    var id: String {
        let gvk = parent.mapping.gvk
        let text = [parent.name, parent.namespace ?? "", gvk.kind, gvk.group].joined(separator: ".")
        let hash = Base64.encode(SHA256.hash(Array(text.utf8)))
        let safe = hash.filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
        return "applyset-\(String(safe))-v1"
    }

    /// The selector of the set's members.
    var selector: String { "\(Self.memberLabel)=\(id)" }

    /// An object with the label of the set's members.
    func labelled(_ object: ManifestReader.Object) throws -> ManifestReader.Object {
        var value = object.value
        var labels = (value["metadata"]?["labels"]?.object ?? [:]).mapValues { $0.isNull ? "" : $0 }
        if labels.contains(key: Self.memberLabel) {
            throw CommandError.failed("ApplySet label \(Self.memberLabel.goQuoted) already set in input data")
        }
        labels[Self.memberLabel] = .string(id)
        if value["metadata"]?.object == nil { value["metadata"] = [:] }
        value["metadata"]?["labels"] = .object(labels)
        return ManifestReader.Object(
            value: value, selected: object.selected, source: object.source, isItem: object.isItem)
    }

    /// Reads the parent, and has it cover what is about to be applied, so that nothing is lost where the command ends
    /// early.
    mutating func begin(_ objects: [SelectedObject], in cluster: Cluster, _ command: ApplyCommand) async throws {
        if let live = try await liveParent(in: cluster) { before = try await contents(of: live, in: cluster) }
        for object in objects {
            after.types[Self.kindName(object.mapping.gvk)] = object.mapping
            if let namespace = object.namespace { after.namespaces.insert(namespace) }
        }
        var both = before
        both.types.merge(after.types) { old, _ in old }
        both.namespaces.formUnion(after.namespaces)
        try await store(both, in: cluster, command)
    }

    /// Has the parent say what the set holds now.
    func end(in cluster: Cluster, _ command: ApplyCommand) async throws {
        do { try await store(after, in: cluster, command) } catch {
            let sentence = ErrorReport.sentence(of: error, programName: tool)
            throw CommandError.failed("apply and prune succeeded, but ApplySet update failed: \(sentence)")
        }
    }

    static func kindName(_ kind: GroupVersionKind) -> String {
        kind.group.isEmpty ? kind.kind : "\(kind.kind).\(kind.group)"
    }

    // MARK: - The parent

    private func store(_ contents: Contents, in cluster: Cluster, _ command: ApplyCommand) async throws {
        if command.dryRun == .client { return }
        func send(forced: Bool) async throws(ClientError) {
            var request = APIRequest.patch(parent.location, .apply, patch(contents))
            request.parameters =
                command.dryRun.parameters + FieldManager(name: "\(tool)-applyset").parameters
                + [command.validation.parameter, APIRequest.Parameter("force", String(forced))]
            _ = try await cluster.client.bytes(request)
        }
        do throws(ClientError) {
            do throws(ClientError) { try await send(forced: false) } catch {
                guard case .status(let status) = error, status.isConflict else { throw error }
                cluster.warn(
                    "failed to update ApplySet: \(status.message); field manager \(tool)-applyset should own these "
                        + "fields. Retrying with conflicts forced.")
                try await send(forced: true)
            }
        } catch {
            throw CommandError.failed("failed to update ApplySet: \(error.message)")
        }
    }

    private func patch(_ contents: Contents) -> JSONValue {
        let gvk = parent.mapping.gvk
        let kinds = contents.types.keys.sorted { $0.precedesByBytes($1) }
        let others = contents.namespaces.filter { $0 != parent.namespace }.sorted { $0.precedesByBytes($1) }
        var metadata: JSONValue = [
            "name": .string(parent.name), "labels": [Self.idLabel: .string(id)],
            "annotations": [
                Self.toolAnnotation: .string("\(tool)/v\(ProductVersion.kubernetes)"),
                Self.kindsAnnotation: .string(kinds.joined(separator: ",")),
                Self.namespacesAnnotation: .string(others.joined(separator: ",")),
            ],
        ]
        if let namespace = parent.namespace { metadata["namespace"] = .string(namespace) }
        return [
            "kind": .string(gvk.kind), "apiVersion": .string(gvk.groupVersion.apiVersion), "metadata": metadata,
        ]
    }

    /// The parent as it is; nil where it is not there and may be made.
    private func liveParent(in cluster: Cluster) async throws -> JSONValue? {
        let text = parent.text.goQuoted
        let live: JSONValue
        do throws(ClientError) { live = try await cluster.client.json(.get(parent.location)) } catch {
            guard case .status(let status) = error, status.isNotFound else {
                throw CommandError.failed("failed to fetch ApplySet parent object \(text): \(error.message)")
            }
            guard parent.isBuiltIn else {
                throw CommandError.failed("custom resource ApplySet parents cannot be created automatically")
            }
            return nil
        }
        guard let owner = live["metadata"]?["annotations"]?[Self.toolAnnotation]?.string else {
            throw CommandError.failed(
                "ApplySet parent object \(text) already exists and is missing required annotation "
                    + Self.toolAnnotation.goQuoted)
        }
        let slash = owner.lastIndex(of: "/") ?? owner.endIndex
        guard owner[..<slash] == tool else {
            throw CommandError.failed(
                "ApplySet parent object \(text) already exists and is managed by tooling "
                    + "\(String(owner[..<slash]).goQuoted) instead of \(tool.goQuoted)")
        }
        guard let label = live["metadata"]?["labels"]?[Self.idLabel]?.string else {
            throw CommandError.failed(
                "ApplySet parent object \(text) exists and does not have required label \(Self.idLabel)")
        }
        guard label == id else {
            throw CommandError.failed(
                "ApplySet parent object \(text) exists and has incorrect value for label \(Self.idLabel.goQuoted) "
                    + "(got: \(label), want: \(id))")
        }
        return live
    }

    private func contents(of live: JSONValue, in cluster: Cluster) async throws -> Contents {
        let annotations = live["metadata"]?["annotations"]
        var contents = Contents()
        do {
            contents.types = try await types(annotations, in: cluster)
        } catch let error as CommandError {
            let sentence = ErrorReport.sentence(of: error, programName: tool)
            throw CommandError.failed("parsing ApplySet annotation on \(parent.text.goQuoted): \(sentence)")
        }
        let others = annotations?[Self.namespacesAnnotation]?.string ?? ""
        if !others.isEmpty {
            contents.namespaces = Set(others.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
        }
        if let namespace = parent.namespace { contents.namespaces.insert(namespace) }
        return contents
    }

    private func types(_ annotations: JSONValue?, in cluster: Cluster) async throws -> [String: RESTMapping] {
        func words(_ text: String) -> [String] {
            text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        var types: [String: RESTMapping] = [:]
        if let kinds = annotations?[Self.kindsAnnotation]?.string {
            for word in words(kinds) {
                let (kind, group) = word.cutAtFirst(".")
                guard
                    let mapping = try await cluster.discovery.mapping(
                        for: GroupVersionKind(group: group, version: "", kind: kind))
                else {
                    throw CommandError.failed(
                        "could not find mapping for kind in \(Self.kindsAnnotation.goQuoted) annotation: no matches for "
                            + "kind \(kind.goQuoted) in group \(group.goQuoted)")
                }
                types[word] = mapping
            }
            return types
        }
        guard let resources = annotations?[Self.resourcesAnnotation]?.string, !resources.isEmpty else {
            throw CommandError.failed(
                "kubectl requires the \(Self.kindsAnnotation.goQuoted) annotation to be set on all ApplySet parent objects"
            )
        }
        for word in words(resources) {
            guard let mapping = try await cluster.discovery.mapping(forResourceArgument: word) else {
                let (resource, group) = word.cutAtFirst(".")
                throw CommandError.failed(
                    "invalid group resource in \(Self.resourcesAnnotation.goQuoted) annotation: no matches for "
                        + "\(group)/, Resource=\(resource)")
            }
            types[Self.kindName(mapping.gvk)] = mapping
        }
        return types
    }
}

extension String {
    /// The parts before and behind the first `separator`; the second is empty where there is none.
    fileprivate func cutAtFirst(_ separator: Character) -> (String, String) {
        guard let index = firstIndex(of: separator) else { return (self, "") }
        return (String(self[..<index]), String(self[self.index(after: index)...]))
    }
}
