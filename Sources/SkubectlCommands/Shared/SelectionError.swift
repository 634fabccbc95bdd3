/// Why the words and flags of a command line select nothing (cli-runtime's resource builder).
enum SelectionError: Error, Hashable {
    /// kubectl: `there is no need to specify a resource type as a separate argument when passing arguments in
    /// resource/name form …`.
    case mixedForms
    /// kubectl: `arguments in resource/name form may not have more than one slash`.
    case tooManySlashes
    /// kubectl: `arguments in resource/name form must have a single resource and name`.
    case incompletePair
    /// kubectl: `the server doesn't have a resource type "x"`.
    case unknownType(String)
    /// kubectl: `name cannot be provided when a selector is specified`.
    case nameWithSelector
    /// kubectl: `selectors and the all flag cannot be used when passing resource/name arguments`.
    case pairWithSelector
    /// kubectl: `at least one resource must be specified to use a selector`.
    case selectorWithoutType
    /// kubectl: `subresource cannot be used when bulk resources are specified`.
    case subresourceOfCollection
    /// kubectl: `when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well`.
    case typeWithManifests
    /// kubectl: `name cannot be provided when a path is specified`.
    case nameWithManifests
    /// kubectl: `resource/name arguments cannot be provided when a path is specified`.
    case pairWithManifests
    /// kubectl: `resource(s) were provided, but no name was specified`.
    case typeWithoutName
    /// kubectl: `You must provide one or more resources by argument or filename. …`.
    case nothing
    /// kubectl: `you may only specify a single resource type`.
    case severalTypes
    /// kubectl: `a resource cannot be retrieved by name across all namespaces`.
    case nameAcrossNamespaces
    /// kubectl: `namespace may not be empty when retrieving a resource by name`.
    case nameWithoutNamespace
    /// kubectl: `setting 'all' parameter but found a non empty selector. `.
    case allWithSelector
    /// kubectl: `only one of -f or -k can be specified`.
    case filenamesWithKustomize
    /// kubectl: `the -k flag can't be used with -f or -R`.
    case kustomizeRecursive
}
