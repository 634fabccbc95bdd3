"""The shells: how each is started, how it learns the completion, and how it tells what stands in its line."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from shells.terminal import Terminal
from shells.world import World

# Printed by the shell when it is ready; typed in two parts, so that its echo is no answer.
_READY = "printf 'rea''dy%s\\n' {}"


@dataclass(frozen=True)
class Shell:
    """A shell with the commands that teach it to complete."""

    name: str
    arguments: tuple[str, ...]
    # Commands before the script is read.
    preparation: tuple[str, ...]
    # The command that reads the script of the program PROGRAM.
    source: str

    def is_installed(self) -> bool:
        """Whether the shell can be started."""
        return shutil.which(self.name) is not None

    def start(self, world: World, program: str) -> "Session":
        """Starts it, and has it read the program's script."""
        session = Session(Terminal([self.name, *self.arguments], world.environment, world.home))
        for command in (*self.preparation, self.source.replace("PROGRAM", program)):
            session.execute(command)
        return session


class Session:
    """A running shell."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._count = 0

    def execute(self, command: str) -> None:
        """Runs a command."""
        self._count += 1
        self._terminal.type(f"{command}\r" + _READY.format(self._count) + "\r")
        self._terminal.wait_for(rf"ready{self._count}\r?\n")

    def completed(self, keys: str) -> list[str]:
        """Types keys and Tab, and returns the words that then stand in the line."""
        self._count += 1
        # From the start of the line on the shell is made to print its words instead of running them.
        self._terminal.type(f"{keys}\t")
        self._terminal.type(f"\x01printf '[%s]' 'wor''ds{self._count}' \x05 'e''nd'\r")
        text = self._terminal.wait_for(rf"\[words{self._count}\](\[[^\]]*\])*?\[end\]")
        self.execute(":")
        return re.findall(r"\[([^\]]*)\]", text)[1:-1]

    def offered(self, keys: str, expected: list[str]) -> None:
        """Types keys and Tab twice, and waits until all that is expected is shown."""
        self._terminal.type(f"{keys}\t\t")
        anywhere = "".join(f"(?=.*{re.escape(text)})" for text in expected)
        self._terminal.wait_for(anywhere + ".*")
        # Away with the line.
        self._terminal.type("\x03")
        self.execute(":")

    def close(self) -> None:
        """Ends the shell."""
        self._terminal.close()


_BASH = ("--norc", "--noprofile", "-i")
_ZSH = ("-f", "-i")
_ZSH_KEYS = ("unset zle_bracketed_paste", "bindkey -e", "autoload -U compinit")

ALL = (
    Shell("bash", _BASH, ("bind 'set enable-bracketed-paste off'",), "source <(PROGRAM completion bash)"),
    Shell("zsh", _ZSH, (*_ZSH_KEYS, "compinit -u -D"), "source <(PROGRAM completion zsh)"),
    Shell("fish", ("--no-config", "-i"), (), "PROGRAM completion fish | source"),
)


def bash_after(file: Path) -> Shell:
    """bash that has read another file first."""
    return Shell("bash", _BASH, (f"source {file}",), "source <(PROGRAM completion bash)")


def zsh_with_functions(folder: Path) -> Shell:
    """zsh that finds its completions in a folder."""
    return Shell("zsh", _ZSH, (*_ZSH_KEYS, f"fpath=({folder} $fpath)"), "compinit -u -D")
