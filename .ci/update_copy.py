#!/usr/bin/env python3
"""Makes a folder the copy of a checkout, and leaves alone what is equal already, with its times: builds go by those.

    .ci/update_copy.py CHECKOUT COPY

What is built stays where it is: `.build` is neither copied nor taken away.
"""

import filecmp
import os
import shutil
import stat
import sys
from pathlib import Path

_NOT_SOURCES = {".build", ".git", ".swiftpm", "__pycache__"}


def update(checkout: Path, copy: Path) -> None:
    """Copies what differs in content, kind or mode, and takes away what the checkout does not have."""
    copy.mkdir(parents=True, exist_ok=True)
    wanted = {entry.name: entry for entry in os.scandir(checkout) if entry.name not in _NOT_SOURCES}
    for entry in os.scandir(copy):
        if entry.name not in _NOT_SOURCES and not _is_same_kind(entry, wanted.get(entry.name)):
            _take_away(Path(entry.path))
    for name, entry in wanted.items():
        source, target = Path(entry.path), copy / name
        if entry.is_dir(follow_symlinks=False):
            update(source, target)
        elif not _is_equal(source, target):
            shutil.copyfile(source, target, follow_symlinks=False)
            shutil.copymode(source, target, follow_symlinks=False)


def _is_same_kind(entry: os.DirEntry[str], wanted: os.DirEntry[str] | None) -> bool:
    return wanted is not None and not entry.is_symlink() and not wanted.is_symlink() and (
        entry.is_dir() == wanted.is_dir() and entry.is_file() == wanted.is_file()
    )


def _is_equal(source: Path, target: Path) -> bool:
    return (
        target.is_file()
        and not source.is_symlink()
        and stat.S_IMODE(source.stat().st_mode) == stat.S_IMODE(target.stat().st_mode)
        and filecmp.cmp(source, target, shallow=False)
    )


def _take_away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


if __name__ == "__main__":
    update(Path(sys.argv[1]), Path(sys.argv[2]))
