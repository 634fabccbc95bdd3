import JSONModel
import StdlibExtensions

/// What the fields of a kustomization may hold: Go types, against which JSON is read as encoding/json does.
indirect enum FieldShape: Sendable {
    case text(type: String = "string")
    case flag
    case integer(type: String = "int64")
    case list(FieldShape)
    case map(FieldShape)
    case structure(String, [String: FieldShape])
    case anything

    /// Go's name of the type.
    var goName: String {
        switch self {
        case .text(let type): type
        case .flag: "bool"
        case .integer(let type): type
        case .list(let element): "[]\(element.goName)"
        case .map(let value): "map[string]\(value.goName)"
        case .structure(let name, _): name
        case .anything: "interface {}"
        }
    }

    /// The value with the fields' own names, for which case does not count; nulls are left out.
    ///
    /// The first thing that does not fit, in the order of the keys, is thrown. Unknown fields are, unless `isLenient`;
    /// then they are left out.
    func read(_ value: JSONValue, isLenient: Bool = false) throws(KustomizeError) -> JSONValue {
        try read(value, path: [], isLenient: isLenient)
    }

    private func read(_ value: JSONValue, path: [String], isLenient: Bool) throws(KustomizeError) -> JSONValue {
        switch (self, value) {
        case (.anything, _), (_, .null), (.text, .string), (.flag, .bool): return value
        case (.integer, .number(let number)):
            guard number.int64 != nil else { throw misfit(value, path, number: number.text) }
            return value
        case (.list(let shape), .array(let elements)):
            var result: [JSONValue] = []
            for (index, element) in elements.enumerated() {
                result.append(try shape.read(element, path: path + [String(index)], isLenient: isLenient))
            }
            return .array(result)
        case (.map(let shape), .object(let object)):
            var members: [JSONObject.Member] = []
            for (key, member) in object.sortedByKey() {
                members.append((key, try shape.read(member, path: path + [key], isLenient: isLenient)))
            }
            return .object(JSONObject(members))
        case (.structure(_, let shapes), .object(let object)):
            return try read(object, shapes, path: path, isLenient: isLenient)
        default: throw misfit(value, path)
        }
    }

    private func read(
        _ object: JSONObject, _ shapes: [String: FieldShape], path: [String], isLenient: Bool
    ) throws(KustomizeError) -> JSONValue {
        var members: [JSONObject.Member] = []
        for (key, member) in object.sortedByKey() {
            guard
                let name = shapes[key] == nil ? shapes.keys.first(where: { $0.lowercased() == key.lowercased() }) : key,
                let shape = shapes[name]
            else {
                if isLenient { continue }
                throw .unknownField(key)
            }
            if member.isNull { continue }
            members.append((name, try shape.read(member, path: path + [name], isLenient: isLenient)))
        }
        return .object(JSONObject(members))
    }

    private func misfit(_ value: JSONValue, _ path: [String], number: String? = nil) -> KustomizeError {
        let found =
            switch value {
            case .null: "null"
            case .bool: "bool"
            case .number: number.map { "number \($0)" } ?? "number"
            case .string: "string"
            case .array: "array"
            case .object: "object"
            }
        return .misfit(found: found, path: path, type: goName)
    }
}

extension FieldShape {
    private static let kind: [String: FieldShape] = ["group": .text(), "version": .text(), "kind": .text()]

    private static let id = kind.merging(["name": .text(), "namespace": .text()]) { $1 }

    static let fieldSpec = FieldShape.structure(
        "types.FieldSpec", kind.merging(["path": .text(), "create": .flag]) { $1 })

    static let selector = FieldShape.structure(
        "types.Selector", id.merging(["annotationSelector": .text(), "labelSelector": .text()]) { $1 })

    static let patch = FieldShape.structure(
        "types.Patch",
        [
            "path": .text(), "patch": .text(), "target": selector,
            "options": .structure("types.PatchArgs", ["allowNameChange": .flag, "allowKindChange": .flag]),
        ])

    static let image = FieldShape.structure(
        "types.Image",
        ["name": .text(), "newName": .text(), "tagSuffix": .text(), "newTag": .text(), "digest": .text()])

    static let replica = FieldShape.structure("types.Replica", ["name": .text(), "count": .integer()])

    static let generatorOptions = FieldShape.structure(
        "types.GeneratorOptions",
        [
            "labels": .map(.text()), "annotations": .map(.text()), "disableNameSuffixHash": .flag, "immutable": .flag,
        ])

    static let generator: [String: FieldShape] = [
        "namespace": .text(), "name": .text(), "behavior": .text(), "literals": .list(.text()),
        "files": .list(.text()), "envs": .list(.text()), "env": .text(), "options": generatorOptions,
    ]

    static let secretGenerator = generator.merging(["type": .text()]) { $1 }

