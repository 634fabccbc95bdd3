"""The scripts of the tests have tests of their own, which take less than a second."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from habits.tree import Finding, SourceTree


def check(tree: SourceTree) -> Iterator[Finding]:
    tests = [Path(file.path) for file in tree.files if re.search(r"/tests/test_\w+\.py$", file.path)]
    for folder in sorted({path.parent.parent for path in tests}):
        command = [sys.executable, "-m", "unittest", "discover", "-q", "-s", "tests", "-t", "."]
        run = subprocess.run(command, cwd=tree.root / folder, capture_output=True, text=True)
        if run.returncode != 0:
            yield Finding(f"{folder}/tests", 1, f"the tests of the scripts fail:\n{run.stderr.strip()}")
