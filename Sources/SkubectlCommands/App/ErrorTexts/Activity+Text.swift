import Kustomize
import StdlibExtensions
import SystemIO
import YAMLCodec

extension KustomizeError.Activity {
    /// The sentence of an error that came up meanwhile.
    func message(_ error: KustomizeError) -> String {
        switch self {
        case .mergingLabels: "failed to merge labels: \(error.message)"
        case .convertingYAML: "error converting YAML to JSON: \(error.message)"
        case .configuring(let plugin, let yaml):
            "trouble configuring builtin \(plugin) with config: `\n\(yaml)`: \(error.message)"
        default: "\(sentence): \(error.message)"
        }
    }

    /// What stands before the reason.
    var sentence: String {
        switch self {
        case .accumulatingResources: "accumulating resources"
        case .accumulatingResource(let path): "accumulating resources from '\(path)'"
        case .mergingResource(let path): "merging resources from '\(path)'"
        case .accumulatingBase(let error): "accumulation err='\(error.message)'"
        case .accumulatingComponents: "accumulating components"
        case .buildingAtDirectory: "must build at directory"
        case .confirmingDirectory: "not a valid directory"
        case .makingTarget(let path): "couldn't make target for path '\(path)'"
        case .recursedAccumulation(let path): "recursed accumulation of path '\(path)'"
        case .recursedMerging(let path): "recursed merging from path '\(path)'"
        case .readingKustomization: "invalid Kustomization"
        case .convertingYAML: "error converting YAML to JSON"
        case .unmarshallingJSON: "error unmarshaling JSON: while decoding JSON"
        case .loadingCRDs(let paths): "loading CRDs [\(paths.joined(separator: " "))]"
        case .parsingCRD(let path): "unable to parse open API definition from '\(path)'"
        case .mergingFieldSpecs(let name): "failed to merge \(name) fieldSpec"
        case .mergingTemplateFieldSpec: "failed to merge template fieldSpec"
        case .mergingLabels: "failed to merge labels"
        case .mergingVariables(let variables): "merging vars [\(variables.joined(separator: " "))]"
        case .loadingGenerators: "loading generator plugins"
        case .loadingGenerator: "failed to load generator"
        case .mergingGenerated(let generator): "merging from generator \(generator)"
        case .configuringTransformer: "configuring external transformer"
        case .configuringGenerator: "configuring external generator"
        case .configuring(let plugin, _): "trouble configuring builtin \(plugin)"
        case .configuringPlugin(let id): "plugin \(id) fails configuration"
        case .loadingPairs: "loading KV pairs"
        case .readingVariables(let paths): "env source files: [\(paths.joined(separator: " "))]"
        case .readingLiterals(let texts): "literal sources [\(texts.joined(separator: " "))]"
        case .readingFiles(let paths): "file sources: [\(paths.joined(separator: " "))]"
        case .consideringField(let path, let id): "considering field '\(path)' of object \(id)"
        case .visitingPath(let path): "visit traversal on path: [\(path.joined(separator: " "))]"
        case .fieldName(let name): "fieldName: \(name)"
        case .namespaceFieldSpecs: "namespace field specs must target scalar nodes"
        case .namespaceTransformation: "namespace transformation failed"
        case .settingSubjects: "setting namespace on (cluster)role binding subjects"
        case .updatingReference(let path, let id): "updating name reference in '\(path)' field of '\(id)'"
        case .loadingPatch(let path): "failed to get the patch file from path(\(path))"
        case .findingPatchTarget(let target): "unable to find patch target \(target.goQuoted) in `resources`"
        case .matchingPatch(let id): "no resource matches strategic merge patch \(id.goQuoted)"
        case .decodingJSONPatch(let text): "decoding \(text)"
        case .creatingTargetSelector: "error creating target selector"
        case .lookingUpReplacementSource: "error looking up replacement source"
        case .retrievingField(let path, let isCreated):
            "unable to find \(isCreated ? "or create " : "")field \(path.goQuoted) in replacement target"
        }
    }
}

extension KustomizeError.HeaderFault {
    var message: String {
        switch self {
        case .kind: "kind should be Kustomization or Component"
        case .version(let kind, let required): "apiVersion for \(kind) should be \(required)"
        }
    }
}

extension KustomizeError.PatchSource {
    var message: String {
        switch self {
        case .inline(let text): "[patch: \(text.goQuoted)]"
        case .path(let path): "[path: \(path.goQuoted)]"
        }
    }
}

extension KustomizeError.ObjectHeader {
    /// The header as Go's `%v` shows it.
    var goText: String {
        "{{\(apiVersion) \(kind)} {{\(name) \(namespace)} \(Self.map(labels)) \(Self.map(annotations))}}"
    }

    private static func map(_ texts: [String: String]) -> String {
        let members = texts.sorted { $0.key.precedesByBytes($1.key) }.map { "\($0.key):\($0.value)" }
        return "map[\(members.joined(separator: " "))]"
    }
}

extension GoIdentifier {
    /// The id as Go's `%#v` shows it.
    var goSyntax: String {
        "resid.ResId{Gvk:resid.Gvk{Group:\(group.goQuoted), Version:\(version.goQuoted), Kind:\(kind.goQuoted), "
            + "isClusterScoped:\(isClusterScoped)}, Name:\(name.goQuoted), Namespace:\(namespace.goQuoted)}"
    }
}

extension YAMLNode.Kind {
    /// kyaml's name.
    var goName: String {
        switch self {
        case .scalar: "ScalarNode"
        case .sequence: "SequenceNode"
        case .mapping: "MappingNode"
        }
    }
}

extension FetchFault {
    var message: String {
        switch self {
        case .status(let status, let text): "HTTP Error: status code \(status) (\(text))"
        case .unreachable(let sentence): sentence
        case .noGit: "no 'git' program on path: exec: \"git\": executable file not found in $PATH"
        case .git(let command, let output, let exit): "failed to run '\(command)': \(output): \(exit)"
        case .timeout(let duration, let command): "hit \(duration.goText) timeout running '\(command)'"
        case .hostileReference(let reference): "refusing the reference \(reference.goQuoted), which begins with '-'"
        case .system(let error): error.goText
        }
    }
}
