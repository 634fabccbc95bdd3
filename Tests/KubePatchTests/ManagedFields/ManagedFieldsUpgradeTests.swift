import JSONModel
import KubePatch
import Testing

@Suite struct ManagedFieldsUpgradeTests {
    private static let annotation = ["metadata", "annotations", "a/b"]

    private func entry(
        _ manager: String, _ operation: String, _ fields: JSONValue, version: String = "v1", subresource: String? = nil
    ) -> JSONValue {
        var entry: JSONValue = [
            "manager": .string(manager), "operation": .string(operation), "apiVersion": .string(version),
            "fieldsType": "FieldsV1", "fieldsV1": fields,
        ]
        if let subresource { entry["subresource"] = .string(subresource) }
        return entry
    }

    private func object(_ entries: JSONValue...) -> JSONValue {
        ["metadata": ["resourceVersion": "7", "managedFields": .array(entries)]]
    }

    @Test(arguments: [
        (#"{"f:metadata":{"f:annotations":{"f:a/b":{}}}}"#, true),
        (#"{"f:metadata":{"f:annotations":{"f:a/b":{".":{},"f:x":{}}}}}"#, true),
        (#"{"f:metadata":{"f:annotations":{"f:a/b":{"f:x":{}}}}}"#, false),
        (#"{"f:metadata":{"f:annotations":{".":{}}}}"#, false),
        (#"{"f:metadata":[]}"#, false),
        (#"{}"#, false),
    ])
    func ownersAreFound(fields: String, isOwner: Bool) throws {
        let fields = try JSONParser.parse(Array(fields.utf8))
        let object = object(entry("m", "Update", fields), entry("n", "Apply", fields))
        let owners = ManagedFieldsUpgrade.owners(of: Self.annotation, operation: .update, in: object)
        #expect(owners == (isOwner ? ["m"] : []))
    }

    @Test(arguments: [
        (#"{"f:a":{}}"#, #"{"f:a":{}}"#, #"{"f:a":{}}"#),
        (#"{"f:a":{}}"#, #"{"f:b":{}}"#, #"{"f:a":{},"f:b":{}}"#),
        (#"{"f:a":{}}"#, #"{"f:a":{"f:b":{}}}"#, #"{"f:a":{"f:b":{},".":{}}}"#),
        (#"{"f:a":{"f:b":{}}}"#, #"{"f:a":{"f:c":{}}}"#, #"{"f:a":{"f:b":{},"f:c":{}}}"#),
        (#"{"f:a":{".":{},"f:b":{}}}"#, #"{"f:a":{}}"#, #"{"f:a":{".":{},"f:b":{}}}"#),
        (
            #"{"f:a":{"k:{\"n\":1}":{".":{},"f:n":{}}}}"#, #"{"f:a":{"k:{\"n\":1}":{"f:m":{}}}}"#,
            #"{"f:a":{"k:{\"n\":1}":{".":{},"f:n":{},"f:m":{}}}}"#
        ),
    ])
    func setsAreJoined(left: String, right: String, union: String) throws {
        func set(_ text: String) throws -> FieldSet {
            FieldSet(try #require(try JSONParser.parse(Array(text.utf8)).object))
        }
        #expect(try set(left).union(try set(right)) == (try set(union)))
    }

    @Test func nothingToDoIsNoPatch() {
        #expect(ManagedFieldsUpgrade.patch(["metadata": [:]], from: ["csa"], to: "kubectl") == nil)
        let applied = object(entry("kubectl", "Apply", ["f:a": [:]]))
        #expect(ManagedFieldsUpgrade.patch(applied, from: [], to: "kubectl") == nil)
        #expect(ManagedFieldsUpgrade.patch(applied, from: ["csa"], to: "kubectl") == nil)
        let status = object(entry("csa", "Update", ["f:a": [:]], subresource: "status"))
        #expect(ManagedFieldsUpgrade.patch(status, from: ["csa"], to: "kubectl") == nil)
    }

    @Test func anUpdateBecomesWhatWasApplied() throws {
        let old = object(entry("csa", "Update", ["f:a": [:]]), entry("other", "Update", ["f:b": [:]]))
        let patch = try #require(ManagedFieldsUpgrade.patch(old, from: ["csa"], to: "kubectl"))
        #expect(
            patch[0]?["value"]
                == .array([entry("kubectl", "Apply", ["f:a": [:]]), entry("other", "Update", ["f:b": [:]])]))
        #expect(patch[1]?["value"] == "7")
    }

    @Test func fieldsOfTheSameVersionAreJoined() throws {
        let old = object(
            entry("kubectl", "Apply", ["f:a": [:]]), entry("csa", "Update", ["f:b": [:]]),
            entry("csa", "Update", ["f:c": [:]], version: "v2"))
        let patch = try #require(ManagedFieldsUpgrade.patch(old, from: ["csa"], to: "kubectl"))
        #expect(patch[0]?["value"] == .array([entry("kubectl", "Apply", ["f:a": [:], "f:b": [:]])]))
    }

    @Test func severalManagersAreJoined() throws {
        let old = object(entry("one", "Update", ["f:a": [:]]), entry("two", "Update", ["f:b": [:]]))
        let patch = try #require(ManagedFieldsUpgrade.patch(old, from: ["two", "one"], to: "kubectl"))
        #expect(patch[0]?["value"] == .array([entry("kubectl", "Apply", ["f:a": [:], "f:b": [:]])]))
    }
}
