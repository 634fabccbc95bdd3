"""Runs one shell command to its end, through pipes or in a terminal of its own."""

import os
import pty
import signal
import struct
import subprocess
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

from parity.case import Outcome

_ROWS, _COLUMNS = 24, 80


class CommandTimeout(Exception):
    """The command did not end in its time; it was killed."""


@dataclass(frozen=True)
class Shell:
    """Where and how commands run."""

    folder: Path
    environment: Mapping[str, str]
    timeout: float  # seconds

    def run(self, command: str, stdin: str | None = None, terminal: bool = False) -> Outcome:
        """Runs the command with bash; its input is empty unless given."""
        if terminal:
            return self._run_in_terminal(command, stdin or "")
        process = subprocess.Popen(
            ["bash", "-c", command], cwd=self.folder, env=self.environment, start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        try:
            stdout, stderr = process.communicate((stdin or "").encode(errors="surrogateescape"), self.timeout)
        except subprocess.TimeoutExpired as error:
            _kill(process)
            process.communicate()
            raise CommandTimeout(f"`{command}` did not end in {self.timeout:g} s") from error
        return Outcome(_text(stdout), _text(stderr), _shell_code(process.returncode))

    def _run_in_terminal(self, command: str, typed: str) -> Outcome:
        """All three streams are one terminal, so all output is told as standard output."""
        terminal, tty = pty.openpty()
        ioctl(tty, TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        process = subprocess.Popen(
            ["setsid", "--ctty", "--wait", "bash", "-c", command], cwd=self.folder, env=self.environment,
            stdin=tty, stdout=tty, stderr=tty,
        )
        os.close(tty)
        expired = threading.Event()
        timer = threading.Timer(self.timeout, lambda: (expired.set(), _kill(process)))
        timer.start()
        try:
            os.write(terminal, typed.encode(errors="surrogateescape"))
            output = _read_until_closed(terminal)
            process.wait()
        finally:
            timer.cancel()
            os.close(terminal)
        if expired.is_set():
            raise CommandTimeout(f"`{command}` did not end in {self.timeout:g} s")
        return Outcome(_text(output), "", _shell_code(process.returncode))


def _read_until_closed(descriptor: int) -> bytes:
    chunks = []
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:  # EIO: the last process has closed its side of the terminal
            break
        if not chunk:
            break
        chunks.append(chunk)
    return b"".join(chunks)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and those it started: its session is its own."""
    children = _children(process.pid)
    for pid in [*children, process.pid]:
        try:
            os.killpg(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
        except PermissionError:
            continue
    process.kill()


def _children(pid: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _shell_code(code: int) -> int:
    """The exit code as a shell tells it: 128 and the signal's number where a signal ended the process."""
    return 128 - code if code < 0 else code


def _text(data: bytes) -> str:
    return data.decode(errors="surrogateescape")
