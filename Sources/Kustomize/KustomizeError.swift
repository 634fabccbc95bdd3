package import JSONModel
package import KubeModel
package import KubePatch
package import SystemIO
package import YAMLCodec

/// Why a kustomization cannot be built; what is nested in a case was the reason for it.
package indirect enum KustomizeError: Error, Hashable {
    /// What was done when something failed.
    case during(Activity, KustomizeError)
    /// Something remote has to be fetched first; no error for the user.
    case needs(RemoteReference)

    // MARK: Files and directories

    case fetch(FetchFault)
    case system(SystemError)
    /// `evalsymlink failure on 'x' : lstat /d/x: no such file or directory`.
    case unresolvable(String, SystemError)
    case emptyRoot
    case emptyDirectory
    case absoluteRoot(String)
    case fileIsNoDirectory(String)
    case resolvesToNoFile(String)
    case outsideOfRoot(String, root: String)
    case cycle(String, visited: String)
    case repositoryCycle(String, visited: String)
    case repositoryPathIsFile(String, file: String)
    case outsideOfRepository(String, repository: String)
    case baseOutsideOfRepository(String, repository: String)
    case urlIsRepository
    case componentLoader(KustomizeError)
    case componentDirectory(KustomizeError)
    case noComponent(directory: String, kind: String)
    case componentAsBase(directory: String)

    // MARK: Kustomizations

    case missingKustomization(directory: String)
    case severalKustomizations(directory: String)
    case emptyKustomization
    case badHeader(directory: String, [HeaderFault])
    case unknownField(String)
    /// A value of another type than a field's; the path leads there.
    case misfit(found: String, path: [String], type: String)
    case twoSchemas
    case unknownSchemaVersion
    case badSortOrder
    case legacyOptionsWithoutOrder(String)
    case conflictingFieldSpecs

    // MARK: Documents

    case yaml(YAMLError)
    case json(JSONError)
    /// A resource's text that is no YAML: `MalformedYAMLError: yaml: …`.
    case malformed(YAMLError)
    case inFile(String, KustomizeError)
    case badSeparator(String)
    case missingMetadata
    case missingKind(ObjectHeader)
    case missingName(ObjectHeader)
    case itemsAreNoList(String, found: String)
    /// The resource in Go's syntax, and why it cannot be written.
    case notWritable(String, KustomizeError)

    // MARK: Resources

    case duplicateID(String)
    case idNotFoundInRemoval(String)
    case idMatches(Int)
    case noMatch(String)
    case severalMatches(String)
    case nothingToReplace(String)
    case nothingToMerge(GoIdentifier)
    case severalToMerge(String)
    case cannotBeGeneratedTwice(GoIdentifier, String)
    case namespaceConflict([String])
    case badLabelSelector(LabelQueryError)
    case badPattern(problem: String, part: String)

    // MARK: Fields

    case wrongNodeKind(YAMLNode.Kind, found: YAMLNode.Kind, text: String)
    case neitherSequenceNorMapping
    case emptyFieldName
    case negativeIndex(Int)
    case indexBeyondEnd(Int, count: Int)
    case wildcardInPath
    case conditionWithoutValue

    // MARK: Generators

    case generatorWithoutName
    case repeatedKey(String, of: String)
    case badLiteral(String)
    case fileWithoutKey(path: String, source: String)
    case keyWithoutFile(key: String, source: String)
    case fileWithManyKeys(String)
    case badVariableLine([UInt8])
    case helmIsNotEnabled
    case helmIsNotSupported

    // MARK: Plugins

    case externalPluginsAreDisabled(String)
    case externalPlugins(String)
    case unknownBuiltin(String)
    case notTransformer(String)
    case notGenerator(String)
    case noFieldSpecs
    case badSubjects(String)
    case validatorChanged(String)
    case noValueAddTarget
    case emptyFieldPath
    case negativePathPosition(Int)
    case noReplicas(String, kinds: [String])

    // MARK: Patches

    case patch(PatchError)
    case patchWithoutSource(String)
    case patchWithTwoSources(String)
    case ambiguousPatch(PatchSource)
    case unparsablePatch(PatchSource)
    case jsonPatchWithoutTarget(PatchSource)
    case severalPatchesForTarget(PatchSource)
    case noUniqueTarget(KustomizeError, id: String)
    case unknownDirective(String)
    case noMergeStrategy(tag: String, text: String)
    case noStrategicMergePatch
    case emptyStrategicMergePatch(files: [String], patch: String)
    case emptyJSONPatch
    case noTargetName
    case noJSONPatchSource
    case twoJSONPatchSources
    case emptyPatchFile(String)
    case emptyOperations(file: String, patch: String)

    // MARK: References, variables and replacements

    case blankSubjectNamespace(String)
    case referenceWithoutName
    case referenceIsList
    case severalReferrals(ids: [String], referrer: String, targets: [String])
    case ambiguousVariable(String, matches: Int)
    case repeatedVariable(String)
    case unmappedVariable(String)
    case variableFieldNotFound(String)
    case variableKey(String)
    case variableListValue
    case incompleteReplacement
    case replacementWithPath
    case unsupportedReplacement(String)
    case replacementWithTwoSources
    case nothingSelected(String)
    case severalSelected(String)
    case missingReplacementSource(String, of: String)
    case delimiterOfNoScalar
    case replacementIndex(Int, value: String)
    case replacementTargetWithoutSelect
    case missingReplacementTarget(String, isCreated: Bool)
    case createdElementDoesNotMatch(String)
}

