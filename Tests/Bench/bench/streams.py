"""The measures of connections that stay open: how fast bytes go through them, and how much memory that takes."""

import json
import os
import re
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from bench.table import Row
from bench.timing import BenchError, Command, measure

_CLUSTER = Path(__file__).resolve().parents[2] / "Cluster"
_NAMESPACE = "bench-streams"
_MANY, _FEW = 1 << 30, 1 << 24
_SERVED = 1 << 29
_COPIED = 1 << 28
_SHORT = 1000

# Of kubectl's throughput; of the memory that a sixty-fourth of the bytes takes.
_THROUGHPUT = 0.9
_FORWARDED = 1.0
_GROWTH = 1.2


def streams(kubectl: Path, skubectl: Path, runs: int) -> Iterator[Row]:
    """1 GiB into and out of a container, with skubectl and with kubectl in turns."""
    with NodePod(kubectl) as pod:
        for name, words, takes_input in (
            ("exec, 1 GiB in", ("sh", "-c", "cat >/dev/null; true"), True),
            ("exec, 1 GiB out", ("head", "-c", str(_MANY), "/dev/zero"), False),
        ):
            commands = [pod.exec(program, words, _MANY if takes_input else 0) for program in (skubectl, kubectl)]
            own, reference = measure(commands, runs, warmups=1)
            yield Row(
                name, f"{_rate(own.median):.0f} MiB/s", f"kubectl {_rate(reference.median):.0f} MiB/s",
                reference.median / own.median, _THROUGHPUT, more_is_better=True,
            )
            fewer = [word.replace(str(_MANY), str(_FEW)) for word in words]
            small, = measure([pod.exec(skubectl, fewer, _FEW if takes_input else 0)], 1, warmups=0)
            yield Row(
                f"{name}, memory against 16 MiB", f"{own.peak_megabytes:.0f} MiB",
                f"itself {small.peak_megabytes:.0f} MiB", own.peak_megabytes / small.peak_megabytes, _GROWTH,
            )

        yield from _copying(pod, (skubectl, kubectl), runs)
        yield from _forwarding(pod, (skubectl, kubectl), runs)


def _copying(pod: "NodePod", programs: tuple[Path, Path], runs: int) -> Iterator[Row]:
    """A file to a pod, and back."""
    source = pod.zeros(_COPIED)
    for name, words in (
        ("cp, 256 MiB to a pod", (str(source), "bench:/copied")),
        ("cp, 256 MiB from a pod", ("bench:/copied", f"{source}-copied")),
    ):
        commands = [pod.command(program, "cp", *words) for program in programs]
        own, reference = measure(commands, runs, warmups=0)
        yield Row(
            name, f"{_rate(own.median, _COPIED):.0f} MiB/s", f"kubectl {_rate(reference.median, _COPIED):.0f} MiB/s",
            reference.median / own.median, _THROUGHPUT, more_is_better=True,
        )


def _forwarding(pod: "NodePod", programs: tuple[Path, Path], runs: int) -> Iterator[Row]:
    """What comes through a forwarded port: one large answer, and many short connections one after the other."""
    large: list[list[float]] = [[], []]
    short: list[list[float]] = [[], []]
    for _ in range(runs):
        for place, program in enumerate(programs):
            with Forwarding(pod, program) as url:
                large[place].append(_seconds(["curl", "-fsS", "-o", "/dev/null", f"{url}/zeros"]))
                each = ["-H", "Connection: close", "-o", "/dev/null", f"{url}/small?[1-{_SHORT}]"]
                short[place].append(_seconds(["curl", "-fsS", *each]))
    for name, (own, reference), size in (
        ("port-forward, 512 MiB", large, _SERVED), (f"port-forward, {_SHORT:,} connections", short, 0),
    ):
        seconds = statistics.median(own), statistics.median(reference)
        cells = [f"{_rate(second, size):.0f} MiB/s" if size else f"{second:.2f} s" for second in seconds]
        yield Row(name, cells[0], f"kubectl {cells[1]}", seconds[1] / seconds[0], _FORWARDED, more_is_better=True)


