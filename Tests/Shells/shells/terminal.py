"""A shell on a pseudo-terminal, and keys that are typed into it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

_CONTROL = re.compile(
    rb"\x1b\[[0-9;?>=]*[ -/]*[@-~]|\x1b[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][0-9A-Za-z]|\x1b[=>78]"
)


class TerminalError(Exception):
    """A shell did not answer in time."""


class Terminal:
    """A shell that reads keys from a terminal of 160 columns."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], folder: Path) -> None:
        self._seen = b""
        self._process, self._descriptor = pty.fork()
        if self._process == 0:
            os.chdir(folder)
            os.execvpe(command[0], list(command), environment)
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))

    def type(self, keys: str) -> None:
        """Types keys."""
        os.write(self._descriptor, keys.encode())

    def wait_for(self, pattern: str, seconds: float = 30) -> str:
        """Waits until what the shell has shown since the last wait has the pattern, and returns the text it matched."""
        deadline = time.monotonic() + seconds
        compiled = re.compile(pattern.encode(), re.DOTALL)
        while True:
            text = _CONTROL.sub(b"", self._seen)
            if match := compiled.search(text):
                self._seen = text[match.end() :]
                return match.group().decode(errors="replace")
            left = deadline - time.monotonic()
            if left <= 0 or not self._read(left):
                shown = text.decode(errors="replace")
                raise TerminalError(f"{pattern!r} does not come; on the terminal stands:\n{shown}")

    def _read(self, seconds: float) -> bool:
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._descriptor, 65536)
        except OSError:
            return False
        self._seen += data
        return bool(data)

    def close(self) -> None:
        """Ends the shell."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._descriptor)
