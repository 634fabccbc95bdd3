"""Reads case files. Their format is described in Tests/Parity/README.md."""

import dataclasses
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from parity.case import Case, Compare, Namespace, Need, Step
from parity.masks import MASKS

_HEREDOC = re.compile(r"(?:file (?P<file>\S+)|(?P<stdin>stdin)) <<(?P<end>\w+)$")
_SETTING = re.compile(r"(?P<key>[a-z]+): *(?P<value>.*)$")


class CaseFileError(Exception):
    """A case file that cannot be read, with its place."""


def read_cases(folder: Path) -> list[Case]:
    """All cases of the folder, in the order of the files' names and their own."""
    cases = [case for path in sorted(folder.glob("*.cases")) for case in parse(path.stem, path.read_text())]
    seen: dict[str, str] = {}
    for case in cases:
        if case.title in seen:
            raise CaseFileError(f"{case.place}: {seen[case.title]} has the same name")
        seen[case.title] = case.place
    return cases


def parse(topic: str, text: str) -> Iterator[Case]:
    """The cases of one file."""
    lines = _Lines(topic, text)
    defaults = _read_body(lines, Case(topic, "", "", ()))
    if defaults.steps:
        raise lines.error("a command before the first `=== name`")
    while (header := lines.next()) is not None:
        start = Case(topic, header[4:].strip(), lines.place, ())
        case = _read_body(lines, dataclasses.replace(defaults, name=start.name, place=start.place))
        if not any(step.compared for step in case.steps):
            raise CaseFileError(f"{case.place}: the case compares no command")
        yield case


class _Lines:
    """The lines of a file, one after the other, with a place for errors."""

    def __init__(self, topic: str, text: str) -> None:
        self._topic = topic
        self._lines = text.splitlines()
        self._position = 0

    @property
    def place(self) -> str:
        return f"Tests/Parity/cases/{self._topic}.cases:{self._position}"

    def peek(self) -> str | None:
        return self._lines[self._position] if self._position < len(self._lines) else None

    def next(self) -> str | None:
        line = self.peek()
        self._position += 1
        return line

    def error(self, sentence: str) -> CaseFileError:
        return CaseFileError(f"{self.place}: {sentence}")


def _read_body(lines: _Lines, case: Case) -> Case:
    steps: list[Step] = []
    files = list(case.files)
    while (line := lines.peek()) is not None and not line.startswith("=== "):
        lines.next()
        if not line.strip() or line.startswith("#"):
            continue
        if line[:2] in ("$ ", "% "):
            while line.endswith("\\"):
                line = line[:-1] + (lines.next() or "").lstrip()
            steps.append(Step(line[2:], compared=line[0] == "$"))
        elif match := _HEREDOC.match(line):
            content = _read_heredoc(lines, match["end"])
            if match["stdin"]:
                case = dataclasses.replace(case, stdin=content)
            else:
                files.append((match["file"], content))
        elif match := _SETTING.match(line):
            case = _apply_setting(lines, case, match["key"], match["value"])
        else:
            raise lines.error(f"not a line of a case: {line}")
    return dataclasses.replace(case, steps=tuple(steps), files=tuple(files))


def _read_heredoc(lines: _Lines, end: str) -> str:
    content = []
    while (line := lines.next()) != end:
        if line is None:
            raise lines.error(f"the text up to {end} does not end")
        content.append(line + "\n")
    return "".join(content)


def _apply_setting(lines: _Lines, case: Case, key: str, value: str) -> Case:
    setters: dict[str, Callable[[str], dict[str, object]]] = {
        "needs": lambda text: {"needs": frozenset(Need(word) for word in text.split())},
        "namespace": lambda text: {"namespace": Namespace(text)},
        "compare": lambda text: {"compare": Compare(text)},
        "mask": lambda text: {"masks": tuple(_known_mask(word) for word in text.split())},
        "called": lambda text: {"called": _one_of(text, "kubectl", "skubectl")},
        "env": lambda text: {"environment": (*case.environment, _pair(text))},
        "terminal": lambda text: {"terminal": _one_of(text, "yes", "no") == "yes"},
        "alone": lambda text: {"alone": _one_of(text, "yes", "no") == "yes"},
        "home": lambda text: {"fresh_home": _one_of(text, "fresh", "shared") == "fresh"},
        "timeout": lambda text: {"timeout": float(text)},
        "remark": lambda text: {},
    }
    if key not in setters:
        raise lines.error(f"there is no setting named {key}")
    try:
        return dataclasses.replace(case, **setters[key](value))
    except ValueError as error:
        raise lines.error(str(error)) from error


def _known_mask(word: str) -> str:
    if word.split("=")[0] not in MASKS:
        raise ValueError(f"there is no mask named {word}")
    return word


def _one_of(text: str, *words: str) -> str:
    if text not in words:
        raise ValueError(f"{text} is none of: {', '.join(words)}")
    return text


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ValueError("env takes NAME=VALUE")
    return name, value
