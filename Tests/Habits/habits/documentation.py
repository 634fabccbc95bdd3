"""What other modules can use has a doc comment: every `package` type, function, subscript and static member."""

from collections.abc import Iterator

from habits.declarations import Declaration, declarations
from habits.tree import Finding, SourceFile, SourceTree

# What the standard library asks for: its meaning is the protocol's.
_WITNESSES = {
    "==", "<", "AsyncIterator", "Element", "Failure", "Index", "Iterator", "RawValue", "allCases", "debugDescription",
    "description", "encode", "endIndex", "hash", "id", "index", "makeAsyncIterator", "makeIterator", "next", "rawValue",
    "startIndex", "write",
}
_TYPES = {"struct", "enum", "class", "actor", "protocol", "typealias", "func", "subscript", "macro"}


def check(tree: SourceTree) -> Iterator[Finding]:
    # What a protocol of the project asks for is told there.
    told = _WITNESSES | {name for file in tree.swift_files for name in _requirements(file)}
    for file in tree.swift_files:
        if file.is_test and file.module != "TestSupport":
            continue
        for declaration in declarations(file):
            if declaration.name in told or not _needs_comment(declaration):
                continue
            if not _has_doc_comment(file, declaration.line):
                name = declaration.name or declaration.kind
                yield Finding(file.path, declaration.line, f"`{name}` is `package` and has no doc comment.")


def _needs_comment(declaration: Declaration) -> bool:
    """Initializers and stored fields are told by their type's comment and their names."""
    if "package" not in declaration.modifiers:
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


def _requirements(file: SourceFile) -> Iterator[str]:
    """The names of what the file's protocols ask for, each with its doc comment there."""
    protocol_indent: int | None = None
    for declaration in declarations(file):
        text = file.lines[declaration.line - 1]
        indent = len(text) - len(text.lstrip())
        if declaration.kind == "protocol":
            protocol_indent = indent
        elif protocol_indent is not None and indent <= protocol_indent:
            protocol_indent = None
        elif protocol_indent is not None and _has_doc_comment(file, declaration.line):
            yield declaration.name
