"""What other modules can use has a doc comment: every `package` type, function, subscript and static member."""

from collections.abc import Iterator

from habits.declarations import Declaration, declarations
from habits.tree import Finding, SourceFile, SourceTree

# What the standard library asks for: its meaning is the protocol's.
_WITNESSES = {
    "==", "<", "AsyncIterator", "Element", "Failure", "Index", "Iterator", "RawValue", "allCases", "debugDescription",
    "description", "encode", "endIndex", "hash", "id", "index", "makeAsyncIterator", "makeIterator", "next", "rawValue",
    "startIndex",
}
_TYPES = {"struct", "enum", "class", "actor", "protocol", "typealias", "func", "subscript", "macro"}


def check(tree: SourceTree) -> Iterator[Finding]:
    for file in tree.swift_files:
        if file.is_test and file.module != "TestSupport":
            continue
        for declaration in declarations(file):
            if _needs_comment(declaration) and not _has_doc_comment(file, declaration.line):
                name = declaration.name or declaration.kind
                yield Finding(file.path, declaration.line, f"`{name}` is `package` and has no doc comment.")


def _needs_comment(declaration: Declaration) -> bool:
    """Initializers and stored fields are told by their type's comment and their names."""
    if "package" not in declaration.modifiers or declaration.name in _WITNESSES:
        return False
    return declaration.kind in _TYPES or "static" in declaration.modifiers


def _has_doc_comment(file: SourceFile, line: int) -> bool:
    for text in reversed(file.lines[: line - 1]):
        stripped = text.strip()
        if stripped.startswith("///"):
            return True
        # Attributes, plain comments (such as SAFETY) and conditions stand between the comment and the declaration.
        if not stripped.startswith(("@", "//", "#if")):
            return False
    return False
