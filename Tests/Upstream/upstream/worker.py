"""Runs groups, one after the other, against a control plane of its own."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

from upstream.outcome import Ending, Outcome, checks_in
from upstream.plane import Plane

_GROUP = Path(__file__).resolve().parents[1] / "group.sh"

# The suite writes to fixed names in these folders.
_PRIVATE = 'for folder in /tmp /var/tmp; do mount --bind "$0" "$folder" || exit; done; exec "$@"'


def can_be_private() -> bool:
    """Whether a group can have its own /tmp and be ended with all that it has started."""
    command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "true"]
    return subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0


class Worker:
    """`folder` is the worker's alone; it must not be below /tmp where groups are private."""

    def __init__(self, folder: Path, tree: Path, plane: Plane, is_private: bool) -> None:
        self.plane = plane
        self._tree = folder / "tree"
        self._scratch = folder / "tmp"
        self._is_private = is_private
        shutil.copytree(tree, self._tree, symlinks=True)
        self._process: subprocess.Popen | None = None

    def run(self, group: str, program: Path, log: Path, timeout: float) -> Outcome:
        """Runs a group, and cleans up behind it."""
        shutil.rmtree(self._scratch, ignore_errors=True)
        self._scratch.mkdir()
        command = [str(_GROUP), str(self._tree), str(program), str(self.plane.port), group]
        if self._is_private:
            enter = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
            command = [*enter, "bash", "-c", _PRIVATE, str(self._scratch), *command]
        start = time.monotonic()
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
            )
            try:
                ending = Ending.PASSED if self._process.wait(timeout) == 0 else Ending.FAILED
            except subprocess.TimeoutExpired:
                ending = Ending.TIMED_OUT
            finally:
                self.stop()
        outcome = Outcome(ending, time.monotonic() - start, checks_in(log), log)
        self.plane.clean()
        return outcome

    def stop(self) -> None:
        """Ends the group that is running, with what it has started."""
        if self._process is None:
            return
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()
