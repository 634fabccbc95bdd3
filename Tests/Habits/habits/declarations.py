"""Finds declarations in Swift code: their kind, name and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habits.tree import SourceFile

_MODIFIERS = (
    r"(?:(?:package|public|open|internal|fileprivate|private|static|class|final|mutating|nonmutating|override|required"
    r"|convenience|indirect|lazy|weak|nonisolated|isolated|dynamic|distributed|borrowing|consuming|prefix|postfix|infix"
    r"|(?:package|private|fileprivate|internal)\(set\)|nonisolated\([a-z]+\)|unowned(?:\([a-z]+\))?)\s+)*"
)
_DECLARATION = re.compile(
    r"^\s*(?:@\w+(?:\((?:[^()]|\([^()]*(?:\([^()]*\))?[^()]*\))*\))?\s+)*(?P<modifiers>" + _MODIFIERS + r")"
    r"(?P<kind>struct|enum|class|actor|protocol|extension|typealias|associatedtype|func|init|subscript|var|let|macro)\b"
    r"[?!]?\s*(?P<name>`?[\w.]+`?|[-+*/=<>!&|^~%]+)?"
)


@dataclass(frozen=True)
class Declaration:
    """A declaration on `line`, counted from 1; its name ends at `column` of the code view."""

    kind: str
    name: str
    modifiers: frozenset[str]
    line: int
    column: int


def declarations(file: SourceFile) -> Iterator[Declaration]:
    """All declarations of a file, nested and local ones too."""
    for number, code in enumerate(file.swift.code, 1):
        if match := _DECLARATION.match(code):
            name = (match["name"] or "").strip("`")
            yield Declaration(match["kind"], name, frozenset(match["modifiers"].split()), number, match.end())
