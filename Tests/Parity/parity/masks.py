"""The masks: all that may be hidden before two outputs are compared. A case hides nothing unless it asks, with `mask:`.

Always applied, because the sides cannot share them: the working folder and, where a case has a namespace for each side,
its name. Both have the same length on both sides, so the columns of a table stay comparable (see side.py).
"""

import re
from collections.abc import Callable

from parity.ages import mask_age_cells, mask_age_columns


def _replacing(pattern: str, replacement: str) -> Callable[[str, str], str]:
    compiled = re.compile(pattern, re.MULTILINE)
    return lambda text, argument: compiled.sub(replacement, text)


# Each mask takes the text and what stands after `=` in the case's `mask:` line.
MASKS: dict[str, Callable[[str, str], str]] = {
    # Ages, in the cells below the headings AGE, LAST SEEN and their like: `38s`, `3d4h`, `5m (x12 over 1h)`.
    "age": lambda text, argument: mask_age_columns(text),
    # Ages in the cell of this number (from 1) of every line: for tables without headings and for watches, where each
    # line has widths of its own.
    "age-cell": lambda text, argument: mask_age_cells(text, int(argument)),
    # The name the program was called by; for cases that call it `skubectl`.
    "program": _replacing(r"\bskubectl\b", "kubectl"),
    # The client's own version: skubectl's has its own part after kubectl's, and an own build, commit and toolchain.
    "client-version": _replacing(
        r"(v1\.36\.4)\+skubectl\.[0-9A-Za-z.-]+|(?<=buildDate: )\S+|(?<=gitCommit: )\S+|(?<=gitTreeState: )\S+"
        r"|(?<=goVersion: )\S+|(?<=compiler: )\S+",
        r"\1",
    ),
    # The lines of kubectl's own log (klog), such as `E1122 20:15:01.123456    4711 memcache.go:265] …`: they name its
    # source files, and skubectl does not write them (Docs/Compatibility.md).
    "log": _replacing(r"^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ [a-z_]+\.go:\d+\] .*\n", ""),
    # What differs in every line of that log: the time and the process. The source file and the message stay.
    "log-header": _replacing(r"^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ (?=[a-z_]+\.go:\d+\] )", r"\1 "),
    # Of what each side creates for itself: identifiers, versions and times that the server gives out.
    "uid": _replacing(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", "<uid>"),
    "resource-version": _replacing(r'(resourceVersion"?: )"\d+"', r'\1"<version>"'),
    "timestamp": _replacing(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", "<timestamp>"),
    "date": _replacing(r"\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}", "<date>"),
    "generated-name": _replacing(r"(?<=-)[bcdfghjklmnpqrstvwxz2456789]{5}\b", "<name>"),
    # Of what the node gives out to each side's pods. Addresses and their heading come with the spaces of their column.
    "address": _replacing(r"\b10\.\d+\.\d+\.\d+\b *|\bIP  +", "<address> "),
    "container-id": _replacing(r"containerd://[0-9a-f]{64}", "<container>"),
    # The name of an ApplySet, which its namespace is a part of.
    "applyset-id": _replacing(r"\bapplyset-[A-Za-z0-9_-]{43}-v1\b", "applyset-<id>-v1"),
    # Of `diff`: the number in the names of the temporary folders, and the times of the files in them.
    "diff-folders": _replacing(
        r"(?<=/)((?:LIVE|MERGED)-)\d+|\t\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ [+-]\d{4}$", r"\1"
    ),
    # The local port of a connection, which the system chooses.
    "local-port": _replacing(r"(127\.0\.0\.1:)\d+(?=->)", r"\1<port>"),
    # The number in the name of a file that the user edits.
    "edit-file": _replacing(r"(?<=-edit-)\d+(?=\.(?:yaml|json)\b)", "<number>"),
    # The number in the name of the folder that a repository is fetched into.
    "clone-folder": _replacing(r"(?<=/kustomize-)\d+", "<number>"),
    # The number that containerd gives a command in a container.
    "exec-id": _replacing(r'(?<=failed to start exec ")[0-9a-f]{64}', "<id>"),
    # Lines whose order the reference itself leaves to chance.
    "line-order": lambda text, argument: "\n".join(sorted(text.split("\n"))),
}


def apply(masks: tuple[str, ...], text: str) -> str:
    """The text with the masks applied in their order."""
    for mask in masks:
        name, _, argument = mask.partition("=")
        text = MASKS[name](text, argument)
    return text
