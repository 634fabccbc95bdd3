import JSONModel
import Testing

@testable import KubePatch

@Suite struct BuiltInPatchSchemaTests {
    private let deployment = BuiltInPatchSchema(apiVersion: "apps/v1", kind: "Deployment")

    @Test(arguments: [
        ("v1", "Pod", true), ("apps/v1", "Deployment", true), ("apps/v1beta1", "Deployment", true),
        ("networking.k8s.io/v1", "Ingress", true), ("v1", "Deployment", false), ("apps/v1", "PodSpec", false),
        ("v1", "PodList", false), ("example.com/v1", "Thing", false), ("", "ObjectMeta", false),
        ("a/b/c", "Pod", false),
        ("apiextensions.k8s.io/v1", "CustomResourceDefinition", false),
    ]) func knowsTheKindsOfKubectl(apiVersion: String, kind: String, isKnown: Bool) {
        #expect((BuiltInPatchSchema(apiVersion: apiVersion, kind: kind) != nil) == isKnown)
    }

    /// The tags of a field reached by a path, as `strategies/mergeKey`.
    @Test(arguments: [
        ("spec.strategy", "retainKeys/"), ("spec.template.spec.containers", "merge/name"),
        ("spec.template.spec.containers.ports", "merge/containerPort"),
        ("spec.template.spec.containers.env", "merge/name"), ("spec.template.spec.containers.args", "/"),
        ("spec.template.spec.volumes", "merge,retainKeys/name"), ("spec.template.spec.volumes.emptyDir", "/"),
        ("spec.template.spec.topologySpreadConstraints", "merge/topologyKey"),
        ("spec.template.spec.ephemeralContainers.env", "merge/name"), ("metadata.finalizers", "merge/"),
        ("metadata.ownerReferences", "merge/uid"), ("status.conditions", "merge/type"),
        ("spec.template.spec.tolerations", "/"), ("SPEC.Template", "/"),
    ]) func knowsHowFieldsAreMerged(path: String, expected: String) throws {
        var schema: any PatchSchema = try #require(deployment)
        var tags = ""
        for name in path.split(separator: ".").map(String.init) {
            // What is no list is looked up as a map.
            let field = try (try? schema.list(name)) ?? schema.map(name)
            schema = field.schema
            tags = "\(field.strategies.joined(separator: ","))/\(field.mergeKey)"
        }
        #expect(tags == expected)
    }

    /// Every structure that a table names must be in the tables.
    @Test func theTablesAreComplete() throws {
        for key in ["core/v1", "apps/v1", "batch/v1", "networking/v1", "resource/v1", "meta"] {
            let table = try #require(BuiltInStructures.table(key))
            for field in table.text.split(whereSeparator: \.isWhitespace) where field.contains("=") {
                let type = field.drop { $0 != "=" }.dropFirst().drop { $0 == "[" }
                if ["", "/", "{"].contains(type.prefix(1)) { continue }
                let parts = type.split(separator: ".").map(String.init)
                let home = parts.count == 2 ? try #require(BuiltInStructures.table(parts[0])) : table
                let name = try #require(parts.last?.split(separator: "/").first).description
                #expect(home.fields(of: name) != nil, "\(field) of \(key)")
            }
        }
    }

    @Test func refusesWhatIsNotThere() throws {
        let schema = try #require(deployment)
        #expect(throws: PatchError.unknownField("odd", structure: "Deployment")) { try schema.map("odd") }
        #expect(throws: PatchError.notList) { try schema.list("spec") }
        let labels = try schema.map("metadata").schema.map("labels").schema
        #expect(throws: PatchError.notStructure(.map)) { try labels.map("a") }
    }

    @Test func changesContainersByName() throws {
        let old: JSONObject = [
            "spec": [
                "template": ["spec": ["containers": [["name": "a", "image": "a:1"], ["name": "b", "image": "b:1"]]]]
            ]
        ]
        let new: JSONObject = [
            "spec": [
                "template": ["spec": ["containers": [["name": "a", "image": "a:2"], ["name": "b", "image": "b:1"]]]]
            ]
        ]
        let patch = try StrategicMergePatch.between(old, new, schema: try #require(deployment))
        #expect(
            StrategicMergePatchTests.text(patch)
                == #"{"spec":{"template":{"spec":{"$setElementOrder/containers":[{"name":"a"},{"name":"b"}],"#
                + #""containers":[{"image":"a:2","name":"a"}]}}}}"#)
    }
}
