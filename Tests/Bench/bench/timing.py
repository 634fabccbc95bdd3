"""Runs commands many times, in turns, and keeps what each run took.

The commands take turns so that a machine that gets slower or faster meanwhile does the same to all of them; the median
leaves out what disturbed a single run.
"""

import os
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


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
    peak_kilobytes: list[int] = field(default_factory=list)

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
            seconds, usage = _run(command)
            if turn >= warmups:
                kept.seconds.append(seconds)
                kept.processor_seconds.append(usage.ru_utime + usage.ru_stime)
                kept.peak_kilobytes.append(usage.ru_maxrss)
    return timings


def _run(command: Command) -> tuple[float, "os.struct_rusage"]:
    discard = [
        (os.POSIX_SPAWN_OPEN, 0, str(command.source or "/dev/null"), os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
    ]
    program = command.arguments[0]
    start = time.perf_counter()
    pid = os.posix_spawn(program, list(command.arguments), dict(command.environment), file_actions=discard)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != command.exit_code:
        raise BenchError(f"`{Path(program).name} {' '.join(command.arguments[1:])}` failed")
    return seconds, usage
