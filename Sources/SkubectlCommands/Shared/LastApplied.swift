import JSONModel

/// The annotation in which client-side apply keeps what it was given last.
enum LastApplied {
    static let annotation = "kubectl.kubernetes.io/last-applied-configuration"

    /// The text of an object as the annotation holds it.
    static func text(_ object: JSONValue) -> String {
        JSONWriter.text(object, style: JSONStyle(sortsKeys: true)) + "\n"
    }

    /// What the annotation of an object holds; nil without one.
    static func configuration(of object: JSONValue) -> String? {
        object["metadata"]?["annotations"]?[annotation]?.string
    }

    /// The object as the annotation is to hold it: without the annotation, and with annotations, be they empty.
    static func configuration(from object: JSONValue) -> JSONValue {
        var object = object
        var metadata = object["metadata"] ?? [:]
        // As Go's untyped objects have it, where annotations are texts.
        var annotations = (metadata["annotations"]?.object ?? [:]).mapValues { $0.isNull ? "" : $0 }
        annotations[annotation] = nil
        metadata["annotations"] = .object(annotations)
        object["metadata"] = metadata
        return object
    }

    /// The object with itself, as it is without the annotation, in the annotation.
    static func annotated(_ object: JSONValue) -> JSONValue {
        let configuration = configuration(from: object)
        return adding(text(configuration), to: configuration)
    }

    /// The object with itself in the annotation where that is asked for, or where the annotation is there already
    /// (kubectl's `CreateOrUpdateAnnotation`).
    static func renewed(_ object: JSONValue, adding addsIt: Bool) -> JSONValue {
        addsIt || !(configuration(of: object) ?? "").isEmpty ? annotated(object) : object
    }

    /// The object with a text in the annotation.
    static func adding(_ text: String, to object: JSONValue) -> JSONValue {
        var object = object
        var annotations = object["metadata"]?["annotations"]?.object ?? [:]
        annotations[annotation] = .string(text)
        object["metadata"]?["annotations"] = .object(annotations)
        return object
    }

    /// The same for an object of one of kubectl's Go types, whose members keep their order.
    static func annotated(typed object: JSONValue) -> JSONValue {
        let configuration = object.settingAnnotation(annotation, to: nil)
        return configuration.settingAnnotation(annotation, to: .string(JSONWriter.text(configuration) + "\n"))
    }
}

extension JSONValue {
    /// An object of one of kubectl's Go types with an annotation or, for nil, without it; annotations stand in their place
    /// among the metadata, ordered by their keys.
    func settingAnnotation(_ key: String, to text: JSONValue?) -> JSONValue {
        let later = ["ownerReferences", "finalizers", "managedFields"]
        let old = self["metadata"]?.object ?? [:]
        var annotations = old["annotations"]?.object ?? [:]
        annotations[key] = text
        var metadata = old
        metadata.removeAll { $0.key == "annotations" || later.contains($0.key) }
        if !annotations.isEmpty { metadata["annotations"] = .object(annotations.sortedByKey()) }
        for key in later { metadata[key] = old[key] }
        var object = self
        object["metadata"] = .object(metadata)
        return object
    }
}
