"""Decides whether two sides did the same, and tells a difference from a cluster that was just changing."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from parity import masks
from parity.case import Case, Compare, Difference, Outcome
from parity.execution import CommandTimeout
from parity.help_flags import flags
from parity.side import PreparationError, Side

_ATTEMPTS = 6


class Kind(Enum):
    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"  # the case itself is unsound: its preparation fails, or the reference disagrees with itself
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Verdict:
    kind: Kind
    reason: str = ""
    differences: tuple[Difference, ...] = ()
    attempts: int = 1
    seconds: float = 0.0
    outcomes: tuple[Outcome, ...] = ()  # the reference's, for --transcript
    crowded: str = ""  # why the case did not pass among others, before it was looked at by itself


# Runs the sides of the given letters, at the same time or one after the other, and returns their outcomes in order.
Runner = Callable[[str], list[tuple[Side, list[Outcome]]]]


def judge(case: Case, run: Runner) -> Verdict:
    """Runs both sides; where they differ, again, between two runs of the reference that must agree with each other.

    The letters are r for the reference, s for the subject, and t for the second run of the reference. A cluster changes
    by itself (a crashed container waits, then runs): only when the reference's two runs agree does the subject count.
    """
    try:
        pair = [_comparable(case, side, outcomes) for side, outcomes in run("rs")]
        if pair[0] == pair[1]:
            return Verdict(Kind.PASSED, outcomes=tuple(pair[0]))
        for attempt in range(2, _ATTEMPTS + 1):
            first, subject, second = (_comparable(case, side, outcomes) for side, outcomes in run("rst"))
            if subject == first or subject == second:
                return Verdict(Kind.PASSED, attempts=attempt, outcomes=tuple(first))
            if first == second:
                return Verdict(Kind.FAILED, "the outputs differ", _differences(case, first, subject), attempt)
        return Verdict(Kind.ERROR, "the reference differs from itself", _differences(case, first, second), _ATTEMPTS)
    except CommandTimeout as error:
        return Verdict(Kind.FAILED, str(error))
    except PreparationError as error:
        return Verdict(Kind.ERROR if error.on_reference else Kind.FAILED, str(error))


def judge_once(case: Case, run: Runner) -> Verdict:
    """Runs both sides a single time: fast while many cases differ, but a changing cluster looks like a difference."""
    try:
        reference, subject = (_comparable(case, side, outcomes) for side, outcomes in run("rs"))
    except CommandTimeout as error:
        return Verdict(Kind.FAILED, str(error))
    except PreparationError as error:
        return Verdict(Kind.ERROR if error.on_reference else Kind.FAILED, str(error))
    if reference == subject:
        return Verdict(Kind.PASSED, outcomes=tuple(reference))
    return Verdict(Kind.FAILED, "the outputs differ", _differences(case, reference, subject))


def judge_reference(case: Case, run: Runner) -> Verdict:
    """Runs the reference on both sides; a case that differs again and again is unstable."""
    try:
        for attempt in range(1, _ATTEMPTS + 1):
            first, second = (_comparable(case, side, outcomes) for side, outcomes in run("rt"))
            if first == second:
                return Verdict(Kind.PASSED, attempts=attempt, outcomes=tuple(first))
        return Verdict(Kind.ERROR, "the reference differs from itself", _differences(case, first, second), _ATTEMPTS)
    except (CommandTimeout, PreparationError) as error:
        return Verdict(Kind.ERROR, str(error))


def _comparable(case: Case, side: Side, outcomes: list[Outcome]) -> list[Outcome]:
    return [_reduced(case, _masked(case, side, outcome)) for outcome in outcomes]


def _masked(case: Case, side: Side, outcome: Outcome) -> Outcome:
    stdout, stderr = (masks.apply(case.masks, side.neutral(text)) for text in (outcome.stdout, outcome.stderr))
    return dataclasses.replace(outcome, stdout=stdout, stderr=stderr)


def _reduced(case: Case, outcome: Outcome) -> Outcome:
    match case.compare:
        case Compare.BYTES:
            return outcome
        case Compare.FLAGS:
            return Outcome(flags(outcome.stdout), outcome.stderr, outcome.code)
        case Compare.EXIT:
            some = {True: "(some output)\n", False: ""}
            return Outcome(some[bool(outcome.stdout)], some[bool(outcome.stderr)], outcome.code)


def _differences(case: Case, reference: list[Outcome], subject: list[Outcome]) -> tuple[Difference, ...]:
    commands = [step.command for step in case.steps if step.compared]
    return tuple(
        Difference(command, one, other)
        for command, one, other in zip(commands, reference, subject)
        if one != other
    )
