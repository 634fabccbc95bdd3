"""The program under test, run to its end or under observation."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO


_CONVERSE = Path(__file__).resolve().parents[2] / "Parity" / "tools" / "converse"


@dataclass(frozen=True)
class Outcome:
    """What a command line left."""

    code: int
    output: str
    errors: str
    seconds: float

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.output.splitlines()


class Running:
    """A command line that is under way."""

    def __init__(self, words: list[str], environment: dict[str, str], stdin: bytes | None = None) -> None:
        self._start = time.monotonic()
        self._process = subprocess.Popen(
            words,
            env=environment,
            stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._parts: dict[str, list[bytes]] = {"stdout": [], "stderr": []}
        self._readers = [
            threading.Thread(target=self._read, args=(name, stream), daemon=True)
            for name, stream in (("stdout", self._process.stdout), ("stderr", self._process.stderr))
        ]
        for reader in self._readers:
            reader.start()
        if stdin is not None:
            threading.Thread(target=self._feed, args=(stdin,), daemon=True).start()

    def _read(self, name: str, stream: IO[bytes] | None) -> None:
        for line in stream or ():
            self._parts[name].append(line)

    def _feed(self, stdin: bytes) -> None:
        stream = self._process.stdin
        if stream is None:
            return
        # Who does not read it to its end says why.
        with contextlib.suppress(OSError), stream:
            stream.write(stdin)

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    @property
    def lines(self) -> list[str]:
        """The lines of standard output so far."""
        return [line.decode(errors="replace").rstrip("\n") for line in self._parts["stdout"]]

    @property
    def open_files(self) -> int:
        """How many files, sockets among them, it has open."""
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    @property
    def resident_kilobytes(self) -> int:
        """How much memory it has now."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    def interrupt(self) -> None:
        """Sends what Ctrl-C sends."""
        self.send(signal.SIGINT)

    def send(self, number: signal.Signals) -> None:
        """Sends a signal."""
        self._process.send_signal(number)

    def await_lines(self, count: int) -> None:
        """Returns when there are so many lines on standard output."""
        deadline = time.monotonic() + 30
        while len(self._parts["stdout"]) < count:
            assert self._process.poll() is None, f"ended early: {self.finish()}"
            assert time.monotonic() < deadline, f"told nothing: {self._parts}"
            time.sleep(0.005)

    def finish(self, timeout: float = 60) -> Outcome:
        """Waits for its end; one that does not come in time is a failure."""
        try:
            code = self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise AssertionError(f"did not end within {timeout} s: {self._parts}") from None
        for reader in self._readers:
            reader.join(5)
        output, errors = (b"".join(self._parts[name]).decode(errors="replace") for name in ("stdout", "stderr"))
        return Outcome(128 - code if code < 0 else code, output, errors, time.monotonic() - self._start)


class Program:
    """skubectl with a kubeconfig, and a discovery cache that lasts."""

    def __init__(self, path: Path, kubeconfig: Path, home: Path) -> None:
        self._path = path
        self._environment = {
            "KUBECONFIG": str(kubeconfig),
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "SWIFT_BACKTRACE": "enable=no",
        }

    def start(self, *words: str, stdin: bytes | None = None) -> Running:
        """Starts a command line."""
        return Running([str(self._path), *words], self._environment, stdin)

    def run(self, *words: str, stdin: bytes | None = None, timeout: float = 60) -> Outcome:
        """Runs a command line to its end."""
        return self.start(*words, stdin=stdin).finish(timeout)

    def must(self, *words: str, stdin: bytes | None = None) -> str:
        """Runs a command line that has to succeed, and returns what it prints."""
        outcome = self.run(*words, stdin=stdin)
        assert outcome.code == 0, f"{' '.join(words)}: {outcome.errors}"
        return outcome.output

    def converse(self, steps: list[str], *words: str) -> Outcome:
        """Runs a command line in a terminal of its own, with steps that `converse` knows."""
        return Running([str(_CONVERSE), *steps, "--", str(self._path), *words], self._environment).finish()

    def memory_of(self, *words: str, timeout: float = 60) -> tuple[Outcome, int]:
        """Runs a command line, and returns with its outcome the most memory it had, in MB."""
        measured = ["/usr/bin/env", "python3", "-c", _MEASURE, str(self._path), *words]
        outcome = Running(measured, self._environment).finish(timeout)
        *errors, figure = outcome.errors.splitlines()
        return Outcome(outcome.code, outcome.output, "\n".join(errors), outcome.seconds), int(figure) // 1024


# Runs the words behind it, and says on standard error how much memory they took at most.
_MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""
