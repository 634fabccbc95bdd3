import JSONModel
import Testing

@testable import SkubectlCommands

@Suite struct RolloutStatusTests {
    private static func status(_ kind: RolloutKind, _ text: String, revision: Int64 = 0) throws -> RolloutStatus {
        try RolloutStatus(try JSONParser.parse(Array(text.utf8)), kind: kind, revision: revision)
    }

    private static func deployment(_ status: String, annotations: String = "{}") -> String {
        #"{"metadata":{"name":"web","generation":2,"annotations":\#(annotations)},"spec":{"replicas":3},"status":\#(status)}"#
    }

    @Test(arguments: [
        (#"{"observedGeneration":1}"#, "Waiting for deployment spec update to be observed...\n", false),
        (
            #"{"observedGeneration":2,"updatedReplicas":1}"#,
            "Waiting for deployment \"web\" rollout to finish: 1 out of 3 new replicas have been updated...\n", false
        ),
        (
            #"{"observedGeneration":2,"updatedReplicas":3,"replicas":4}"#,
            "Waiting for deployment \"web\" rollout to finish: 1 old replicas are pending termination...\n", false
        ),
        (
            #"{"observedGeneration":2,"updatedReplicas":3,"replicas":3,"availableReplicas":2}"#,
            "Waiting for deployment \"web\" rollout to finish: 2 of 3 updated replicas are available...\n", false
        ),
        (
            #"{"observedGeneration":2,"updatedReplicas":3,"replicas":3,"availableReplicas":3}"#,
            "deployment \"web\" successfully rolled out\n", true
        ),
    ])
    func deployments(_ status: String, _ text: String, _ isDone: Bool) throws {
        let found = try Self.status(.deployment, Self.deployment(status))
        #expect(found.text == text)
        #expect(found.isDone == isDone)
    }

    private static func sentence(_ body: () throws -> RolloutStatus) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return ErrorReport.sentence(of: error, programName: "kubectl")
        }
    }

    @Test func aDeadlineThatIsOver() {
        let status = #"""
            {"observedGeneration":2,"conditions":[{"type":"Progressing","reason":"ProgressDeadlineExceeded"}]}
            """#
        #expect(
            Self.sentence { try Self.status(.deployment, Self.deployment(status)) }
                == "deployment \"web\" exceeded its progress deadline")
    }

    @Test(
        arguments: [
            (#"{"deployment.kubernetes.io/revision":"4"}"#, nil),
            (
                #"{"deployment.kubernetes.io/revision":"5"}"#,
                "desired revision (4) is different from the running revision (5)"
            ),
            ("{}", "desired revision (4) is different from the running revision (0)"),
            (
                #"{"deployment.kubernetes.io/revision":"x"}"#,
                "cannot get the revision of deployment \"web\": strconv.ParseInt: parsing \"x\": invalid syntax"
            ),
            (
                #"{"deployment.kubernetes.io/revision":"99999999999999999999"}"#,
                "cannot get the revision of deployment \"web\": strconv.ParseInt: parsing \"99999999999999999999\": value out of range"
            ),
        ] as [(String, String?)])
    func revisions(_ annotations: String, _ expected: String?) {
        let text = Self.deployment(#"{"observedGeneration":2}"#, annotations: annotations)
        #expect(Self.sentence { try Self.status(.deployment, text, revision: 4) } == expected)
    }

    private static func daemonSet(_ status: String, strategy: String = "RollingUpdate") -> String {
        #"{"metadata":{"name":"d","generation":1},"spec":{"updateStrategy":{"type":"\#(strategy)"}},"status":\#(status)}"#
    }

    @Test(arguments: [
        ("{}", "Waiting for daemon set spec update to be observed...\n"),
        (
            #"{"observedGeneration":1,"desiredNumberScheduled":2,"updatedNumberScheduled":1}"#,
            "Waiting for daemon set \"d\" rollout to finish: 1 out of 2 new pods have been updated...\n"
        ),
        (
            #"{"observedGeneration":1,"desiredNumberScheduled":2,"updatedNumberScheduled":2,"numberAvailable":1}"#,
            "Waiting for daemon set \"d\" rollout to finish: 1 of 2 updated pods are available...\n"
        ),
        (#"{"observedGeneration":1}"#, "daemon set \"d\" successfully rolled out\n"),
    ])
    func daemonSets(_ status: String, _ text: String) throws {
        #expect(try Self.status(.daemonSet, Self.daemonSet(status)).text == text)
    }

    @Test(arguments: [RolloutKind.daemonSet, .statefulSet])
    func otherStrategies(_ kind: RolloutKind) {
        #expect(
            Self.sentence { try Self.status(kind, Self.daemonSet("{}", strategy: "OnDelete")) }
                == "rollout status is only available for RollingUpdate strategy type")
    }

    private static func statefulSet(_ status: String, update: String = "null") -> String {
        #"""
        {"metadata":{"name":"s","generation":1},"status":\#(status),
         "spec":{"replicas":3,"updateStrategy":{"type":"RollingUpdate","rollingUpdate":\#(update)}}}
        """#
    }

    @Test(arguments: [
        ("{}", "null", "Waiting for statefulset spec update to be observed...\n"),
        (#"{"observedGeneration":1,"readyReplicas":1}"#, "null", "Waiting for 2 pods to be ready...\n"),
        (
            #"{"observedGeneration":1,"readyReplicas":3,"updatedReplicas":1}"#, #"{"partition":1}"#,
            "Waiting for partitioned roll out to finish: 1 out of 2 new pods have been updated...\n"
        ),
        (
            #"{"observedGeneration":1,"readyReplicas":3,"updatedReplicas":2}"#, #"{"partition":1}"#,
            "partitioned roll out complete: 2 new pods have been updated...\n"
        ),
        (
            #"{"observedGeneration":1,"readyReplicas":3,"updatedReplicas":2,"updateRevision":"b","currentRevision":"a"}"#,
            "null", "waiting for statefulset rolling update to complete 2 pods at revision b...\n"
        ),
        (
            #"{"observedGeneration":1,"readyReplicas":3,"currentReplicas":3,"updateRevision":"b","currentRevision":"b"}"#,
            "null", "statefulset rolling update complete 3 pods at revision b...\n"
        ),
    ])
    func statefulSets(_ status: String, _ update: String, _ text: String) throws {
        #expect(try Self.status(.statefulSet, Self.statefulSet(status, update: update)).text == text)
    }
}
