"""Ctrl-C in the middle of a command: exit code 130, and nothing is told that is not so."""

import re
import time

from faults.program import Outcome
from faults.world import NAMESPACE, World, told

_MANY = 200


def named(outcome: Outcome, word: str) -> set[str]:
    """The objects that standard error says the command was interrupted before, or while it was at them."""
    return set(re.findall(rf"^interrupted {word} configmap/(\S+) was", outcome.errors, re.MULTILINE))


def delete(world: World) -> None:
    """What is told is deleted, what is not is named; the next run deletes it."""
    path = world.maps("stop", _MANY)
    world.direct.must("create", "-f", path)
    running = world.direct.start("delete", "-f", path)
    running.await_lines(5)
    running.interrupt()
    outcome = running.finish(10)
    assert outcome.code == 130, outcome
    assert outcome.output.endswith("\n")
    done, before, between = told(outcome), named(outcome, "before"), named(outcome, "while")
    every = {f"stop-{number}" for number in range(_MANY)}
    assert done | before | between == every, every - done - before - between
    left = world.names("stop")
    assert not done & left and before <= left, outcome
    assert left, "there was nothing left to do"
    assert world.direct.run("delete", "-f", path, "--ignore-not-found").code == 0


def apply(world: World) -> None:
    """What is told is applied, what is not is named; the next run applies it."""
    path = world.maps("halt", _MANY)
    running = world.direct.start("apply", "-f", path)
    running.await_lines(5)
    running.interrupt()
    outcome = running.finish(10)
    assert outcome.code == 130, outcome
    done, before, between = told(outcome), named(outcome, "before"), named(outcome, "while")
    every = {f"halt-{number}" for number in range(_MANY)}
    assert done | before | between == every, every - done - before - between
    there = world.names("halt", "a")
    assert done <= there and not before & there, outcome
    assert world.direct.run("apply", "-f", path).code == 0
    assert len(world.names("halt", "a")) == _MANY


def waiting(world: World) -> None:
    """Commands that wait end at once, and say nothing."""
    path = world.maps("idle", 1)
    world.direct.must("create", "-f", path)
    world.patch("configmaps/idle-0", {"metadata": {"finalizers": ["faults.example.com/held"]}})
    for words, lines in [
        (["wait", "-f", path, "--for=delete"], 0),
        (["wait", "-f", path, "--for=jsonpath={.data.value}=x"], 0),
        (["wait", "configmap/none", "-n", NAMESPACE, "--for=create"], 0),
        (["delete", "-f", path], 1),
    ]:
        running = world.direct.start(*words)
        running.await_lines(lines)
        time.sleep(1)
        running.interrupt()
        outcome = running.finish(10)
        assert outcome.code == 130, outcome
        assert not outcome.errors and len(outcome.lines) == lines, outcome
    world.patch("configmaps/idle-0", {"metadata": {"finalizers": None}})


TESTS = [delete, apply, waiting]