def _seconds(words: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(words, check=True, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start


def _rate(seconds: float, size: int = _MANY) -> float:
    return size / seconds / (1 << 20)


class Forwarding(AbstractContextManager[str]):
    """`port-forward` to the pod's server, for the time of the context; gives the URL it is reached by."""

    def __init__(self, pod: "NodePod", program: Path) -> None:
        words = [program, "port-forward", "-n", _NAMESPACE, "pod/bench", ":8080"]
        self._process = subprocess.Popen(words, env=pod.environment, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> str:
        for line in self._process.stdout or ():
            if found := re.match(r"Forwarding from (127\.0\.0\.1:\d+)", line):
                threading.Thread(target=self._drain, daemon=True).start()
                return f"http://{found[1]}"
        raise BenchError("port-forward ended before it had a port")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()

    def _drain(self) -> None:
        """What it says of each connection must not stop it."""
        for _ in self._process.stdout or ():
            pass


_SERVER = f"mkdir /www; head -c {_SERVED} /dev/zero >/www/zeros; echo >/www/small; exec httpd -f -p 8080 -h /www"


class NodePod(AbstractContextManager["NodePod"]):
    """A pod on a cluster with a node, both for the time of the context."""

    def __init__(self, kubectl: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-")
        self._kubectl = kubectl
        self.environment: dict[str, str] = {}

    def __enter__(self) -> "NodePod":
        try:
            done = self._run([_CLUSTER / "cluster.sh", "up", "--name", _NAMESPACE])
            self.environment = {
                "KUBECONFIG": done.split()[-1], "HOME": self._folder.name, "PATH": os.environ["PATH"],
            }
            self._tell("create", "namespace", _NAMESPACE)
            self._tell("wait", "--for=create", "serviceaccount/default", "--timeout=60s")
            container = {
                "name": "main", "image": "busybox", "imagePullPolicy": "Never",
                "command": ["sh", "-c", _SERVER], "readinessProbe": {"httpGet": {"path": "/small", "port": 8080}},
            }
            pod = {
                "apiVersion": "v1", "kind": "Pod", "metadata": {"name": "bench"},
                "spec": {"containers": [container], "terminationGracePeriodSeconds": 0},
            }
            self._tell("create", "-f", "-", stdin=json.dumps(pod))
            self._tell("wait", "--for=condition=Ready", "pod/bench", "--timeout=60s")
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # With this machine's own home, in which the cluster is kept.
        self.environment = {}
        self._run([_CLUSTER / "cluster.sh", "down", "--name", _NAMESPACE])
        self._folder.cleanup()

    def exec(self, program: Path, words: list[str] | tuple[str, ...], input_size: int) -> Command:
        """A command in the container; its input has so many zeros, none for 0."""
        flags = ["-i"] if input_size else []
        source = self.zeros(input_size) if input_size else None
        return self.command(program, "exec", *flags, "bench", "--", *words, source=source)

    def command(self, program: Path, name: str, *words: str, source: Path | None = None) -> Command:
        """A command line in the pod's namespace."""
        return Command(program.name, [str(program), name, "-n", _NAMESPACE, *words], self.environment, source=source)

    def zeros(self, size: int) -> Path:
        """A file of so many zeros."""
        source = Path(self._folder.name) / f"zeros-{size}"
        with source.open("wb") as file:
            file.truncate(size)
        return source

    def _tell(self, *words: str, stdin: str = "") -> None:
        self._run([self._kubectl, "-n", _NAMESPACE, *words], stdin)

    def _run(self, words: list[Path | str], stdin: str = "") -> str:
        environment = os.environ | self.environment
        done = subprocess.run(words, input=stdin, env=environment, text=True, capture_output=True)
        if done.returncode != 0:
            raise BenchError(f"{' '.join(str(word) for word in words)}: {done.stderr.strip()}")
        return done.stdout
