import Kustomize
import StdlibExtensions
import SystemIO
import YAMLCodec

extension KustomizeError {
    /// kustomize's sentence.
    var message: String {
        switch self {
        case .during(let activity, let error): activity.message(error)
        case .needs(let remote): "\(remote) has not been fetched"
        case .fetch(let fault): fault.message
        case .system(let error): error.goText
        case .yaml(let error): error.message
        case .json(let error): error.message
        case .patch(let error): error.message
        case .malformed(let error): "MalformedYAMLError: \(error.message)"
        case .inFile(let path, let error): "\(error.message) in File: \(path)"
        case .notWritable(let object, let error): "\(object): \(error.message)"
        case .componentLoader(let error): "loader.New \(error.message.goQuoted)"
        case .componentDirectory(let error): "accumulateDirectory: \(error.message.goQuoted)"
        case .noUniqueTarget(let error, let id):
            "\(error.message); failed to find unique target for patch \(id)"
        case .badLabelSelector(let error): error.message
        case .badPattern(let problem, let part):
            "error parsing regexp: \(problem)" + (part.isEmpty ? "" : ": `\(part)`")
        default: placeMessage ?? kustomizationMessage ?? resourceMessage ?? pluginMessage ?? valueMessage ?? "\(self)"
        }
    }

    /// The sentence where files and directories are the matter; nil elsewhere.
    private var placeMessage: String? {
        switch self {
        case .unresolvable(let path, let error):
            "evalsymlink failure on '\(path)' : \(error.isNotDirectory ? error.reason : error.goText)"
        case .emptyRoot: "new root cannot be empty"
        case .emptyDirectory: "directory path cannot be empty"
        case .absoluteRoot(let path): "new root '\(path)' cannot be absolute"
        case .fileIsNoDirectory(let path): "'\(path)': file is not directory"
        case .resolvesToNoFile(let path): "'\(path)' must resolve to a file"
        case .outsideOfRoot(let path, let root): "security; file '\(path)' is not in or below '\(root)'"
        case .cycle(let directory, let visited):
            "cycle detected: candidate root '\(directory)' contains visited root '\(visited)'"
        case .repositoryCycle(let text, let visited):
            "cycle detected: URI '\(text)' referenced by previous URI '\(visited)'"
        case .repositoryPathIsFile(let path, let file): "'\(path)' refers to file '\(file)'; expecting directory"
        case .outsideOfRepository(let path, let repository):
            "\(path.goQuoted) refers to directory outside of repo \(repository.goQuoted)"
        case .baseOutsideOfRepository(let directory, let repository):
            "security; bases in kustomizations found in cloned git repos must be within the repo, "
                + "but base '\(directory)' is outside '\(repository)'"
        case .urlIsRepository: "URL is a git repository"
        case .noComponent(let directory, let kind):
            "expected kind 'Component' for path '\(directory)' but got '\(kind)'"
        case .componentAsBase(let directory): "expected kind != 'Component' for path '\(directory)'"
        case .missingKustomization(let directory):
            "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory "
                + "'\(directory)'"
        case .severalKustomizations(let directory): "Found multiple kustomization files under: \(directory)\n"
        default: nil
        }
    }

    /// The sentence where a kustomization's fields or a resource's text are the matter; nil elsewhere.
    private var kustomizationMessage: String? {
        switch self {
        case .emptyKustomization: "kustomization.yaml is empty"
        case .badHeader(let directory, let faults):
            "Failed to read kustomization file under \(directory):\n" + faults.map(\.message).joined(separator: "\n")
        case .unknownField(let field): "json: unknown field \(field.goQuoted)"
        case .misfit(let found, let path, let type): Self.misfit(found, path, type)
        case .twoSchemas: "builtin version and custom schema provided, cannot use both"
        case .unknownSchemaVersion: "the specified OpenAPI version is not built in"
        case .badSortOrder: "the field 'sortOptions.order' must be one of [fifo, legacy]"
        case .legacyOptionsWithoutOrder(let order):
            "the field 'sortOptions.legacySortOptions' is set but the selected sort order is '\(order)', not 'legacy'"
        case .conflictingFieldSpecs: "conflicting fieldspecs"
        case .badSeparator(let text): "invalid document separator: \(text)"
        case .missingMetadata: "missing Resource metadata"
        case .missingKind(let header): "missing kind in object \(header.goText)"
        case .missingName(let header): "missing metadata.name in object \(header.goText)"
        case .itemsAreNoList(let kind, let found): "expected array in \(kind)/items, but found \(found)"
        default: nil
        }
    }