    private static let fieldOptions = FieldShape.structure(
        "types.FieldOptions",
        ["delimiter": .text(), "index": .integer(type: "int"), "encoding": .text(), "create": .flag])

    private static let targetSelector = FieldShape.structure(
        "types.TargetSelector",
        ["select": selector, "reject": .list(selector), "fieldPaths": .list(.text()), "options": fieldOptions])

    static let replacement: [String: FieldShape] = [
        "source": .structure(
            "types.SourceSelector", id.merging(["fieldPath": .text(), "options": fieldOptions]) { $1 }),
        "targets": .list(targetSelector), "sourceValue": .text(),
    ]

    static let replacementField = FieldShape.structure(
        "types.ReplacementField", replacement.merging(["path": .text()]) { $1 })

    static let label = FieldShape.structure(
        "types.Label",
        [
            "pairs": .map(.text()), "includeSelectors": .flag, "includeTemplates": .flag, "fields": .list(fieldSpec),
        ])

    private static let variable = FieldShape.structure(
        "types.Var",
        [
            "name": .text(),
            "objref": .structure("types.Target", id.merging(["apiVersion": .text()]) { $1 }),
            "fieldref": .structure("types.FieldSelector", ["fieldPath": .text()]),
        ])

    static let sortOptions = FieldShape.structure(
        "types.SortOptions",
        [
            "order": .text(type: "types.SortOrder"),
            "legacySortOptions": .structure(
                "types.LegacySortOptions", ["orderFirst": .list(.text()), "orderLast": .list(.text())]),
        ])

    static let helmChart = FieldShape.structure(
        "types.HelmChart",
        [
            "name": .text(), "version": .text(), "repo": .text(), "releaseName": .text(), "namespace": .text(),
            "additionalValuesFiles": .list(.text()), "valuesFile": .text(), "valuesInline": .map(.anything),
            "valuesMerge": .text(), "includeCRDs": .flag, "skipHooks": .flag, "apiVersions": .list(.text()),
            "kubeVersion": .text(), "nameTemplate": .text(), "skipTests": .flag, "debug": .flag, "devel": .flag,
        ])

    private static let helmChartArguments = FieldShape.structure(
        "types.HelmChartArgs",
        [
            "chartName": .text(), "chartVersion": .text(), "chartRepoUrl": .text(), "chartHome": .text(),
            "chartRepoName": .text(), "helmBin": .text(), "helmHome": .text(), "values": .text(),
            "valuesLocal": .map(.anything), "valuesMerge": .text(), "releaseName": .text(),
            "releaseNamespace": .text(), "extraArgs": .list(.text()),
        ])

    static let objectMeta = FieldShape.structure(
        "types.ObjectMeta",
        ["name": .text(), "namespace": .text(), "labels": .map(.text()), "annotations": .map(.text())])

    /// A kustomization file.
    static let kustomization = FieldShape.structure(
        "types.Kustomization",
        [
            "kind": .text(), "apiVersion": .text(), "metadata": objectMeta, "openapi": .map(.text()),
            "namePrefix": .text(), "nameSuffix": .text(), "namespace": .text(), "commonLabels": .map(.text()),
            "labels": .list(label), "commonAnnotations": .map(.text()),
            "patchesStrategicMerge": .list(.text(type: "types.PatchStrategicMerge")),
            "patchesJson6902": .list(patch), "patches": .list(patch), "images": .list(image),
            "imageTags": .list(image), "replacements": .list(replacementField), "replicas": .list(replica),
            "vars": .list(variable), "sortOptions": sortOptions, "resources": .list(.text()),
            "components": .list(.text()), "crds": .list(.text()), "bases": .list(.text()),
            "configMapGenerator": .list(.structure("types.ConfigMapArgs", generator)),
            "secretGenerator": .list(.structure("types.SecretArgs", secretGenerator)),
            "helmGlobals": .structure("types.HelmGlobals", ["chartHome": .text(), "configHome": .text()]),
            "helmCharts": .list(helmChart), "helmChartInflationGenerator": .list(helmChartArguments),
            "generatorOptions": generatorOptions, "configurations": .list(.text()), "generators": .list(.text()),
            "transformers": .list(.text()), "validators": .list(.text()), "buildMetadata": .list(.text()),
        ])

    /// The file of a `configurations:` entry.
    static let transformerConfiguration: FieldShape = {
        var fields: [String: FieldShape] = [
            "nameReference": .list(
                .structure(
                    "builtinconfig.NameBackReferences", kind.merging(["fieldSpecs": .list(fieldSpec)]) { $1 }))
        ]
        for name in [
            "namePrefix", "nameSuffix", "namespace", "commonLabels", "labels", "templateLabels", "commonAnnotations",
            "varReference", "images", "replicas",
        ] { fields[name] = .list(fieldSpec) }
        return .structure("builtinconfig.TransformerConfig", fields)
    }()
}
