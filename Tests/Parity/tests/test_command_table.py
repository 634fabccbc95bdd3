"""The table of commands, of two programs that are nothing but help texts."""

import tempfile
import unittest
from pathlib import Path

from parity.case import Case, Step
from parity.command_table import CommandTable

_ROOT = """Basic Commands (Beginner):
  get           Display
  run           Start

Other Commands:
  config        Change

Usage:
  kubectl [flags]
"""
_CONFIG = "Available Commands:\n  view          Show\n"
_GET = "Options:\n    -o, --output='':\n\tFormat.\n\n    --sort-by='':\n\tField.\n"


def program(folder: Path, name: str, texts: dict[str, str]) -> Path:
    """A program that answers `PATH --help` with a text."""
    branches = "".join(f"'{path} --help') cat <<'END'\n{text}END\n;;\n" for path, text in texts.items())
    path = folder / name
    path.write_text(f"#!/bin/sh\nPATH=/bin:/usr/bin\ncase \" $*\" in\n{branches}*) exit 1;;\nesac\n")
    path.chmod(0o755)
    return path


class CommandTableTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        texts = {"": _ROOT, " get": _GET, " run": "", " config": _CONFIG, " config view": ""}
        own = texts | {"": _ROOT.replace("  run           Start\n", ""), " get": _GET.replace("--sort-by=''", "--x=''")}
        self.reference = program(Path(folder.name), "reference", texts)
        self.own = program(Path(folder.name), "own", own)

    def table(self, *commands: str) -> list[str]:
        case = Case("topic", "name", "place", tuple(Step(command, compared=True) for command in commands))
        page = CommandTable(self.reference, self.own, [case]).placed_in(
            "before\n<!-- commands: begin -->\nold\n<!-- commands: end -->\nafter\n"
        )
        lines = page.split("\n")
        self.assertEqual((lines[0], lines[-2]), ("before", "after"))
        return lines[4:-3]

    def test_tells_what_is_missing(self) -> None:
        self.assertEqual(
            self.table("kubectl get pods"),
            [
                "| `get` | `--sort-by` | 1 |", "| `run` | the command is missing | |", "| `config` |  |  |",
                "| `config view` |  |  |",
            ],
        )

    def test_counts_calls_behind_flags_and_in_pipes(self) -> None:
        rows = self.table(
            "kubectl --context=a config view -o json | head -1", "kubectl config view; skubectl get config"
        )
        self.assertEqual(rows[0].split("|")[-2].strip(), "1")
        self.assertEqual(rows[2].split("|")[-2].strip(), "")
        self.assertEqual(rows[3].split("|")[-2].strip(), "1")


if __name__ == "__main__":
    unittest.main()
