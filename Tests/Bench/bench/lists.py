"""The measures on a cluster of many pods: how long lists take, and how much memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.list_server import ListServer
from bench.table import Row
from bench.timing import Command, measure

_NAMESPACE = "load"


@dataclass(frozen=True)
class Operation:
    """A command on all pods. `ratio` is of kubectl's time, `memory` in MiB."""

    words: tuple[str, ...]
    ratio: float
    memory: int


OPERATIONS = (
    Operation(("get", "pods", "-n", _NAMESPACE), 0.20, 32),
    Operation(("get", "pods", "-A", "-o", "wide"), 0.40, 48),
    Operation(("get", "pods", "-n", _NAMESPACE, "--show-labels"), 0.40, 48),
    Operation(("get", "pods", "-n", _NAMESPACE, "-o", "json"), 0.15, 64),
    Operation(("get", "pods", "-n", _NAMESPACE, "-o", "yaml"), 0.12, 64),
    Operation(("get", "pods", "-n", _NAMESPACE, "-o", "name"), 0.10, 32),
    Operation(("get", "pods", "-n", _NAMESPACE, "-o", "jsonpath={.items[*].metadata.name}"), 0.20, 96),
    Operation(
        (
            "get", "pods", "-n", _NAMESPACE,
            "-o", 'jsonpath={range .items[*]}{.metadata.name}{"\\t"}{.status.phase}{"\\n"}{end}',
        ),
        0.20, 96,
    ),
    Operation(
        ("get", "pods", "-n", _NAMESPACE, "-o", "custom-columns=NAME:.metadata.name,IMAGES:.spec.containers[*].image"),
        0.20, 96,
    ),
    Operation(("get", "pods", "-n", _NAMESPACE, "--sort-by=.metadata.name"), 0.20, 128),
    Operation(("get", "pods", "-n", _NAMESPACE, "--sort-by=.metadata.name", "-o", "json"), 0.20, 128),
)

# What must not need more memory for ten times the objects.
FLAT_FORMATS = ("json", "yaml", "name")
_FEW, _MANY = 10_000, 100_000
_GROWTH = 1.1


def large_lists(environment: dict[str, str], programs: tuple[Path, Path], runs: int) -> Iterator[Row]:
    """The operations, with skubectl and with kubectl in turns."""
    for operation in OPERATIONS:
        commands = [Command(program.name, [str(program), *operation.words], environment) for program in programs]
        own, reference = measure(commands, runs, warmups=0)
        name = " ".join(operation.words)
        yield Row(
            name, f"{own.median:.2f} s", f"kubectl {reference.median:.2f} s",
            own.median / reference.median, operation.ratio,
        )
        yield Row(
            f"{operation.words[-1]}, peak memory in MiB", f"{own.peak_megabytes:.0f} MiB",
            f"kubectl {reference.peak_megabytes:.0f} MiB", own.peak_megabytes, operation.memory,
        )


def flat_memory(skubectl: Path, runs: int) -> Iterator[Row]:
    """How the peak memory grows when a list has ten times the objects; they come from a server of our own."""
    for form in FLAT_FORMATS:
        peaks = []
        for count in (_FEW, _MANY):
            with ListServer(count) as server:
                words = ["get", "pods", "-o", form]
                own, = measure([Command(skubectl.name, [str(skubectl), *words], server.environment)], runs, warmups=1)
            peaks.append(own.peak_megabytes)
        yield Row(
            f"get pods -o {form}, memory of {_MANY:,} against {_FEW:,}",
            f"{peaks[1]:.0f} MiB", f"itself {peaks[0]:.0f} MiB",
            peaks[1] / peaks[0], _GROWTH,
        )
