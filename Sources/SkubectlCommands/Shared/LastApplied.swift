import JSONModel

/// The annotation in which client-side apply keeps what it was given last.
enum LastApplied {
    static let annotation = "kubectl.kubernetes.io/last-applied-configuration"

    /// The object with itself, as it is without the annotation, in the annotation.
    static func annotated(_ object: JSONValue) -> JSONValue {
        var object = object
        var metadata = object["metadata"] ?? [:]
        var annotations = metadata["annotations"]?.object ?? [:]
        annotations[annotation] = nil
        metadata["annotations"] = .object(annotations)
        object["metadata"] = metadata
        annotations[annotation] = .string(JSONWriter.text(object, style: JSONStyle(sortsKeys: true)) + "\n")
        object["metadata"]?["annotations"] = .object(annotations)
        return object
    }
}
