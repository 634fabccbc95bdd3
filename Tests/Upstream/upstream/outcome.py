"""What became of one group with one client, and how a run is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Ending(Enum):
    """How a group ended."""

    PASSED = "passed"
    FAILED = "failed"
    TIMED_OUT = "timed out"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class Outcome:
    """`seconds` is how long the group took, and `checks` how many of its checks held before one did not."""

    ending: Ending
    seconds: float = 0
    checks: int = 0
    log: Path | None = None

    def __str__(self) -> str:
        if self.ending is Ending.LEFT_OUT:
            return self.ending.value
        return f"{self.ending.value} {self.checks:4} {self.seconds:6.1f} s"


def checks_in(log: Path) -> int:
    """How many checks a group's log says have held."""
    lines = log.read_text(errors="replace").splitlines()
    return sum(line.startswith("Successful") or ": Successful" in line for line in lines)


Outcomes = Mapping[tuple[str, str], Outcome]

REFERENCE, SUBJECT = "kubectl", "skubectl"

# Lines that tell nothing of why a group failed.
_IDLE = ("+++ exit code", "+++ error", "Error when running", "FAILED TESTS", "[1;", "Warning: Immediate deletion")


def is_regression(group: str, outcomes: Outcomes) -> bool:
    """Whether the reference passes a group and skubectl does not, or gets further in one that both fail."""
    reference, subject = outcomes[group, REFERENCE], outcomes[group, SUBJECT]
    if subject.ending is Ending.PASSED:
        return False
    return reference.ending is Ending.PASSED or subject.checks < reference.checks


def table(groups: Iterable[str], outcomes: Outcomes) -> str:
    """The groups, a line each."""
    groups = list(groups)
    width = max(map(len, [*groups, "GROUP"]))
    lines = [f"{'GROUP':{width}}  {REFERENCE:22}  {SUBJECT}"]
    for group in groups:
        reference, subject = outcomes[group, REFERENCE], outcomes[group, SUBJECT]
        mark = "  <--" if is_regression(group, outcomes) else ""
        lines.append(f"{group:{width}}  {reference!s:22}  {subject!s}{mark}")
    return "\n".join(lines)


def last_words(log: Path, count: int = 14) -> str:
    """The end of a group's log, without what is said of every failure."""
    lines = log.read_text(errors="replace").splitlines()
    telling = [line for line in lines if line.strip() and not line.startswith(_IDLE)]
    return "\n".join(f"    {line[:300]}" for line in telling[-count:])
