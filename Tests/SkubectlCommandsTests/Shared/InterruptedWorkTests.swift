import KubeClient
import KubeModel
import TestSupport
import Testing

@testable import SkubectlCommands

/// What is told of objects that a signal kept from being done.
@Suite struct InterruptedWorkTests {
    private let object = SelectedObject(
        mapping: RESTMapping(
            APIResource(
                name: "deployments", singularName: "",
                gvk: GroupVersionKind(group: "apps", version: "v1", kind: "Deployment"), isNamespaced: true)),
        namespace: "n", name: "web")

    private struct Failure: Error {}

    @Test func workWithoutASignalIsAsItIs() async throws {
        #expect(try await InterruptedWork.naming(object, "applied") { 42 } == 42)
        await #expect(throws: Failure.self) {
            try await InterruptedWork.naming(object, "applied") { throw Failure() }
        }
    }

    @Test func workThatHasNotBegunIsNotDone() async throws {
        let object = object
        let gate = Gate()
        let task = Task {
            gate.wait()
            try await InterruptedWork.naming(object, "applied") { _ = Issue.record("was begun") }
        }
        task.cancel()
        gate.open()
        let report = ErrorReport(try await failure(of: task), programName: "kubectl")
        #expect(report.text == "interrupted before deployment.apps/web was applied\n")
        #expect(report.exitCode == 130)
        #expect(report.isLastWord)
    }

    @Test func workUnderWayMayBeDone() async throws {
        let object = object
        let task = Task {
            try await InterruptedWork.naming(object, "deleted") { try await Task.sleep(for: .seconds(60)) }
        }
        // Whether it has begun by then or not, it ends.
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        let report = ErrorReport(try await failure(of: task), programName: "kubectl")
        #expect(
            [
                "interrupted while deployment.apps/web was being deleted\n",
                "interrupted before deployment.apps/web was deleted\n",
            ].contains(report.text))
    }

    @Test func otherErrorsAreToldAlong() {
        let work = InterruptedWork(object: "configmap/a", verb: "applied", wasBegun: true)
        let errors: [any Error] = [CommandError.failed("no"), CommandError.interrupted(work), CancellationError()]
        let report = ErrorReport(CommandError.several(errors), programName: "kubectl")
        #expect(report.text == "no\ninterrupted while configmap/a was being applied\n")
        #expect(report.exitCode == 130)
    }

    @Test func aCancelledWaitSaysNothing() {
        let report = ErrorReport(CancellationError(), programName: "kubectl")
        #expect(report.text.isEmpty && !report.isLastWord)
    }

    private func failure(of task: Task<Void, any Error>) async throws -> any Error {
        switch await task.result {
        case .failure(let error): return error
        case .success: throw Failure()
        }
    }
}
