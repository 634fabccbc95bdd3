"""The rows of the report: what was measured, against what, and whether the target was met."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measure. `ratio` and `target` are in the same unit; a lower value is better unless `more_is_better`."""

    measure: str
    found: str
    against: str
    value: float
    target: float | None = None
    more_is_better: bool = False

    @property
    def is_met(self) -> bool:
        if self.target is None:
            return True
        return self.value >= self.target if self.more_is_better else self.value <= self.target

    @property
    def cells(self) -> tuple[str, ...]:
        bound = "" if self.target is None else f"{'≥' if self.more_is_better else '≤'} {self.target:g}"
        verdict = "" if self.target is None else "met" if self.is_met else "MISSED"
        return self.measure, self.found, self.against, _number(self.value), bound, verdict


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """The report as aligned columns."""
    table = [("MEASURE", "SKUBECTL", "AGAINST", "VALUE", "TARGET", "VERDICT"), *(row.cells for row in rows)]
    widths = [max(len(cells[column]) for cells in table) for column in range(len(table[0]))]
    for cells in table:
        yield "   ".join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip()


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}"
