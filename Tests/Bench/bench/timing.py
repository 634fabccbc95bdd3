"""Runs commands many times, in turns, and keeps what each run took.

The commands take turns so that a machine that gets slower or faster meanwhile does the same to all of them; the median
leaves out what disturbed a single run.
"""

import functools
import json
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_LAUNCHER = Path(__file__).resolve().parent / "launcher.py"


class BenchError(Exception):
    """A command that is measured failed."""


@dataclass(frozen=True)
class Command:
    """A command to measure: `name` is how the report calls it, `exit_code` how it has to end, `source` its input."""

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str]
    exit_code: int = 0
    source: Path | None = None


@dataclass
class Timings:
    """What the runs of one command took."""

    seconds: list[float] = field(default_factory=list)
    processor_seconds: list[float] = field(default_factory=list)
    peak_kilobytes: list[float] = field(default_factory=list)

    def add(self, others: "Timings") -> None:
        """Counts the runs of another as its own."""
        self.seconds += others.seconds
        self.processor_seconds += others.processor_seconds
        self.peak_kilobytes += others.peak_kilobytes

    @property
    def median(self) -> float:
        """The time from start to end, in seconds."""
        return statistics.median(self.seconds)

    @property
    def processor_median(self) -> float:
        """The processor time, in seconds; other work on the machine hardly changes it."""
        return statistics.median(self.processor_seconds)

    @property
    def peak_megabytes(self) -> float:
        return statistics.median(self.peak_kilobytes) / 1024


def measure(commands: Sequence[Command], runs: int, warmups: int = 3) -> list[Timings]:
    """Runs the commands in turns, `runs` times each after some runs that do not count."""
    timings = [Timings() for _ in commands]
    for turn in range(warmups + runs):
        for command, kept in zip(commands, timings):
            usage = _run(command)
            if turn >= warmups:
                kept.seconds.append(usage["seconds"])
                kept.processor_seconds.append(usage["processor_seconds"])
                kept.peak_kilobytes.append(usage["peak_kilobytes"])
    return timings


def _run(command: Command) -> dict[str, float]:
    launcher = _launcher()
    assert launcher.stdin is not None and launcher.stdout is not None
    told = {
        "arguments": list(command.arguments), "environment": dict(command.environment),
        "source": str(command.source or "/dev/null"),
    }
    print(json.dumps(told), file=launcher.stdin, flush=True)
    answer = launcher.stdout.readline()
    program, words = Path(command.arguments[0]).name, " ".join(command.arguments[1:])
    if not answer:
        raise BenchError(f"`{program} {words}` could not be started")
    usage = json.loads(answer)
    if usage["exit_code"] != command.exit_code:
        raise BenchError(f"`{program} {words}` failed")
    return usage


@functools.cache
def _launcher() -> "subprocess.Popen[str]":
    """Ends with this program, whose end closes its input."""
    words = [sys.executable, "-I", "-S", str(_LAUNCHER)]
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
