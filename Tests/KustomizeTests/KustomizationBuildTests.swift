import Testing
import YAMLCodec

@testable import Kustomize

@Suite struct KustomizationBuildTests {
    private let configMap = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: \"1\"}}"

    private func build(_ kustomization: String, _ files: [String: String] = [:]) throws -> String {
        var all = ["/work/kustomization.yaml": kustomization, "/work/c.yaml": configMap]
        for (path, text) in files { all["/work/\(path)"] = text }
        return try MemorySources(files: all).build().get()
    }

    private func failure(_ kustomization: String, _ files: [String: String] = [:]) -> KustomizeError? {
        do {
            _ = try build(kustomization, files)
            return nil
        } catch {
            return error as? KustomizeError
        }
    }

    @Test func fieldsAreTransformed() throws {
        let yaml = try build(
            "namePrefix: x-\nnamespace: here\ncommonAnnotations: {note: \"5\"}\nresources: [c.yaml]\n"
                + "labels: [{pairs: {l: m}}]\n")
        #expect(
            yaml == """
                apiVersion: v1
                data:
                  a: "1"
                kind: ConfigMap
                metadata:
                  annotations:
                    note: "5"
                  labels:
                    l: m
                  name: x-c
                  namespace: here

                """)
    }

    @Test func generatedNamesHaveAHash() throws {
        let yaml = try build("configMapGenerator: [{name: g, literals: [a=b]}]\n")
        #expect(yaml.hasSuffix("  name: g-4h2mbtbbt6\n"))
    }

    @Test func patchesMergeLists() throws {
        let yaml = try build(
            """
            resources: [p.yaml]
            patches:
            - patch: |-
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec: {containers: [{name: a, image: new}, {name: c}]}
            """,
            [
                "p.yaml":
                    "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a}, {name: b}]}}"
            ])
        #expect(yaml.contains("containers:\n  - image: new\n    name: a\n  - name: c\n  - name: b\n"))
    }

    @Test func basesAreTransformedFirst() throws {
        let yaml = try build(
            "resources: [base]\nnamePrefix: top-\n",
            ["base/kustomization.yaml": "resources: [c.yaml]\nnamePrefix: base-\n", "base/c.yaml": configMap])
        #expect(yaml.contains("name: top-base-c"))
    }

    @Test func filesMustBeBelowTheRoot() {
        let error = failure(
            "resources: [inner]\n",
            ["inner/kustomization.yaml": "configMapGenerator: [{name: g, files: [../c.yaml]}]\n"])
        var reason = error
        while case .during(_, let inner) = reason { reason = inner }
        #expect(reason == .outsideOfRoot("/work/c.yaml", root: "/work/inner"))
    }

    @Test func cyclesAreRefused() {
        let error = failure("resources: [a]\n", ["a/kustomization.yaml": "resources: [..]\n"])
        var reason = error
        while case .during(_, let inner) = reason { reason = inner }
        #expect(reason == .cycle("/work", visited: "/work/a"))
    }

    @Test(arguments: [
        ("resource: [c.yaml]\n", KustomizeError.unknownField("resource")),
        ("namePrefix: 5\n", .misfit(found: "number", path: ["namePrefix"], type: "string")),
    ])
    func badFieldsAreTold(_ kustomization: String, _ reason: KustomizeError) {
        #expect(failure(kustomization) == .during(.readingKustomization, reason))
    }

    @Test func remoteResourcesAreAskedFor() {
        let error = failure("resources: ['https://example.com/x.yaml']\n")
        #expect(error?.neededRemote == .document(url: "https://example.com/x.yaml"))
    }

    @Test func remoteResourcesAreUsed() throws {
        let files = ["/work/kustomization.yaml": "resources: ['https://example.com/x.yaml']\n"]
        let remotes: [RemoteReference: Result<FetchedContent, FetchFault>] = [
            .document(url: "https://example.com/x.yaml"): .success(.document(Array(configMap.utf8)))
        ]
        let yaml = try MemorySources(files: files, remotes: remotes).build().get()
        #expect(yaml.contains("name: c\n"))
    }

    @Test func aliasesDoNotMultiplyWithoutEnd() {
        let levels = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
        let bomb = "apiVersion: v1\nkind: X\nmetadata: {name: x}\na0: &a0 [1]\n\(levels)\n"
        var reason = failure("resources: [x.yaml]\n", ["x.yaml": bomb])
        while case .during(_, let inner) = reason { reason = inner }
        #expect(reason == .inFile("x.yaml", .malformed(.excessiveAliasing)))
    }
}
