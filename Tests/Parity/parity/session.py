"""Runs many cases: several at a time where they do not disturb each other, the others alone at the end."""

import contextlib
import string
import sys
import threading
import time
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from parity.case import Case, Namespace, Need, Outcome, Step
from parity.cluster import Cluster, ClusterError
from parity.fixtures import Fixtures
from parity.report import Results
from parity.side import Side, World
from parity.sweeper import Sweeper
from parity.verdict import Kind, Verdict, judge, judge_once, judge_reference

_NO_CASE = 9999  # the number of what is run for no case
_GENERATIONS = 13  # more than a case is run in one go


@dataclass
class Session:
    """One run over the cases."""

    world: World
    subject: Path
    cluster: Cluster | None
    run_name: str
    obstacles: dict[Need, str]  # what is missing, and why
    check_reference: bool = False
    once: bool = False  # no second look at a difference
    jobs: int = 4
    fixtures: Fixtures | None = None
    _ready: Future[None] | None = None  # the prepared namespace, and the homes
    _first_namespaces: Future[None] | None = None
    _sweeper: Sweeper | None = None
    _prepared: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, cases: list[Case]) -> Results:
        """Runs all cases and returns a verdict for each, in their order."""
        numbered = list(enumerate(cases))
        runnable = [(number, case) for number, case in numbered if self._obstacle(case) is None]
        verdicts: dict[int, Verdict] = {}
        with contextlib.ExitStack() as stack:
            if self.cluster is not None:
                self._sweeper = stack.enter_context(Sweeper(self.cluster))
            with ThreadPoolExecutor(1) as preparing, ThreadPoolExecutor(self.jobs) as pool:
                self._ready = preparing.submit(self._prepare, runnable)
                self._first_namespaces = preparing.submit(self._create_namespaces, runnable)
                # The cluster takes its time to fill the prepared namespace, and more of it to make so many others.
                together = [item for item in runnable if not item[1].alone]
                together.sort(key=lambda item: (item[1].needs_cluster, item[1].namespace is Namespace.FRESH))
                for (number, _), verdict in zip(together, pool.map(self._judge, together)):
                    verdicts[number] = verdict
            for item in runnable:
                if item[1].alone:
                    verdicts[item[0]] = self._judge(item)
            if not self.once:
                self._look_again(runnable, verdicts)
        for number, case in numbered:
            verdicts.setdefault(number, Verdict(Kind.SKIPPED, self._obstacle(case) or ""))
        return [(case, verdicts[number]) for number, case in numbered]

    def _obstacle(self, case: Case) -> str | None:
        return next((self.obstacles[need] for need in sorted(case.needs, key=str) if need in self.obstacles), None)

    def _look_again(self, runnable: list[tuple[int, Case]], verdicts: dict[int, Verdict]) -> None:
        """Judges what did not pass by itself: a machine that is busy with others keeps some waiting for too long."""
        for number, case in runnable:
            crowded = verdicts[number]
            if crowded.kind in (Kind.FAILED, Kind.ERROR):
                verdict = self._judge((number, case), string.ascii_lowercase[_GENERATIONS:])
                verdicts[number] = replace(verdict, crowded=crowded.reason)

    def _judge(self, item: tuple[int, Case], names: str = string.ascii_lowercase[:_GENERATIONS]) -> Verdict:
        number, case = item
        generations = iter(names)
        decide = judge_once if self.once else judge_reference if self.check_reference else judge
        start = time.monotonic()
        verdict = decide(case, lambda letters: self._run_sides(case, number, next(generations), letters))
        verdict = replace(verdict, seconds=time.monotonic() - start)
        self._tell_progress(verdict)
        return verdict

    def _run_sides(self, case: Case, number: int, generation: str, letters: str) -> list[tuple[Side, list[Outcome]]]:
        """Two sides run at the same time; three one after the other, so that the subject is between the references."""
        sides = [self._side(case, number, generation, letter) for letter in letters]
        if self._first_namespaces is not None and case.namespace is Namespace.FRESH:
            self._first_namespaces.result()
        if self._ready is not None and case.needs_cluster:
            self._ready.result()
        self._ensure_namespaces(sides)
        try:
            if len(sides) > 2:
                return [(side, side.run()) for side in sides]
            with ThreadPoolExecutor(len(sides)) as pool:
                return list(zip(sides, pool.map(lambda side: side.run(), sides)))
        finally:
            if self._sweeper is not None and case.namespace is Namespace.FRESH:
                self._sweeper.add({side.namespace for side in sides})

    def _prepare(self, runnable: list[tuple[int, Case]]) -> None:
        """Fills the namespace that cases read, and the discovery cache of each side's home, on which answers depend."""
        if not any(case.needs_cluster for _, case in runnable):
            return
        if self.fixtures is not None:
            self.fixtures.prepare()
        ask = Case("session", "warm the homes", "", (Step("kubectl api-resources", compared=True),))
        for letter in "rst":
            self._side(ask, _NO_CASE, "a", letter).run()

    def _side(self, case: Case, number: int, generation: str, letter: str) -> Side:
        program = self.subject if letter == "s" else self.world.reference
        return Side(self.world, case, number, generation, letter, program, self.run_name)

    def _create_namespaces(self, numbered: Iterable[tuple[int, Case]]) -> None:
        """Creates those of the first attempts in one go, which is much faster than one by one."""
        letters = "rt" if self.check_reference and not self.once else "rs"
        self._ensure_namespaces([
            self._side(case, number, "a", letter)
            for number, case in numbered
            for letter in letters
        ])

    def _ensure_namespaces(self, sides: list[Side]) -> None:
        wanted = [side.namespace for side in sides if side.case.namespace is Namespace.FRESH]
        with self._lock:
            missing = [name for name in wanted if name not in self._prepared]
            self._prepared.update(missing)
        if missing:
            if self.cluster is None:
                raise ClusterError("a case with a namespace of its own needs a cluster")
            self.cluster.create_namespaces(missing, self.run_name)

    def _tell_progress(self, verdict: Verdict) -> None:
        if sys.stderr.isatty():
            sys.stderr.write({Kind.PASSED: ".", Kind.FAILED: "F"}.get(verdict.kind, "E"))
            sys.stderr.flush()
