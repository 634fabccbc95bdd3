"""A file is named after its main type, and no name says nothing."""

import re
from collections.abc import Iterator

from habits.declarations import declarations
from habits.tree import Finding, SourceFile, SourceTree

_EMPTY_WORDS = "Utils?|Utilit(?:y|ies)|Helpers?|Common|Misc"
_EMPTY_NAME = re.compile(rf"(?:^|[a-z0-9_-])(?:{_EMPTY_WORDS})$|^(?:{_EMPTY_WORDS.lower()})$")
_TYPES = {"struct", "enum", "class", "actor", "protocol", "typealias", "extension"}
_WITHOUT_TYPE = {"main", "Package"}


def check(tree: SourceTree) -> Iterator[Finding]:
    for path in tree.paths:
        for part in path.split("/"):
            if _EMPTY_NAME.search(part.split(".")[0]):
                yield Finding(path, 1, f"the name `{part}` does not tell what is inside.")
    for file in tree.swift_files:
        yield from _main_type(file)


def _main_type(file: SourceFile) -> Iterator[Finding]:
    if file.stem in _WITHOUT_TYPE:
        return
    wanted = file.stem.split("+")[0]
    declared = [(item.kind, item.name) for item in declarations(file) if item.kind in _TYPES]
    if any(name == wanted or name.endswith("." + wanted) for _, name in declared):
        return
    # Small types of one family share a file with the family's name: `NetworkVolumeSources`.
    family = _singular_last_word(wanted)
    if family and sum(name.endswith(family) for _, name in declared) > 1:
        return
    sentence = f"the file declares no type `{wanted}`: a file is named after its main type, or `Type+Feature.swift`."
    yield Finding(file.path, 1, sentence)


def _singular_last_word(stem: str) -> str | None:
    """`Source` for `NetworkVolumeSources`; None for a name that is no plural."""
    word = re.findall(r"[A-Z][a-z0-9]*", stem)[-1:]
    if not word or not word[0].endswith("s"):
        return None
    return word[0][:-3] + "y" if word[0].endswith("ies") else word[0][:-1]
