"""Masks ages in tables, and nothing else: a cell is masked only where its column holds ages and its text is one.

The width of a column follows from its longest age, so the padding behind an age is made the same as well; all other
columns keep theirs.
"""

import re
from collections.abc import Iterator

_AGE = r"(?:\d+y)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?"
_HEADINGS = ("AGE", "LAST SEEN", "FIRST SEEN", "DURATION", "Age")
_HEADING = re.compile(r"(?:(?<=\s\s)|^)(" + "|".join(_HEADINGS) + r")(?=\s\s|\s*$)")
_CELL_START = re.compile(r"(?:(?<=\s\s)|^)\S")
_AGES = re.compile(rf"(?=\d){_AGE}(?: \(x\d+ over {_AGE}\))?")
_ANY_CELL = re.compile(rf"(?:{'|'.join(_HEADINGS)}|-+|{_AGES.pattern})(?= |$)")


def mask_age_columns(text: str) -> str:
    """Masks the cells below each heading of ages, until the table ends or the next heading comes."""
    masked = []
    columns: list[tuple[int, int | None]] = []
    for line, ending in _lines(text):
        if headings := list(_HEADING.finditer(line)):
            starts = [match.start() for match in _CELL_START.finditer(line)]
            columns = [(match.start(), _next_start(starts, match.end())) for match in headings]
        elif not line.strip():
            columns = []
        # From right to left, so that the columns further left stay where they are.
        for start, end in reversed(columns):
            line = _mask_column(line, start, end)
        masked.append(line + ending)
    return "\n".join(masked)


def _next_start(starts: list[int], position: int) -> int | None:
    return next((start for start in starts if start >= position), None)


def _mask_column(line: str, start: int, end: int | None) -> str:
    """Masks one cell; `end` is where the next column starts, so that empty cells after it stay as wide as they are."""
    if end is not None and (shown := _shown(line[start:end].rstrip(" "))) and line[end - 1 : end] == " ":
        return f"{line[:start]}{shown}   {line[end:]}"
    return _mask_cell(line, start)


def mask_age_cells(text: str, number: int) -> str:
    """Masks the cell of this number, counted from 1, in every line where it is an age or a heading of ages."""
    masked = []
    for line, ending in _lines(text):
        starts = [match.start() for match in _CELL_START.finditer(line)]
        if len(starts) >= number:
            line = _mask_cell(line, starts[number - 1])
        masked.append(line + ending)
    return "\n".join(masked)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line without and with its carriage return, which a terminal adds."""
    for line in text.split("\n"):
        body = line.removesuffix("\r")
        yield body, line[len(body) :]


def _mask_cell(line: str, start: int) -> str:
    """Masks one cell where the columns to the right are not known to be aligned."""
    if start > 0 and line[start - 1 : start] != " ":
        return line  # the line is none of the table's
    cell = _ANY_CELL.match(line, start)
    shown = cell and _shown(cell[0])
    if not cell or not shown:
        return line
    rest = line[cell.end() :]
    return line[:start] + shown + (f"   {rest.lstrip(' ')}" if rest.strip() else rest and "   ")


def _shown(cell: str) -> str | None:
    """What stands for the cell: the heading, `----` for the rule below it, `<age>` for ages; None for other texts."""
    if cell in _HEADINGS:
        return cell
    if cell and not cell.strip("-"):
        return "----"
    if _AGES.fullmatch(cell):
        # The counts of a series stay: `5m (x12 over 1h)` becomes `<age> (x12 over <age>)`.
        return re.sub(rf"(?<!\w)(?=\d){_AGE}(?= |\)|$)", "<age>", cell)
    return None
