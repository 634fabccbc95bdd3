"""Imports go upwards only, as imports.txt lists them."""

import re
from collections.abc import Iterator
from pathlib import Path

from habits.tree import Finding, SourceTree

_LIST = Path(__file__).resolve().parent.parent / "imports.txt"
_IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:package|public|internal|private|fileprivate)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)"
)


def check(tree: SourceTree) -> Iterator[Finding]:
    allowed = _read_list()
    everywhere = allowed.pop("everywhere")
    tests = allowed.pop("tests")
    for file in tree.swift_files:
        if file.path == "Package.swift":
            continue
        module = "skubectl-bench" if file.path.startswith("Tests/Bench/") else file.module
        subject = module.removesuffix("Tests") if module else None
        if module is None or subject not in allowed:
            yield Finding(file.path, 1, f"the module {module} is not listed in {_LIST.parent.name}/{_LIST.name}.")
            continue
        permitted = allowed[subject] | everywhere
        if module.endswith("Tests"):
            permitted |= {subject} | tests
        for number, code in enumerate(file.swift.code, 1):
            match = _IMPORT.match(code)
            if match and match[1] not in permitted:
                yield Finding(file.path, number, _sentence(module, match[1]))


def _sentence(module: str, imported: str) -> str:
    if imported == "Foundation":
        return "Foundation doubles start-up time and size; import FoundationEssentials where one is needed."
    return f"{module} may not import {imported}."


def _read_list() -> dict[str, set[str]]:
    rules: dict[str, set[str]] = {}
    for line in _LIST.read_text().splitlines():
        module, colon, names = line.split("#")[0].partition(":")
        if colon:
            rules[module.strip()] = set(names.split())
    return rules
