"""Tells what the run found."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator

from parity.case import Case, Difference
from parity.verdict import Kind, Verdict

Results = list[tuple[Case, Verdict]]


def slowest(results: Results, count: int) -> Iterator[str]:
    """The cases that took most of the time, the slowest first."""
    for case, verdict in sorted(results, key=lambda result: -result[1].seconds)[:count]:
        yield f"{verdict.seconds:6.1f} s  {case.title}"


def lines(results: Results, show: bool, transcript: bool) -> Iterator[str]:
    """The report: a line for each case that did not pass, then the skipped ones by reason, then the counts."""
    for case, verdict in results:
        yield from _case_lines(case, verdict, show, transcript)
    settled = [case.title for case, verdict in results if verdict.kind is Kind.PASSED and verdict.attempts > 1]
    if settled:
        yield f"Compared again, because the cluster was changing: {', '.join(settled)}"
    for case, verdict in results:
        if verdict.kind is Kind.PASSED and verdict.crowded:
            yield f"Passed by itself, but not among others: {case.title}: {verdict.crowded}"
    skipped = Counter(verdict.reason for _, verdict in results if verdict.kind is Kind.SKIPPED)
    for reason, count in skipped.items():
        yield f"{count} skipped: {reason}"
    yield closing_line(verdict.kind for _, verdict in results)


def closing_line(kinds: Iterable[Kind]) -> str:
    counts = Counter(kinds)
    failed = counts[Kind.FAILED] + counts[Kind.ERROR]
    return f"{counts[Kind.PASSED]} passed, {failed} failed, {counts[Kind.SKIPPED]} skipped"


def _case_lines(case: Case, verdict: Verdict, show: bool, transcript: bool) -> Iterator[str]:
    if verdict.kind in (Kind.FAILED, Kind.ERROR):
        yield f"{verdict.kind.name} {case.title} ({case.place}): {verdict.reason}"
        for difference in verdict.differences:
            yield from _difference_lines(difference, show)
    elif transcript and verdict.kind is Kind.PASSED:
        yield f"=== {case.title}"
        commands = [step.command for step in case.steps if step.compared]
        for command, outcome in zip(commands, verdict.outcomes):
            yield f"$ {command}\n{printable(outcome.stdout)}{printable(outcome.stderr)}[{outcome.code}]"


def _difference_lines(difference: Difference, show: bool) -> Iterator[str]:
    yield f"    $ {difference.command}"
    reference, subject = difference.reference, difference.subject
    if reference.code != subject.code:
        yield f"    exit code: {reference.code} expected, {subject.code} found"
    for stream in ("stdout", "stderr"):
        expected, found = getattr(reference, stream), getattr(subject, stream)
        if expected != found:
            changes = list(_changes(expected, found, stream))
            yield from changes if show else changes[:3]


def _changes(expected: str, found: str, stream: str) -> Iterator[str]:
    yield f"    {stream}:"
    for line in difflib.unified_diff(expected.split("\n"), found.split("\n"), n=1, lineterm=""):
        if not line.startswith(("---", "+++", "@@")):
            yield f"      {printable(line)}"


def printable(text: str) -> str:
    """The text with trailing spaces and unprintable characters made visible."""
    shown = "".join(
        character if character.isprintable() or character == "\n" else character.encode("unicode_escape").decode()
        for character in text
    )
    return shown[:-1] + "·" if shown.endswith(" ") else shown