extension KustomizeError {
    /// What was done when something failed; most have a sentence that stands before the reason's.
    package enum Activity: Hashable, Sendable {
        case accumulatingResources
        case accumulatingResource(String)
        case mergingResource(String)
        /// The error of trying a path as a file comes before that of trying it as a directory.
        case accumulatingBase(KustomizeError)
        case accumulatingComponents
        case buildingAtDirectory
        case confirmingDirectory
        case makingTarget(String)
        case recursedAccumulation(String)
        case recursedMerging(String)
        case readingKustomization
        case convertingYAML
        case unmarshallingJSON
        case loadingCRDs([String])
        case parsingCRD(String)
        case mergingFieldSpecs(String)
        case mergingTemplateFieldSpec
        case mergingLabels
        case mergingVariables([String])
        case loadingGenerators
        case loadingGenerator
        case mergingGenerated(String)
        case configuringTransformer
        case configuringGenerator
        case configuring(String, yaml: String)
        case configuringPlugin(String)
        case loadingPairs
        case readingVariables([String])
        case readingLiterals([String])
        case readingFiles([String])
        case consideringField(String, of: String)
        case visitingPath([String])
        case fieldName(String)
        case namespaceFieldSpecs
        case namespaceTransformation
        case settingSubjects
        case updatingReference(String, of: String)
        case loadingPatch(String)
        case findingPatchTarget(String)
        case matchingPatch(String)
        case decodingJSONPatch(String)
        case creatingTargetSelector
        case lookingUpReplacementSource
        case retrievingField(String, isCreated: Bool)
    }

    /// What is wrong with the kind and version of a kustomization.
    package enum HeaderFault: Hashable, Sendable {
        case kind
        case version(kind: String, required: String)
    }

    /// Where a patch comes from.
    package enum PatchSource: Hashable, Sendable {
        case inline(String)
        case path(String)
    }

    /// The parts of an object that errors show.
    package struct ObjectHeader: Hashable, Sendable {
        package let apiVersion: String
        package let kind: String
        package let name: String
        package let namespace: String
        package let labels: [String: String]
        package let annotations: [String: String]
    }

    /// What has to be fetched before the build can go on; nil for real errors.
    package var neededRemote: RemoteReference? {
        switch self {
        case .needs(let remote): remote
        case .during(.accumulatingBase(let other), let error): error.neededRemote ?? other.neededRemote
        case .during(_, let error), .inFile(_, let error), .noUniqueTarget(let error, _), .componentLoader(let error),
            .componentDirectory(let error), .notWritable(_, let error):
            error.neededRemote
        default: nil
        }
    }

    /// Whether a server answered with a status that says no.
    var isHTTPStatus: Bool {
        switch self {
        case .fetch(.status): true
        case .during(_, let error): error.isHTTPStatus
        default: false
        }
    }

    /// Whether the reason is a text that is no YAML.
    var isMalformedYAML: Bool {
        switch self {
        case .malformed: true
        case .during(_, let error), .inFile(_, let error): error.isMalformedYAML
        default: false
        }
    }

    /// Whether git took too long.
    var isTimeout: Bool {
        switch self {
        case .fetch(.timeout): true
        case .during(_, let error): error.isTimeout
        default: false
        }
    }

    /// The kind of the node that is of the wrong kind, where that is the reason.
    var wrongKind: YAMLNode.Kind? {
        switch self {
        case .wrongNodeKind(_, let found, _): found
        case .during(_, let error): error.wrongKind
        default: nil
        }
    }
}
