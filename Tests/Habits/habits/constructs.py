"""Constructs that the project does without, because each of them can end the program or hide a race or an error."""

import re
from collections.abc import Iterator

from habits.tree import Finding, SourceFile, SourceTree

_FORBIDDEN: list[tuple[re.Pattern[str], str]] = [
    (re.compile(r"\btry!"), "`try!` ends the program on an error; throw it."),
    (re.compile(r"\bas!"), "`as!` ends the program on another type; use `as?`."),
    (re.compile(r"(?<!\btry)(?<!\bas)(?<=[\w)\]}>])!(?![=\w])"), "a force unwrap ends the program; bind the value."),
    (re.compile(r"\b(fatalError|preconditionFailure|assertionFailure)\b"), "no code ends the program; throw an error."),
    (re.compile(r"\bnonisolated\(unsafe\)"), "`nonisolated(unsafe)` hides a race."),
]
_WORK_LEFT = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b")
_UNCHECKED = re.compile(r"@unchecked\s+Sendable")
_UNCHECKED_MODULES = ("SystemIO", "HTTPTransport")
_EXIT = re.compile(r"(?<![.\w])_?exit\(")
_EXIT_MODULES = ("skubectl", "SystemIO")


def check(tree: SourceTree) -> Iterator[Finding]:
    for file in tree.files:
        yield from _work_left(file)
    for file in tree.swift_files:
        for number, code in enumerate(file.swift.code, 1):
            for pattern, sentence in _FORBIDDEN:
                if pattern.search(code):
                    yield Finding(file.path, number, sentence)
            if re.search(r"\btry\?", code) and not _has_comment(file, number, lines_above=1):
                yield Finding(file.path, number, "a `try?` needs its reason in a comment beside it or a line above.")
            if _UNCHECKED.search(code):
                yield from _unchecked_sendable(file, number)
            if _EXIT.search(code) and not file.is_test and file.module not in _EXIT_MODULES:
                yield Finding(file.path, number, "the program has one exit, in the target skubectl; throw an error.")


def _work_left(file: SourceFile) -> Iterator[Finding]:
    for number, line in enumerate(file.lines, 1):
        if match := _WORK_LEFT.search(line):
            yield Finding(file.path, number, f"`{match[0]}`: what is here is finished, or it is not here.")


def _unchecked_sendable(file: SourceFile, number: int) -> Iterator[Finding]:
    if file.module not in _UNCHECKED_MODULES:
        yield Finding(file.path, number, f"`@unchecked Sendable` belongs to {' and '.join(_UNCHECKED_MODULES)} only.")
    elif not any("SAFETY:" in line for line in file.swift.comments[max(0, number - 6):number]):
        yield Finding(file.path, number, "`@unchecked Sendable` needs a `// SAFETY:` line just above it.")


def _has_comment(file: SourceFile, number: int, lines_above: int) -> bool:
    return any(line.strip() for line in file.swift.comments[max(0, number - 1 - lines_above):number])
