"""The table of commands: what of the reference's commands and flags skubectl has, and how many cases call them."""

import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from parity.case import Case
from parity.help_flags import flags

_BEGIN, _END = "<!-- commands: begin -->", "<!-- commands: end -->"
_HEADING = re.compile(r"^[A-Z].*Commands.*:$")
_COMMAND = re.compile(r"^  ([a-z][\w-]*)  +\S")
# What stands for the program in the cases' commands, up to the end of the simple command.
_CALL = re.compile(r"\bs?kubectl\b([^|;&<>()]*)")

Words = tuple[str, ...]


@dataclass(frozen=True)
class CommandTable:
    """The table for a reference, a program and the cases that compare them."""

    reference: Path
    program: Path
    cases: Iterable[Case]

    def placed_in(self, page: str) -> str:
        """The page with the table between its two marks."""
        start, end = page.index(_BEGIN) + len(_BEGIN), page.index(_END)
        return page[:start] + "\n" + "\n".join(self._lines()) + "\n" + page[end:]

    def _lines(self) -> Iterator[str]:
        yield "| command | flags that are missing | cases |"
        yield "|---|---|---|"
        for path in self._commands(()):
            name = " ".join(path)
            wanted = self._flags(self.reference, path)
            found = self._flags(self.program, path) if path in self._own_commands else None
            if found is None:
                yield f"| `{name}` | the command is missing | |"
                continue
            missing = ", ".join(f"`{flag.split('=')[0]}`" for flag in wanted if flag not in found)
            yield f"| `{name}` | {missing} | {self._calls.get(path, '')} |"

    def _commands(self, path: Words) -> Iterator[Words]:
        for name in self._subcommands(self.reference, path):
            yield (*path, name)
            yield from self._commands((*path, name))

    @cached_property
    def _own_commands(self) -> frozenset[Words]:
        def below(path: Words) -> Iterator[Words]:
            for name in self._subcommands(self.program, path):
                yield (*path, name)
                yield from below((*path, name))

        return frozenset(below(()))

    @cached_property
    def _calls(self) -> dict[Words, int]:
        """How many cases have a compared command that calls this command."""
        counts: dict[Words, int] = {}
        for case in self.cases:
            called = {
                path
                for step in case.steps if step.compared
                for call in _CALL.findall(step.command)
                if (path := self._called(call.split()))
            }
            for path in called:
                counts[path] = counts.get(path, 0) + 1
        return counts

    def _called(self, words: list[str]) -> Words:
        """The longest command that the words name one after the other, behind flags."""
        path: Words = ()
        for word in words:
            if (*path, word) in self._own_commands:
                path = (*path, word)
            elif path and not word.startswith("-"):
                break
        return path

    def _subcommands(self, program: Path, path: Words) -> Iterator[str]:
        listed = False
        for line in self._help(program, path).split("\n"):
            if _HEADING.match(line):
                listed = True
            elif not line:
                listed = False
            elif listed and (match := _COMMAND.match(line)):
                yield match[1]

    def _flags(self, program: Path, path: Words) -> list[str]:
        return flags(self._help(program, path)).split("\n")[:-1]

    def _help(self, program: Path, path: Words) -> str:
        with tempfile.TemporaryDirectory() as home:
            done = subprocess.run(
                [program, *path, "--help"], env={"HOME": home, "PATH": ""}, capture_output=True, text=True, check=True
            )
        return done.stdout
