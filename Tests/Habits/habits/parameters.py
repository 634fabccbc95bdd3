"""A function takes at most six parameters; more belong together in a value."""

from collections.abc import Iterator

from habits.declarations import declarations
from habits.tree import Finding, SourceFile, SourceTree

_MOST = 6
_OPENING, _CLOSING = "([{", ")]}"


def check(tree: SourceTree) -> Iterator[Finding]:
    for file in tree.swift_files:
        for declaration in declarations(file):
            # An initializer that fills the fields of a value has as many parameters as the value has fields.
            if declaration.kind not in ("func", "subscript"):
                continue
            count = _parameter_count(file, declaration.line, declaration.column)
            if count > _MOST:
                sentence = f"`{declaration.name}` takes {count} parameters, and {_MOST} are the most."
                yield Finding(file.path, declaration.line, sentence)


def _parameter_count(file: SourceFile, line: int, column: int) -> int:
    """Counts the commas at the top level of the first parentheses after the name."""
    lines = file.swift.code[line - 1 : line + 60]
    text = "\n".join([lines[0][column:]] + lines[1:])
    start = text.find("(")
    depth, count, empty = 0, 1, True
    for character in text[start:] if start >= 0 else "":
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth -= 1
            if depth == 0:
                return 0 if empty else count
        elif depth == 1 and character == ",":
            count += 1
        if depth >= 1 and not character.isspace() and character != "(":
            empty = False
    return 0
