import JSONModel
import KubeClient
import Renderers
import StdlibExtensions
import SystemIO

/// The console connected with a container's own process, as `attach` does it, and `run` and `debug` at their end.
struct AttachedSession: Sendable {
    /// Empty for the default container.
    var container = ""
    var takesInput = false
    var wantsTerminal = false
    var isQuiet = false
    /// As the flag has them.
    var detachKeys = "ctrl-p,ctrl-q"

    /// As `run`; where that fails, says so and prints the container's log (kubectl's `handleAttachPod`).
    func runOrPrintLog(
        _ pod: JSONValue, of source: () throws -> LogSource, in cluster: Cluster, _ context: CommandContext
    ) async throws {
        do { try await run(pod, in: cluster, context) } catch {
            if Task.isCancelled || ErrorReport.isCancellation(error) { throw error }
            let name = pod["metadata"]?["name"]?.string ?? ""
            let sentence = ErrorReport.sentence(of: error, programName: context.programName)
            context.console.writeError(
                TerminalText.escaped(
                    "warning: couldn't attach to pod/\(name), falling back to streaming logs: \(sentence)") + "\n")
            try await source().print(in: cluster, to: context.console)
        }
    }

    /// Attaches to a container of `pod`, and returns when its process has ended or the user has left it.
    func run(_ pod: JSONValue, in cluster: Cluster, _ context: CommandContext) async throws {
        let console = context.console
        let choice: ContainerChoice
        do {
            choice = try ContainerChoice(of: pod, named: container) { if !isQuiet { console.writeError($0) } }
        } catch CommandError.failed(let sentence) {
            throw CommandError.failed("cannot attach to the container: \(sentence)")
        }
        if wantsTerminal, !choice.hasTerminal, !isQuiet {
            console.writeError("error: Unable to use a TTY - container \(choice.name) did not allocate one\n")
        }
        // A process that has a terminal speaks as one, whether or not the user asked for it.
        let isTerminal = RemoteConsole.wantsTerminal(
            choice.hasTerminal, input: takesInput, isQuiet: isQuiet, console)
        if !isQuiet {
            console.writeError(
                """
                All commands and output from this session will be recorded in container logs, including credentials and \
                sensitive information passed through the command prompt.
                If you don't see a command prompt, try pressing enter.

                """)
        }
        let name = pod["metadata"]?["name"]?.string ?? ""
        let namespace = pod["metadata"]?["namespace"]?.string ?? cluster.namespace
        let remote = RemoteCommand(
            .attach, namespace: namespace, pod: name, container: choice.name, stdin: takesInput,
            stderr: !isTerminal, tty: isTerminal)
        var connection = RemoteConsole(console: console, takesInput: takesInput, isTerminal: isTerminal)
        connection.redraws = true
        if isTerminal {
            connection.detachKeys = try DetachSequence.parse(detachKeys.isEmpty ? "ctrl-p,ctrl-q" : detachKeys)
        }
        try await connection.run { try await cluster.client.open(remote) }
        guard !isQuiet, isTerminal else { return }
        let again = "'\(context.programName) attach \(name) -c \(choice.name) -n \(namespace) -i -t'"
        console.write(
            choice.isEphemeral
                ? "Session ended, the ephemeral container will not be restarted but may be reattached using \(again) if it is "
                    + "still running\n"
                : "Session ended, resume using \(again) command\n")
    }
}
