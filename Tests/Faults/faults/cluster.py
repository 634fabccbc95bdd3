"""A cluster whose API server and kubelet can be killed and started again."""

import os
import signal
import subprocess
import time
from pathlib import Path

_CLUSTER = Path(__file__).resolve().parents[2] / "Cluster" / "cluster.sh"


class ClusterError(Exception):
    """The cluster is not as it should be."""


class FaultyCluster:
    """The cluster of Tests/Cluster under a name of its own, up for the time of the context."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._server: subprocess.Popen[bytes] | None = None
        self._kubelet: subprocess.Popen[bytes] | None = None
        self._pid = 0
        self._command: list[str] = []
        self.kubeconfig = Path()

    def __enter__(self) -> "FaultyCluster":
        done = self._cluster("up")
        self.kubeconfig = Path(done.stdout.split()[-1])
        self._pid, self._command = self.find("kube-apiserver")
        return self

    def __exit__(self, *_: object) -> None:
        if self._kubelet is not None and self._kubelet.poll() is None:
            # It is a child of what waits for it.
            os.kill(self.find("kubelet")[0], signal.SIGKILL)
            self._kubelet.wait()
        if self._server is not None:
            self._server.kill()
            self._server.wait()
        self._cluster("down")

    def _cluster(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([_CLUSTER, *words, "--name", self._name], stdout=subprocess.PIPE, text=True, check=True)

    def find(self, name: str) -> tuple[int, list[str]]:
        """The component's process that has this cluster's keys, and its command line."""
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")[:-1]
            except OSError:
                continue  # It has ended meanwhile.
            command = [word.decode() for word in words]
            if command and command[0].endswith(f"/{name}") and any(str(self.state) in word for word in command):
                return int(folder.name), command
        raise ClusterError(f"the process of {name} is not there")

    @property
    def state(self) -> Path:
        """The folder of the cluster's files."""
        return self.kubeconfig.parent

    @property
    def address(self) -> tuple[str, int]:
        """Where the API server listens."""
        return "127.0.0.1", int(self._command[self._command.index("--secure-port") + 1])

    def kill_server(self) -> None:
        """Ends the API server as a crash would."""
        if self._server is None:
            os.kill(self._pid, signal.SIGKILL)
        else:
            self._server.kill()
            self._server.wait()

    def restart_kubelet(self, pause: float) -> None:
        """Ends the kubelet as a crash would, and starts it again after so many seconds."""
        pid, command = self.find("kubelet")
        environment = dict(
            pair.split("=", 1) for pair in Path(f"/proc/{pid}/environ").read_text().split("\0") if "=" in pair
        )
        os.kill(pid, signal.SIGKILL)
        time.sleep(pause)
        # The node's processes are those of the cluster's own namespace.
        self._kubelet = self._start("kubelet", ["--pid"], command, environment)

    def _start(
        self, name: str, namespaces: list[str], command: list[str], environment: dict[str, str] | None = None
    ) -> "subprocess.Popen[bytes]":
        log = (self.state / "logs" / f"{name}.log").open("ab")
        # In the mount namespace of the others, whose /etc/hosts knows the node.
        words = ["nsenter", "--mount", *namespaces, f"--target={self.find('etcd')[0]}", *command]
        return subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)

    def start_server(self) -> None:
        """Starts the API server again, and returns when it answers."""
        self._server = self._start("kube-apiserver", [], self._command)
        deadline = time.monotonic() + 120
        while not self.is_ready():
            if self._server.poll() is not None:
                raise ClusterError(f"the API server ended with {self._server.returncode}; its log is in {self.state}")
            if time.monotonic() > deadline:
                raise ClusterError("the API server did not come back")
            time.sleep(0.1)

    def is_ready(self) -> bool:
        """Whether the API server says that it is."""
        pki = self.state / "pki"
        words = ["curl", "-fs", "--max-time", "2", "--cacert", pki / "ca.crt", "--cert", pki / "admin.crt"]
        url = f"https://127.0.0.1:{self.address[1]}/readyz"
        done = subprocess.run([*words, "--key", pki / "admin.key", url], stdout=subprocess.DEVNULL)
        return done.returncode == 0
