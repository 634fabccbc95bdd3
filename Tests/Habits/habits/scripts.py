"""Scripts: Python compiles, bash passes shellcheck where it is installed, and both can be started."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator

from habits.tree import Finding, SourceFile, SourceTree

_COLUMNS = 120


def check(tree: SourceTree) -> Iterator[Finding]:
    for file in tree.files:
        if file.path.endswith(".py") or file.runs_with("python3"):
            yield from _python(file)
        if file.text.startswith("#!") and not os.access(tree.root / file.path, os.X_OK):
            yield Finding(file.path, 1, "the file has an interpreter line and is not executable.")
    yield from _shell(tree)


def _python(file: SourceFile) -> Iterator[Finding]:
    for number, line in enumerate(file.lines, 1):
        if len(line) > _COLUMNS:
            yield Finding(file.path, number, f"the line has {len(line)} columns, and {_COLUMNS} are the most.")
    try:
        compile(file.text, file.path, "exec")
    except SyntaxError as error:
        yield Finding(file.path, error.lineno or 1, f"Python does not compile this: {error.msg}.")


def _shell(tree: SourceTree) -> Iterator[Finding]:
    written = [file for file in tree.files if not file.path.startswith("Completions/")]
    scripts = [file for file in written if file.runs_with("bash", "sh") or file.path.endswith((".sh", ".bash"))]
    for file in scripts:
        if file.runs_with("bash") and not re.search(r"^\s*set -[a-z]*e", file.text, re.MULTILINE):
            yield Finding(file.path, 1, "a script that goes on after a failed command needs `set -euo pipefail`.")
    if not scripts or shutil.which("shellcheck") is None:
        return
    result = subprocess.run(
        ["shellcheck", "--external-sources", "--format=gcc", *(file.path for file in scripts)],
        cwd=tree.root, capture_output=True, text=True,
    )
    for line in result.stdout.splitlines():
        if match := re.match(r"(.+?):(\d+):\d+: \w+: (.*)", line):
            yield Finding(match[1], int(match[2]), match[3])
