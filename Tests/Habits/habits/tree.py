"""The files under check: everything git would commit, read once."""

import subprocess
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from habits.swift_text import SwiftText


@dataclass(frozen=True, order=True)
class Finding:
    """One place that breaks a rule, and the rule in a sentence."""

    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}"


@dataclass(frozen=True)
class SourceFile:
    """A text file; `path` is relative to the top of the repository."""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def swift(self) -> SwiftText:
        """The file's text with comments and strings told apart from code; for Swift files only."""
        return SwiftText(self.text)

    @property
    def stem(self) -> str:
        return Path(self.path).stem

    @property
    def is_swift(self) -> bool:
        return self.path.endswith(".swift")

    @property
    def module(self) -> str | None:
        """The target that a file below Sources or Tests belongs to; nil for Package.swift and the like."""
        parts = Path(self.path).parts
        return parts[1] if len(parts) > 2 and parts[0] in ("Sources", "Tests") else None

    @property
    def is_test(self) -> bool:
        return self.path.startswith("Tests/")

    def runs_with(self, *interpreters: str) -> bool:
        """Whether the first line names one of the interpreters."""
        first = self.lines[0] if self.lines else ""
        return first.startswith("#!") and first.replace("/", " ").split()[-1] in interpreters


@dataclass(frozen=True)
class SourceTree:
    """All text files of the repository at `root` that are tracked, or new and not ignored."""

    root: Path
    _cache: dict[str, SourceFile] = field(default_factory=dict)

    @cached_property
    def paths(self) -> list[str]:
        listing = subprocess.run(
            ["git", "-C", self.root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            capture_output=True,
        )
        if listing.returncode == 0:
            names = set(listing.stdout.decode().split("\0")) - {""}
        else:  # an unpacked archive: there is no git to ask
            names = {
                str(path.relative_to(self.root))
                for path in self.root.rglob("*")
                if not {".build", ".git", "__pycache__"} & set(path.relative_to(self.root).parts)
            }
        return sorted(name for name in names if (self.root / name).is_file() and not (self.root / name).is_symlink())

    @cached_property
    def files(self) -> list[SourceFile]:
        found = []
        for path in self.paths:
            try:
                found.append(SourceFile(path, (self.root / path).read_text(encoding="utf-8")))
            except UnicodeDecodeError:
                continue  # a fixture with bytes of its own is no source
        return found

    @property
    def swift_files(self) -> list[SourceFile]:
        return [file for file in self.files if file.is_swift]