    /// encoding/json's sentence for a value that does not fit a field.
    private static func misfit(_ found: String, _ path: [String], _ type: String) -> String {
        let place: String
        if path.isEmpty {
            place = "Go value"
        } else {
            // An element of a list is no field.
            let isElement = path.last.flatMap { Int($0) } != nil
            place = (isElement ? "" : "Go struct field ") + "Kustomization.\(path.joined(separator: "."))"
        }
        return "json: cannot unmarshal \(found) into \(place) of type \(type)"
    }

    /// The sentence where resources and their ids are the matter; nil elsewhere.
    private var resourceMessage: String? {
        switch self {
        case .duplicateID(let id): "may not add resource with an already registered id: \(id)"
        case .idNotFoundInRemoval(let id): "id \(id) not found in removal"
        case .idMatches(let count): "id matched \(count) resources"
        case .noMatch(let id): "no matches for Id \(id)"
        case .severalMatches(let id): "multiple matches for Id \(id)"
        case .nothingToReplace(let id): "cannot find resource with id \(id) to replace"
        case .nothingToMerge(let id): "id \(id.goSyntax) does not exist; cannot merge or replace"
        case .severalToMerge(let id): "found multiple objects that could accept merge of \(id)"
        case .cannotBeGeneratedTwice(let id, let behavior):
            "id \(id.goSyntax) exists; can not use behavior: '\(behavior)', behavior must be merge or replace"
        case .namespaceConflict(let objects):
            "namespace transformation produces ID conflict: [\(objects.joined(separator: " "))]"
        case .wrongNodeKind(let wanted, let found, let text):
            "wrong node kind: expected \(wanted.goName) but got \(found.goName): node contents:\n\(text)"
        case .neitherSequenceNorMapping: "expected sequence or mapping node"
        case .emptyFieldName: "cannot set or create an empty field name"
        case .negativeIndex(let index): "array index \(index) cannot be negative"
        case .indexBeyondEnd(let index, let count): "index \(index) specified but only \(count) elements found"
        case .wildcardInPath: "wildcard is not supported in PathGetter"
        case .conditionWithoutValue: "list path element must contain fieldName=fieldValue for element to match"
        case .generatorWithoutName: "a configmap must have a name"
        case .repeatedKey(let key, let name): "configmap \(name) illegally repeats the key `\(key)`"
        case .badLiteral(let text): "invalid literal source \(text), expected key=value"
        case .fileWithoutKey(let path, let source):
            "missing key name for file path \(path.goQuoted) in source \(source.goQuoted)"
        case .keyWithoutFile(let key, let source):
            "missing file path for key name \(key.goQuoted) in source \(source.goQuoted)"
        case .fileWithManyKeys(let source): "source \(source.goQuoted) key name or file path contains '='"
        case .badVariableLine(let bytes):
            "line [\(bytes.map(String.init).joined(separator: " "))] has invalid utf8 bytes : "
                + String(decoding: bytes, as: UTF8.self)
        default: nil
        }
    }

