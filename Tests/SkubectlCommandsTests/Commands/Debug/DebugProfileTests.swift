import JSONModel
import Testing

@testable import SkubectlCommands

/// What each profile makes of a pod.
@Suite struct DebugProfileTests {
    private static let rights: JSONValue = [
        "capabilities": ["add": ["CHOWN"]], "privileged": false, "runAsUser": 7,
    ]

    private static func pod() -> PodUnderChange {
        PodUnderChange(value: [
            "metadata": ["name": "p", "labels": ["a": "b"], "annotations": ["c": "d"]],
            "spec": [
                "initContainers": [["name": "setup", "livenessProbe": ["x": 1]]],
                "containers": [
                    [
                        "name": "main", "livenessProbe": ["x": 1], "readinessProbe": ["x": 2], "startupProbe": ["x": 3],
                    ], ["name": "dbg", "securityContext": rights],
                ],
            ],
        ])
    }

    private static func applied(
        _ profile: DebugProfile, _ setting: DebugProfile.Setting, container: String = "dbg"
    ) -> JSONValue {
        var pod = pod()
        profile.apply(to: &pod, container: container, in: setting)
        return pod.value
    }

    private static func rightsOfDebugger(_ pod: JSONValue) -> JSONValue? {
        pod["spec"]?["containers"]?[1]?["securityContext"]
    }

    private static let restricted: JSONValue = [
        "capabilities": ["drop": ["ALL"]], "runAsNonRoot": true, "allowPrivilegeEscalation": false,
        "seccompProfile": ["type": "RuntimeDefault"],
    ]

    private static func rights(adding capabilities: [JSONValue]) -> JSONValue {
        var rights = rights
        rights[path: "capabilities", "add"] = .array(["CHOWN"] + capabilities)
        return rights
    }

    /// The rights of the debugging container under a profile.
    struct Expectation: Sendable {
        let profile: DebugProfile
        let rights: JSONValue?

        init(_ profile: DebugProfile, _ rights: JSONValue?) {
            self.profile = profile
            self.rights = rights
        }
    }

    private static let privileged: JSONValue = [
        "capabilities": ["add": ["CHOWN"]], "privileged": true, "runAsUser": 7,
    ]

    @Test(arguments: [
        Expectation(.legacy, rights), Expectation(.general, rights(adding: ["SYS_PTRACE"])),
        Expectation(.baseline, nil), Expectation(.restricted, restricted),
        Expectation(.netadmin, rights(adding: ["NET_ADMIN", "NET_RAW"])), Expectation(.sysadmin, privileged),
    ])
    func `the rights of a container in a pod or in a copy`(expected: Expectation) {
        for setting in [DebugProfile.Setting.ephemeral, .copy(KeptParts())] {
            #expect(Self.rightsOfDebugger(Self.applied(expected.profile, setting)) == expected.rights)
        }
    }

    @Test(arguments: [
        Expectation(.legacy, rights), Expectation(.general, nil), Expectation(.baseline, nil),
        Expectation(.restricted, restricted), Expectation(.netadmin, rights(adding: ["NET_ADMIN", "NET_RAW"])),
        Expectation(.sysadmin, privileged),
    ])
    func `the rights of a container on a node`(expected: Expectation) {
        #expect(Self.rightsOfDebugger(Self.applied(expected.profile, .node)) == expected.rights)
    }

    @Test(arguments: [
        (DebugProfile.legacy, true, true), (.general, true, true), (.baseline, false, false),
        (.restricted, false, false), (.netadmin, true, false), (.sysadmin, true, true),
    ])
    func `what a pod on a node has of the node`(profile: DebugProfile, namespaces: Bool, files: Bool) {
        let spec = Self.applied(profile, .node)["spec"]
        for field in ["hostNetwork", "hostPID", "hostIPC"] { #expect(spec?[field]?.bool == (namespaces ? true : nil)) }
        let mount: JSONValue = [["name": "host-root", "mountPath": "/host"]]
        #expect(spec?["containers"]?[1]?["volumeMounts"] == (files ? mount : nil))
        #expect(spec?["volumes"] == (files ? [["name": "host-root", "hostPath": ["path": "/"]]] : nil))
        #expect(spec?["containers"]?[0]?["volumeMounts"] == nil)
    }

    @Test func `a container in the pod itself changes nothing else`() {
        for profile in DebugProfile.allCases {
            var pod = Self.applied(profile, .ephemeral)
            var original = Self.pod().value
            for index in 0...1 {
                pod[path: "spec", "containers"]?.withMutableArray { $0[index]["securityContext"] = nil }
                original[path: "spec", "containers"]?.withMutableArray { $0[index]["securityContext"] = nil }
            }
            #expect(pod == original, "\(profile)")
        }
    }

    @Test(arguments: DebugProfile.allCases)
    func `what a copy loses`(profile: DebugProfile) {
        let copy = Self.applied(profile, .copy(KeptParts()))
        let isLegacy = profile == .legacy
        #expect(copy["metadata"]?["labels"] == nil)
        #expect((copy["metadata"]?["annotations"] == nil) == !isLegacy)
        #expect((copy["spec"]?["containers"]?[0] == ["name": "main"]) == !isLegacy)
        #expect(copy["spec"]?["initContainers"] == Self.pod().value["spec"]?["initContainers"])
        #expect(copy["spec"]?["shareProcessNamespace"]?.bool == (isLegacy ? nil : true))
    }

    @Test func `what a copy keeps when it is to`() {
        var kept = KeptParts()
        kept.labels = true
        kept.annotations = true
        kept.initContainers = false
        kept.probes = ["readinessProbe"]
        let copy = Self.applied(.baseline, .copy(kept))
        #expect(copy["metadata"] == Self.pod().value["metadata"])
        #expect(copy["spec"]?["initContainers"] == nil)
        #expect(copy["spec"]?["containers"]?[0] == ["name": "main", "readinessProbe": ["x": 2]])
    }

    @Test func `whether processes are shared stays as it was said`() {
        var pod = Self.pod()
        pod.set("shareProcessNamespace", false)
        DebugProfile.general.apply(to: &pod, container: "dbg", in: .copy(KeptParts()))
        #expect(pod.value["spec"]?["shareProcessNamespace"] == false)
    }

    @Test func `an init container is found by its name, too`() {
        let pod = Self.applied(.sysadmin, .copy(KeptParts()), container: "setup")
        #expect(pod["spec"]?["initContainers"]?[0]?["securityContext"] == ["privileged": true])
    }
}
