import CommandLineKit

/// The lists of values that completion looks up at run time.
extension DynamicCompletion {
    /// Types of resources, and after a type the names of its objects.
    static let resources = DynamicCompletion("resources")
    /// Names of pods.
    static let pods = DynamicCompletion("pods")
    /// Names of the containers of the pod named before.
    static let containers = DynamicCompletion("containers")
    static let namespaces = DynamicCompletion("namespaces")
    static let contexts = DynamicCompletion("contexts")
    static let clusters = DynamicCompletion("clusters")
    static let users = DynamicCompletion("users")
}
