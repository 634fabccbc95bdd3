import KubeModel
import Manifests
import StdlibExtensions

extension SelectionError {
    /// cli-runtime's sentence.
    func message(program: String) -> String {
        switch self {
        case .mixedForms:
            "there is no need to specify a resource type as a separate argument when passing arguments in resource/name "
                + "form (e.g. '\(program) get resource/<resource_name>' instead of '\(program) get resource "
                + "resource/<resource_name>'"
        case .tooManySlashes: "arguments in resource/name form may not have more than one slash"
        case .incompletePair: "arguments in resource/name form must have a single resource and name"
        case .unknownType(let type): Self.unknown(type)
        case .noResourceMatch(let type):
            Self.unknown(type) + Self.place(of: type)
        case .nameWithSelector: "name cannot be provided when a selector is specified"
        case .pairWithSelector: "selectors and the all flag cannot be used when passing resource/name arguments"
        case .selectorWithoutType: "at least one resource must be specified to use a selector"
        case .subresourceOfCollection: "subresource cannot be used when bulk resources are specified"
        case .typeWithManifests:
            "when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well"
        case .nameWithManifests: "name cannot be provided when a path is specified"
        case .pairWithManifests: "resource/name arguments cannot be provided when a path is specified"
        case .typeWithoutName: "resource(s) were provided, but no name was specified"
        case .nothing:
            """
            You must provide one or more resources by argument or filename.
            Example resource specifications include:
               '-f rsrc.yaml'
               '--filename=rsrc.json'
               '<resource> <name>'
               '<resource>'
            """
        case .localWithoutManifests:
            """
            you must specify resources by --filename when --local is set.
            Example resource specifications include:
               '-f rsrc.yaml'
               '--filename=rsrc.json'
            """
        case .severalTypes: "you may only specify a single resource type"
        case .nameAcrossNamespaces: "a resource cannot be retrieved by name across all namespaces"
        case .nameWithoutNamespace: "namespace may not be empty when retrieving a resource by name"
        case .allWithSelector: "setting 'all' parameter but found a non empty selector. "
        case .badSelector(let text, let error): "the provided selector \(text.goQuoted) is not valid: \(error.message)"
        case .noMatch(let object, let isItem):
            isItem
                ? "unable to recognize no matches for kind \(object.kind.kind.goQuoted) in version "
                    + object.kind.groupVersion.apiVersion.goQuoted
                : "resource mapping not found for name: \(object.name.goQuoted) namespace: \(object.namespace.goQuoted) "
                    + "from \(object.source.name.goQuoted): no matches for kind \(object.kind.kind.goQuoted) in version "
                    + "\(object.kind.groupVersion.apiVersion.goQuoted)\nensure CRDs are installed first"
        case .otherNamespace(let own, let wanted):
            "the namespace from the provided object \(own.goQuoted) does not match the namespace \(wanted.goQuoted). "
                + "You must pass '--namespace=\(own)' to perform this operation."
        case .emptyName: "resource name may not be empty"
        case .filenamesWithKustomize: "only one of -f or -k can be specified"
        case .kustomizeRecursive: "the -k flag can't be used with -f or -R"
        }
    }

    /// Where a resource was looked for, by the group behind its name.
    private static func place(of type: String) -> String {
        let group = type.drop { $0 != "." }.dropFirst()
        return group.isEmpty ? "" : " in group \(String(group).goQuoted)"
    }

    private static func unknown(_ type: String) -> String {
        "the server doesn't have a resource type \(String(type.prefix { $0 != "." }).goQuoted)"
    }
}
