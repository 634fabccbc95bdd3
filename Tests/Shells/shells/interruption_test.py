"""Commands that are interrupted while they wait: they die of the signal and leave everything as it was."""

import fcntl
import os
import pty
import select
import signal
import subprocess
import termios
import time
import unittest
from collections.abc import Iterator
from pathlib import Path

from shells.waiting_server import WaitingServer, waiting_server
from shells.world import World

_COMMANDS = (
    ("get", "pods", "-w"),
    ("get", "pod", "p", "-w", "-o", "json"),
    ("logs", "-f", "p"),
    ("delete", "pod", "p"),
    ("create", "-f", "pod.json", "--validate=false"),
)
_POD = '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {}}\n'


def tests(world: World) -> Iterator[unittest.TestCase]:
    """A test for each command and each way to end it, and for those that write to a pipe nobody reads."""
    for command in _COMMANDS:
        for how in ("^C", "SIGINT", "SIGTERM", "SIGHUP"):
            yield _InterruptionTest(world, command, how)
    for command in _COMMANDS[:3]:
        yield _ClosedPipeTest(world, command)


class _WaitingTest(unittest.TestCase):
    def __init__(self, world: World, command: tuple[str, ...], method: str) -> None:
        super().__init__(method)
        self._world = world
        self._command = command

    def _prepare(self, server: WaitingServer) -> Path:
        folder = self._world.home / "interrupted"
        folder.mkdir(exist_ok=True)
        (folder / "config").write_text(server.kubeconfig)
        (folder / "pod.json").write_text(_POD)
        return folder

    def _start(self, folder: Path, **streams: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["skubectl", *self._command],
            cwd=folder,
            env={**self._world.environment, "KUBECONFIG": str(folder / "config")},
            **streams,
        )


class _InterruptionTest(_WaitingTest):
    def __init__(self, world: World, command: tuple[str, ...], how: str) -> None:
        super().__init__(world, command, "interrupt")
        self._how = how

    def id(self) -> str:
        """The name of the test."""
        return f"skubectl {' '.join(self._command)} dies of {self._how}"

    __str__ = id

    def interrupt(self) -> None:
        """Ends the command on a terminal of its own once it waits."""
        keyboard, terminal = pty.openpty()
        self.addCleanup(os.close, keyboard)
        self.addCleanup(os.close, terminal)
        with waiting_server() as server:
            folder = self._prepare(server)
            before = termios.tcgetattr(terminal)
            with subprocess.Popen(
                ["skubectl", *self._command],
                cwd=folder,
                env={**self._world.environment, "KUBECONFIG": str(folder / "config")},
                stdin=terminal,
                stdout=terminal,
                stderr=terminal,
                start_new_session=True,
                preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            ) as process:
                self.assertTrue(server.is_waiting.wait(20), "the command waits")
                time.sleep(0.2)
                begun = time.monotonic()
                if self._how == "^C":
                    os.write(keyboard, b"\x03")
                else:
                    process.send_signal(signal.Signals[self._how])
                try:
                    # A program that died of a signal is 128 and its number for a shell: 130 and 143.
                    status = process.wait(10)
                finally:
                    process.kill()
                took = time.monotonic() - begun
            wanted = signal.SIGINT if self._how == "^C" else signal.Signals[self._how]
            self.assertEqual(status, -wanted)
            self.assertLess(took, 2)
            self.assertEqual(termios.tcgetattr(terminal), before)
            self.assertEqual((folder / "config").read_text(), server.kubeconfig)
            self.assertEqual(sorted(path.name for path in folder.iterdir()), ["config", "pod.json"])
            shown = b""
            while select.select([keyboard], [], [], 0.1)[0]:
                shown += os.read(keyboard, 65536)
            self.assertNotIn(b"rror", shown)


class _ClosedPipeTest(_WaitingTest):
    def __init__(self, world: World, command: tuple[str, ...]) -> None:
        super().__init__(world, command, "close")

    def id(self) -> str:
        """The name of the test."""
        return f"skubectl {' '.join(self._command)} ends silently when nobody reads"

    __str__ = id

    def close(self) -> None:
        """Reads the first line of the command and closes the pipe before the next one comes."""
        with waiting_server() as server:
            folder = self._prepare(server)
            with self._start(folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
                self.assertTrue(server.is_waiting.wait(20), "the command waits")
                self.assertTrue(process.stdout and process.stdout.readline())
                if process.stdout:
                    process.stdout.close()
                server.goes_on.set()
                try:
                    status = process.wait(10)
                finally:
                    process.kill()
                self.assertEqual(status, -signal.SIGPIPE)
                self.assertEqual(process.stderr and process.stderr.read(), b"")
