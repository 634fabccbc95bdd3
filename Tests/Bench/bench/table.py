"""The rows of the report: what was measured, against what, and whether the target was met."""

import os
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


def page(rows: Iterable[Row], pods: int, machine: str) -> str:
    """The report as a page of the documentation."""
    rows = list(rows)
    cells = [row.cells for row in rows]
    lines = [
        "# Performance", "",
        f"Measured on {os.cpu_count()} cores ({machine}), on the cluster of Tests/Cluster with {pods:,} pods of two",
        "containers with twelve variables each, by", "",
        "    make bench", "",
        "which writes this page. kubectl is the reference, 1.36.4; both programs take turns, the figures are medians.",
        "Of the changes, kubectl's come once, after skubectl's, because they take long.",
        "Ratios are skubectl's time to that of what it is measured against, smaller is better.", "",
        "| measure | skubectl | against | value | target | |", "|---|---|---|---|---|---|",
    ]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells]
    if any("OpenAPI v3" in row.measure for row in rows):
        lines += [
            "", "Where a row says OpenAPI v3, both talk through a front (`Tests/Bench/bench/openapi_front.py`) that",
            "gives the cluster the documents which servers have from Kubernetes 1.27 on, and of which kubectl decodes",
            "one for each object.",
        ]
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}"
