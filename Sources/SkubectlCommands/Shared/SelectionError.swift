import KubeModel
import Manifests

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
    /// As `unknownType`, of `--for` and `explain`.
    ///
    /// kubectl, without `error: `: `the server doesn't have a resource type "x" in group "g"`.
    case noResourceMatch(String)
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
    /// kubectl: `you must specify resources by --filename when --local is set. …`.
    case localWithoutManifests
    /// kubectl: `you may only specify a single resource type`.
    case severalTypes
    /// kubectl: `a resource cannot be retrieved by name across all namespaces`.
    case nameAcrossNamespaces
    /// kubectl: `namespace may not be empty when retrieving a resource by name`.
    case nameWithoutNamespace
    /// kubectl: `setting 'all' parameter but found a non empty selector. `.
    case allWithSelector
    /// kubectl: `the provided selector "a in (" is not valid: unable to parse requirement: found '', expected: …`.
    case badSelector(String, LabelQueryError)
    /// The server does not have the kind of a manifest's object; `isItem` where that stands in a list.
    ///
    /// kubectl: `resource mapping not found for name: "x" namespace: "" from "f.yaml": no matches for kind "K" in
    /// version "v1"`, and on the next line `ensure CRDs are installed first`; of an item `unable to recognize no
    /// matches for kind "K" in version "v1"`.
    case noMatch(ManifestObject, isItem: Bool)
    /// kubectl: `the namespace from the provided object "a" does not match the namespace "b". You must pass
    /// '--namespace=a' to perform this operation.`.
    case otherNamespace(String, wanted: String)
    /// kubectl: `resource name may not be empty`.
    case emptyName
    /// kubectl: `only one of -f or -k can be specified`.
    case filenamesWithKustomize
    /// kubectl: `the -k flag can't be used with -f or -R`.
    case kustomizeRecursive
}
