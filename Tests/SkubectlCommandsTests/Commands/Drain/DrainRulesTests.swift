import JSONModel
import KubeModel
import Testing

@testable import SkubectlCommands

@Suite("Which pods a drain takes away")
struct DrainRulesTests {
    private static let now = Timestamp(seconds: 1_000_000)
    private static let plain = "{}"
    private static let owned = #"{"metadata":{"ownerReferences":[{"kind":"ReplicaSet","controller":true}]}}"#
    private static let daemon =
        #"{"metadata":{"ownerReferences":[{"apiVersion":"apps/v1","kind":"DaemonSet","name":"a","controller":true}]}}"#
    private static let empty = #"{"spec":{"volumes":[{"name":"x"},{"name":"y","emptyDir":{}}]}}"#
    private static let mirror = #"{"metadata":{"annotations":{"kubernetes.io/config.mirror":"x"}}}"#
    private static let finished = #"{"status":{"phase":"Failed"},"spec":{"volumes":[{"emptyDir":{}}]}}"#
    private static let going = #"{"metadata":{"deletionTimestamp":"1970-01-12T13:46:00Z"}}"#
    private static let unmanaged = "Pods that declare no controller (use --force to override)"
    private static let local = "Pods with local storage (use --delete-emptydir-data to override)"

    private static func fate(
        _ text: String, _ rules: DrainRules = DrainRules(), _ state: DrainRules.DaemonSetState? = nil
    ) throws -> DrainRules.Fate {
        rules.fate(of: try JSONParser.parse(text), daemonSet: state, now: now)
    }

    @Test("Pods without a controller leave by force alone")
    func unmanaged() throws {
        #expect(try Self.fate(Self.plain) == .prevents(Self.unmanaged))
        #expect(
            try Self.fate(Self.plain, DrainRules(isForced: true))
                == .leaves(warning: "deleting Pods that declare no controller"))
        #expect(try Self.fate(Self.owned) == .leaves(warning: nil))
        #expect(try Self.fate(Self.finished) == .leaves(warning: nil))
        #expect(try Self.fate(Self.mirror) == .stays(warning: nil))
    }

    @Test("Pods with data of their own leave when that may be lost")
    func localStorage() throws {
        #expect(try Self.fate(Self.empty, DrainRules(isForced: true)) == .prevents(Self.local))
        #expect(try Self.fate(Self.empty, DrainRules(deletesEmptyDirectories: true)) == .prevents(Self.unmanaged))
    }

    @Test("Pods of DaemonSets never leave while these exist")
    func daemonSets() throws {
        let forced = DrainRules(isForced: true)
        let missing = DrainRules.DaemonSetState.unknown("gone", isNotFound: true)
        #expect(
            try Self.fate(Self.daemon, forced, .exists)
                == .prevents("DaemonSet-managed Pods (use --ignore-daemonsets to ignore)"))
        #expect(
            try Self.fate(Self.daemon, DrainRules(ignoresDaemonSets: true), .exists)
                == .stays(warning: "ignoring DaemonSet-managed Pods"))
        #expect(try Self.fate(Self.daemon, DrainRules(), missing) == .prevents("gone"))
        #expect(try Self.fate(Self.daemon, forced, missing) == .leaves(warning: nil))
        #expect(try Self.fate(Self.daemon, forced, .unknown("no", isNotFound: false)) == .prevents("no"))
    }

    @Test("Which DaemonSet a pod belongs to")
    func controllingDaemonSet() throws {
        #expect(DrainRules.controllingDaemonSet(of: try JSONParser.parse(Self.daemon)) == "a")
        #expect(DrainRules.controllingDaemonSet(of: try JSONParser.parse(Self.owned)) == nil)
        #expect(DrainRules.controllingDaemonSet(of: try JSONParser.parse(Self.plain)) == nil)
    }

    @Test("Pods that have been going for long enough are skipped", arguments: [(0, false), (39, true), (40, false)])
    func skipped(seconds: Int, isSkipped: Bool) throws {
        let rules = DrainRules(secondsUntilSkipped: seconds)
        #expect(rules.isSkipped(try JSONParser.parse(Self.going), now: Self.now) == isSkipped)
        #expect(!rules.isSkipped(try JSONParser.parse(Self.plain), now: Self.now))
    }

    @Test("Pods are named by what there is to say of them")
    func plan() {
        func pod(_ name: String) -> DrainPlan.Pod {
            DrainPlan.Pod(namespace: "web", name: name, uid: name, isDeleting: false)
        }
        var plan = DrainPlan()
        plan.add(pod("a"), .leaves(warning: "careful"))
        plan.add(pod("b"), .prevents("this"))
        plan.add(pod("c"), .stays(warning: "ignoring"))
        plan.add(pod("d"), .prevents("that"))
        plan.add(pod("e"), .prevents("this"))
        plan.add(pod("f"), .leaves(warning: "careful"))
        #expect(plan.leaving.map(\.name) == ["a", "f"])
        #expect(plan.warning == "careful: web/a, web/f; ignoring: web/c")
        #expect(plan.refusals == ["cannot delete this: web/b, web/e", "cannot delete that: web/d"])
        #expect(DrainPlan().warning == nil)
    }
}
