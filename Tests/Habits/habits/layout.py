"""The top of the repository stays small enough to be read at a glance."""

from collections.abc import Iterator

from habits.tree import Finding, SourceTree

_TOP_LEVEL = {
    "Package.swift", "Sources", "Tests", "Completions", "Docs", "CHANGELOG.md", "README.md", "Makefile", "LICENSE",
}


def check(tree: SourceTree) -> Iterator[Finding]:
    for path in tree.paths:
        top = path.split("/")[0]
        if top not in _TOP_LEVEL and not top.startswith("."):
            yield Finding(path, 1, f"`{top}` does not belong at the top of the repository.")
