/// A command to run in a container, or a container's own process to attach to: what `pods/exec` and `pods/attach` are
/// asked for (`PodExecOptions`, `PodAttachOptions`).
package struct RemoteCommand: Sendable, Hashable {
    /// What runs in the container.
    package enum Process: Sendable, Hashable {
        case exec([String])
        case attach
    }

    package var process: Process
    package var namespace: String
    package var pod: String
    package var container: String
    /// Which of the process's streams are wanted.
    package var stdin: Bool
    package var stdout: Bool
    package var stderr: Bool
    /// Whether the process has a terminal; both of its outputs are one then.
    package var tty: Bool

    package init(
        _ process: Process, namespace: String, pod: String, container: String, stdin: Bool = false,
        stdout: Bool = true, stderr: Bool = true, tty: Bool = false
    ) {
        self.process = process
        self.namespace = namespace
        self.pod = pod
        self.container = container
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.tty = tty
    }
}
