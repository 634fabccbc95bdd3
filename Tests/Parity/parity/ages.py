"""Masks ages in tables, and nothing else: a cell is masked only where its column holds ages and its text is one.

The width of a column follows from its longest age, so the padding behind an age is made the same as well; all other
columns keep theirs.
"""

import re

_AGE = r"(?:\d+y)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?"
_HEADINGS = ("AGE", "LAST SEEN", "FIRST SEEN", "DURATION", "Age")
_HEADING = re.compile(r"(?:(?<=\s\s)|^)(" + "|".join(_HEADINGS) + r")(?=\s\s|\s*$)")
_CELL = re.compile(rf"(?=\d){_AGE}(?: \(x\d+ over {_AGE}\))?(?= |$)")
_DASHES = re.compile(r"-+(?= |$)")


def mask_age_columns(text: str) -> str:
    """Masks the cells below each heading of ages, until the table ends or the next heading comes."""
    masked = []
    columns: list[int] = []
    for line in text.split("\n"):
        headings = [match.start() for match in _HEADING.finditer(line)]
        if headings:
            columns = headings
        elif not line.strip():
            columns = []
        # From right to left, so that the columns further left stay where they are.
        for column in reversed(columns):
            line = _mask_cell(line, column)
        masked.append(line)
    return "\n".join(masked)


def mask_age_cells(text: str, number: int) -> str:
    """Masks the cell of this number, counted from 1, in every line where it is an age or a heading of ages."""
    masked = []
    for line in text.split("\n"):
        starts = [match.start() for match in re.finditer(r"(?:(?<=\s\s)|^)\S", line)]
        if len(starts) >= number:
            line = _mask_cell(line, starts[number - 1])
        masked.append(line)
    return "\n".join(masked)


def _mask_cell(line: str, column: int) -> str:
    if column > 0 and line[column - 1 : column] != " ":
        return line  # the line is none of the table's
    cell = _HEADING.match(line, column) or _CELL.match(line, column) or _DASHES.match(line, column)
    if cell is None:
        return line
    shown = cell[0] if cell[0] in _HEADINGS else "----" if cell[0].startswith("-") else _mask_age(cell[0])
    rest = line[cell.end() :]
    return line[:column] + shown + (f"   {rest.lstrip(' ')}" if rest.strip() else rest and "   ")


def _mask_age(cell: str) -> str:
    """The counts of a series stay: `5m (x12 over 1h)` becomes `<age> (x12 over <age>)`."""
    return re.sub(rf"(?<![\w]){_AGE}(?= |\)|$)", lambda match: "<age>" if match[0] else "", cell)
