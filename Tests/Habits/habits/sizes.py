"""A file stays under 400 lines; up to 600 with a reason in exemptions.txt, never more."""

from collections.abc import Iterator
from pathlib import Path

from habits.tree import Finding, SourceTree

_LIST = Path(__file__).resolve().parent.parent / "exemptions.txt"
_SOFT, _HARD = 400, 600
_DATA = (".json", ".yaml", ".yml", ".txt", ".golden", ".out", ".md", ".cases")
_GENERATED = ("Completions/", "Docs/Commands/")


def check(tree: SourceTree) -> Iterator[Finding]:
    exempt = _read_list()
    for file in tree.files:
        count = len(file.lines)
        if file.path.endswith(_DATA) or file.path.startswith(_GENERATED):
            continue
        if count > _HARD:
            yield Finding(file.path, _HARD, f"the file has {count} lines, and {_HARD} are the most.")
        elif count > _SOFT and file.path not in exempt:
            sentence = f"the file has {count} lines; divide it, or give a reason in Tests/Habits/{_LIST.name}."
            yield Finding(file.path, _SOFT, sentence)
    sizes = {file.path: len(file.lines) for file in tree.files}
    for path, number in exempt.items():
        if sizes.get(path, 0) <= _SOFT:
            yield Finding(f"Tests/Habits/{_LIST.name}", number, f"{path} needs no exemption.")


def _read_list() -> dict[str, int]:
    """The exempted paths and the line of each; a line without a reason exempts nothing."""
    exempt = {}
    for number, line in enumerate(_LIST.read_text().splitlines(), 1):
        path, colon, reason = line.partition(": ")
        if colon and reason.strip() and not line.startswith("#"):
            exempt[path] = number
    return exempt
