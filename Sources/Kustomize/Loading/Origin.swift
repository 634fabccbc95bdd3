import JSONModel
import SystemIO
import YAMLCodec

/// Where a resource comes from, or what changed it, as `buildMetadata` asks to be told.
struct Origin {
    var path = ""
    var repository = ""
    var reference = ""
    var configuredIn = ""
    var configuredBy: Configurer?

    /// What made or changed a resource.
    struct Configurer {
        var apiVersion = ""
        var kind = ""
        var name = ""
        var namespace = ""
    }

    /// The origin of what a kustomization of this origin names.
    func appending(_ path: String) -> Origin {
        var origin = self
        guard let repository = RepositoryReference(path) else {
            origin.path = PathText.join(self.path, path)
            return origin
        }
        origin.repository = repository.url
        origin.reference = repository.reference
        origin.path = repository.path.isEmpty ? "notCloned" : PathText.clean(repository.path)
        return origin
    }

    /// The builtin plugin `kind` as a kustomization of this origin uses it.
    func configuredBuiltin(_ kind: String, in fileName: String) -> Origin {
        Origin(
            repository: repository, reference: reference, configuredIn: PathText.join(path, fileName),
            configuredBy: Configurer(apiVersion: "builtin", kind: kind))
    }

    /// The plugin that a resource of this origin configures.
    func configured(by resource: Resource) -> Origin {
        Origin(
            repository: repository, reference: reference, configuredIn: path,
            configuredBy: Configurer(
                apiVersion: resource.node?.field("apiVersion")?.value ?? "", kind: resource.kind.kind,
                name: resource.name, namespace: resource.namespace))
    }

    /// The text of the annotation.
    var text: String { node.text }

    var node: YAMLNode {
        let fields = Self.node([
            ("path", path), ("repo", repository), ("ref", reference), ("configuredIn", configuredIn),
        ])
        if let by = configuredBy {
            let inner = Self.node([
                ("apiVersion", by.apiVersion), ("kind", by.kind), ("name", by.name), ("namespace", by.namespace),
            ])
            if !inner.content.isEmpty { fields.content += [YAMLNode(plain: "configuredBy"), inner] }
        }
        return fields
    }

    private static func node(_ fields: [(String, String)]) -> YAMLNode {
        let node = YAMLNode(.mapping)
        for (name, value) in fields where !value.isEmpty {
            node.content += [YAMLNode(plain: name), YAMLNode(.string(value))]
        }
        return node
    }

    init(
        path: String = "", repository: String = "", reference: String = "", configuredIn: String = "",
        configuredBy: Configurer? = nil
    ) {
        self.path = path
        self.repository = repository
        self.reference = reference
        self.configuredIn = configuredIn
        self.configuredBy = configuredBy
    }

    /// Reads the annotation; nil for a text that is none.
    init?(text: String) {
        // Only what this build wrote is read; anything else is no origin.
        guard let node = try? YAMLNode.read(Array(text.utf8)), node.kind == .mapping else { return nil }
        let by = node.field("configuredBy")
        self.init(
            path: node.field("path")?.value ?? "", repository: node.field("repo")?.value ?? "",
            reference: node.field("ref")?.value ?? "", configuredIn: node.field("configuredIn")?.value ?? "",
            configuredBy: by.map {
                Configurer(
                    apiVersion: $0.field("apiVersion")?.value ?? "", kind: $0.field("kind")?.value ?? "",
                    name: $0.field("name")?.value ?? "", namespace: $0.field("namespace")?.value ?? "")
            })
    }
}

extension Resource {
    var origin: Origin? { annotation(BuildAnnotation.origin).flatMap(Origin.init(text:)) }

    /// Sets the annotation; nil removes it.
    func setOrigin(_ origin: Origin?) throws(KustomizeError) {
        var annotations = annotations
        annotations[BuildAnnotation.origin] = origin?.text
        try setAnnotations(annotations)
    }

    /// Adds to the list of what changed the resource.
    func addTransformation(_ origin: Origin) throws(KustomizeError) {
        var annotations = annotations
        let list = YAMLNode(.sequence)
        if let old = annotations[BuildAnnotation.transformations] {
            // As above.
            list.content = (try? YAMLNode.read(Array(old.utf8)))?.content ?? []
        }
        list.content.append(origin.node)
        annotations[BuildAnnotation.transformations] = list.text
        try setAnnotations(annotations)
    }
}
