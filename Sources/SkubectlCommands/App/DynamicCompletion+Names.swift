import CommandLineKit

/// The lists of values that completion looks up at run time.
extension DynamicCompletion {
    /// Types of resources, and after a type the names of its objects.
    static let resources = DynamicCompletion("resources")
    /// Names of pods.
    static let pods = DynamicCompletion("pods")
    /// Names of the containers of the pod named before.
    static let containers = DynamicCompletion("containers")
    /// The two sides of a copy, of which the first one may be a pod.
    static let copyLocations = DynamicCompletion("copy locations")
    static let namespaces = objects("namespaces")
    static let nodes = objects("nodes")
    static let contexts = DynamicCompletion("contexts")
    static let clusters = DynamicCompletion("clusters")
    static let users = DynamicCompletion("users")

    /// The names of the objects of a type, for commands that take one name.
    static func objects(_ type: String) -> DynamicCompletion { DynamicCompletion(objectsPrefix + type) }

    /// The type whose objects are meant; nil for other lists.
    var objectType: String? {
        name.hasPrefix(Self.objectsPrefix) ? String(name.dropFirst(Self.objectsPrefix.count)) : nil
    }

    private static let objectsPrefix = "objects of "
}
