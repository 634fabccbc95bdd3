"""Completion in real shells."""

import unittest
from collections.abc import Iterator
from pathlib import Path

from shells import shell
from shells.shell import Session, Shell
from shells.world import World

_BASH_COMPLETION = Path("/usr/share/bash-completion/bash_completion")


def tests(world: World) -> Iterator[unittest.TestCase]:
    """All tests of all shells, under both names of the program."""
    for one in shell.ALL:
        for program in ("skubectl", "kubectl"):
            yield _CompletionTest(world, one, program)
    yield _CompletionTest(world, shell.bash_after(_BASH_COMPLETION), "skubectl", needs=_BASH_COMPLETION)
    yield _InstalledScriptTest(world)
    yield _PowerShellTest()


class _CompletionTest(unittest.TestCase):
    """A person's keys in one shell."""

    def __init__(self, world: World, one: Shell, program: str, needs: Path | None = None) -> None:
        super().__init__("run_keys")
        self._world = world
        self._shell = one
        self._program = program
        self._needs = needs

    def id(self) -> str:
        """The name of the test."""
        package = f" with {self._needs.name}" if self._needs else ""
        return f"completion of {self._program} in {self._shell.name}{package}"

    __str__ = id

    def run_keys(self) -> None:
        """Completes commands, flags, types, names, namespaces and containers."""
        if not self._shell.is_installed():
            self.skipTest(f"{self._shell.name} is not installed")
        if self._needs and not self._needs.exists():
            self.skipTest(f"there is no {self._needs}")
        session = self._shell.start(self._world, self._program)
        try:
            self._check(session)
        finally:
            session.close()

    def _check(self, session: Session) -> None:
        program, namespace = self._program, self._world.namespace
        there = ["-n", namespace]
        cases = {
            f"{program} descr": [program, "describe"],
            f"{program} config use-c": [program, "config", "use-context"],
            f"{program} get configm": [program, "get", "configmaps"],
            f"{program} get pods -n {namespace} lon": [program, "get", "pods", *there, "lonely"],
            f"{program} get -n {namespace} pods/lon": [program, "get", *there, "pods/lonely"],
            f"{program} get cm -n {namespace} twin-a twin-": [program, "get", "cm", *there, "twin-a", "twin-b"],
            f"{program} -n {namespace[:-2]}": [program, "-n", namespace],
            f"{program} get pods --namespace={namespace[:-2]}": [program, "get", "pods", f"--namespace={namespace}"],
            f"{program} get pods --show-l": [program, "get", "pods", "--show-labels"],
            f"{program} get pods -o wid": [program, "get", "pods", "-o", "wide"],
            f"{program} get pods --output=wid": [program, "get", "pods", "--output=wide"],
            f"{program} get pod,configm": [program, "get", "pod,configmaps"],
            f"{program} logs -n {namespace} lonely sec": [program, "logs", *there, "lonely", "second-one"],
            f"{program} logs -n {namespace} lonely -c fir": [program, "logs", *there, "lonely", "-c", "first-one"],
            f"{program} get nosuch zz": [program, "get", "nosuch", "zz"],
            f"{program} completion powe": [program, "completion", "powershell"],
        }
        for keys, words in cases.items():
            with self.subTest(keys):
                self.assertEqual(session.completed(keys), words)
        with self.subTest("several candidates"):
            session.offered(f"{program} get cm -n {namespace} twin-", ["twin-a", "twin-b"])
        with self.subTest("candidates with descriptions"):
            session.offered(f"{program} api-", ["api-resources", "api-versions", "Print the supported API"])


class _InstalledScriptTest(unittest.TestCase):
    """The scripts that `make install` puts where shells look for them."""

    def __init__(self, world: World) -> None:
        super().__init__("find_function")
        self._world = world

    def id(self) -> str:
        """The name of the test."""
        return "zsh finds the installed script"

    __str__ = id

    def find_function(self) -> None:
        """zsh loads `_skubectl` from its function path."""
        if not shell.ALL[1].is_installed():
            self.skipTest("zsh is not installed")
        folder = self._world.home / "functions"
        folder.mkdir()
        (folder / "_skubectl").write_text(self._world.run("skubectl", "completion", "zsh"))
        session = shell.zsh_with_functions(folder).start(self._world, "skubectl")
        try:
            self.assertEqual(session.completed("skubectl descr"), ["skubectl", "describe"])
            self.assertEqual(session.completed("skubectl api-v"), ["skubectl", "api-versions"])
        finally:
            session.close()


class _PowerShellTest(unittest.TestCase):
    def __init__(self) -> None:
        super().__init__("skip_it")

    def id(self) -> str:
        """The name of the test."""
        return "completion in PowerShell"

    __str__ = id

    def skip_it(self) -> None:
        """Says why there is no such test."""
        self.skipTest("Debian has no package of PowerShell")
