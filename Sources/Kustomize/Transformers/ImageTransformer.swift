import JSONModel
import StdlibExtensions
import YAMLCodec

/// Gives images other names, tags and digests.
struct ImageTransformer {
    private let image: JSONValue
    private let pattern: RegularExpression?
    /// The start of the name that is no pattern, which tells most other images apart.
    private let literalStart: String
    private let fields: [FieldSpec]

    init(_ image: JSONValue, fields: [FieldSpec]) {
        self.image = image
        self.fields = fields
        let name = image.text("name")
        // A name that is no pattern matches nothing.
        pattern = try? RegularExpression("^\(name)(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$")
        let special = Set("\\.+*?()|[]{}^$".utf8)
        // A character before a repetition may be missing.
        let start = name.utf8.prefix { !special.contains($0) }
        let isWhole = start.count == name.utf8.count
        literalStart =
            name.utf8.contains(UInt8(ascii: "|"))
            ? "" : String(decoding: isWhole ? start : start.dropLast(), as: UTF8.self)
    }

    func transform(_ map: ResourceMap) throws(KustomizeError) {
        for resource in map.resources {
            guard let node = resource.node, resource.kind.kind != "CustomResourceDefinition" else { continue }
            try updateContainers(in: node)
        }
        for resource in map.resources {
            guard let node = resource.node, resource.kind.kind != "CustomResourceDefinition" else { continue }
            for spec in fields { try FieldSpecFilter(spec: spec, set: update).apply(to: node) }
        }
    }

    /// Updates whatever looks like a list of containers, wherever it is.
    private func updateContainers(in node: YAMLNode) throws(KustomizeError) {
        switch node.kind {
        case .mapping:
            for (name, value) in node.fields {
                try updateContainers(in: value)
                guard name == "containers" || name == "initContainers", value.kind == .sequence else { continue }
                for container in value.content {
                    if let image = try container.getField("image") { try update(image) }
                }
            }
        case .sequence: for element in node.content { try updateContainers(in: element) }
        case .scalar: break
        }
    }

    private func update(_ node: YAMLNode) throws(KustomizeError) {
        try node.require(.scalar)
        let value = node.value
        guard value.hasPrefix(literalStart), pattern?.matches(value) ?? false else { return }
        var parts = ImageName(value)
        let newName = image.text("newName")
        if !newName.isEmpty { parts.name = newName }
        let tag = image.text("newTag")
        let digest = image.text("digest")
        let suffix = image.text("tagSuffix")
        if !tag.isEmpty {
            parts.tag = tag
            parts.digest = digest
        } else if !digest.isEmpty {
            parts.tag = ""
            parts.digest = digest
        } else if !suffix.isEmpty {
            parts.tag += suffix
            parts.digest = ""
        }
        try node.setScalar(YAMLNode(plain: parts.text))
    }
}

/// An image's name with its tag and its digest.
struct ImageName {
    var name: String
    var tag = ""
    var digest = ""

    init(_ text: String) {
        // A colon before the first slash is a port's.
        let slash = text.firstIndex(of: "/")
        let start = slash.map { $0 > text.startIndex ? $0 : text.startIndex } ?? text.startIndex
        let rest = text[start...]
        let at = rest.firstIndex(of: "@")
        let colon = rest.firstIndex(of: ":")
        switch (colon, at) {
        case (nil, nil): name = text
        case (nil, let at?):
            name = String(text[..<at])
            digest = String(text[text.index(after: at)...])
        case (let colon?, let at?) where at < colon:
            name = String(text[..<at])
            digest = String(text[text.index(after: at)...])
        case (let colon?, let at?):
            name = String(text[..<colon])
            tag = String(text[text.index(after: colon)..<at])
            digest = String(text[text.index(after: at)...])
        case (let colon?, nil):
            name = String(text[..<colon])
            tag = String(text[text.index(after: colon)...])
        }
    }

    var text: String {
        name + (tag.isEmpty ? "" : ":\(tag)") + (digest.isEmpty ? "" : "@\(digest)")
    }
}