    /// The sentence where plugins and patches are the matter; nil elsewhere.
    private var pluginMessage: String? {
        switch self {
        case .helmIsNotEnabled: "must specify --enable-helm"
        case .helmIsNotSupported: "Helm charts are not inflated by this program; use `helm template`"
        case .externalPluginsAreDisabled(let kind):
            "external plugins disabled; unable to load external plugin '\(kind)'"
        case .externalPlugins(let kind):
            "external plugins are not run by this program; unable to load external plugin '\(kind)'"
        case .unknownBuiltin(let kind): "unable to load builtin \(kind)"
        case .notTransformer(let id): "plugin \(id) not a transformer"
        case .notGenerator(let id): "plugin \(id) not a generator"
        case .noFieldSpecs: "fieldSpecs is not expected to be nil"
        case .badSubjects(let word):
            "invalid value \(word.goQuoted) for setRoleBindingSubjects: must be one of \"defaultOnly\", \"none\" or "
                + "\"allServiceAccounts\""
        case .validatorChanged(let id): "validator shouldn't modify the resource map: nodes unequal: \(id)"
        case .noValueAddTarget: "must specify at least one target"
        case .emptyFieldPath: "fieldPath cannot be empty"
        case .negativePathPosition(let position): "value of FilePathPosition (\(position)) cannot be negative"
        case .noReplicas(let name, let kinds):
            "resource with name \(name) does not match a config with the following GVK "
                + "[\(kinds.joined(separator: " "))]"
        case .patchWithoutSource(let text): "must specify one of patch and path in\n\(text)"
        case .patchWithTwoSources(let text): "patch and path can't be set at the same time\n\(text)"
        case .ambiguousPatch(let source): "illegally qualifies as both an SM and JSON patch: \(source.message)"
        case .unparsablePatch(let source): "unable to parse SM or JSON patch from \(source.message)"
        case .jsonPatchWithoutTarget(let source): "must specify a target for JSON patch \(source.message)"
        case .severalPatchesForTarget(let source):
            "Multiple Strategic-Merge Patches in one `patches` entry is not allowed to set `patches.target` field: "
                + source.message
        case .unknownDirective(let word): "unknown patch strategy '\(word)'"
        case .noMergeStrategy(let tag, let text):
            "no implemented strategic merge patch strategy for '\(tag)' ('\(text)')"
        case .noStrategicMergePatch: "empty file path and empty patch content"
        case .emptyStrategicMergePatch(let files, let patch):
            "patch appears to be empty; files=[\(files.joined(separator: " "))], Patch=\(patch)"
        case .emptyJSONPatch: "empty json patch operations"
        case .noTargetName: "must specify the target name"
        case .noJSONPatchSource: "empty file path and empty jsonOp"
        case .twoJSONPatchSources: "must specify a file path or jsonOp, not both"
        case .emptyPatchFile(let path): "patch file '\(path)' empty seems to be empty"
        case .emptyOperations(let file, let patch): "patch appears to be empty; file=\(file), JsonOp=\(patch)"
        default: nil
        }
    }

    /// The sentence where references, variables and replacements are the matter; nil elsewhere.
    private var valueMessage: String? {
        switch self {
        case .blankSubjectNamespace(let id): "Invalid Input: namespace is blank for resource \(id.goQuoted)\n"
        case .referenceWithoutName: "path config error; no 'name' field in node"
        case .referenceIsList: "node is expected to be either a string or a map of string"
        case .severalReferrals(let ids, let referrer, let targets):
            "found multiple possible referrals: \(ids.joined(separator: ", "))\n"
                + "\n**** Too many possible referral targets to referrer:\n\(referrer)\n"
                + targets.enumerated().map { "--- possible referral \($0):\n\($1)\n" }.joined()
        case .ambiguousVariable(let variable, let matches):
            "found \(matches) resId matches for var \(variable) (unable to disambiguate)"
        case .repeatedVariable(let name): "var '\(name)' already encountered"
        case .unmappedVariable(let variable):
            "var '\(variable)' cannot be mapped to a field in the set of known resources"
        case .variableFieldNotFound(let variable):
            "field specified in var '\(variable)' not found in corresponding resource"
        case .variableKey(let key): "invalid map key: value='\(key)', tag=''"
        case .variableListValue: "invalid value type expect a string"
        case .incompleteReplacement: "replacements must specify a source and at least one target"
        case .replacementWithPath: "cannot specify both path and inline replacement"
        case .unsupportedReplacement(let kind):
            "unsupported replacement type encountered within replacement path: \(kind)"
        case .replacementWithTwoSources: "value and resource selectors are mutually exclusive"
        case .nothingSelected(let source): "nothing selected by \(source)"
        case .severalSelected(let source): "multiple matches for selector \(source)"
        case .missingReplacementSource(let path, let id):
            "fieldPath `\(path)` is missing for replacement source \(id)"
        case .delimiterOfNoScalar: "delimiter option can only be used with scalar nodes"
        case .replacementIndex(let index, let value): "options.index \(index) is out of bounds for value \(value)"
        case .replacementTargetWithoutSelect: "target must specify resources to select"
        case .missingReplacementTarget(let path, let isCreated):
            Activity.retrievingField(path, isCreated: isCreated).sentence
        case .createdElementDoesNotMatch(let part): "failed to create element for \(part.goQuoted)"
        default: nil
        }
    }
}
