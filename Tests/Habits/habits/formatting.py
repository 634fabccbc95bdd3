"""`swift format lint --strict`, run beside the other rules because it takes longest."""

import re
import shutil
import subprocess

from habits.tree import Finding, SourceTree

_LINE = re.compile(r"(.+?):(\d+):\d+: (?:error|warning): (.*)")


def start(tree: SourceTree) -> subprocess.Popen[str] | None:
    """Starts the linter; nil where there is no Swift toolchain."""
    if shutil.which("swift") is None:
        return None
    return subprocess.Popen(
        ["swift", "format", "lint", "--strict", "--parallel", *(file.path for file in tree.swift_files)],
        cwd=tree.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )


def finish(process: subprocess.Popen[str], tree: SourceTree) -> list[Finding]:
    """Waits for the linter and returns what it found."""
    _, report = process.communicate()
    findings = []
    for line in report.splitlines():
        if match := _LINE.match(line):
            findings.append(Finding(match[1].removeprefix(f"{tree.root}/"), int(match[2]), match[3]))
    if process.returncode != 0 and not findings:
        findings.append(Finding(".swift-format", 1, f"swift format failed: {report.strip()}"))
    return findings
