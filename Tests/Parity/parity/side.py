"""One side of a comparison: a program with a folder, a home, a kubeconfig and perhaps a namespace of its own.

The sides of a case differ in one letter at the end of their folder's and namespace's names, so all of these have the
same length, and `neutral` maps both to one text before they are compared.
"""

import json
import os
import random
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from parity.case import Case, Namespace, Need, Outcome
from parity.execution import CommandTimeout, Shell

_NEUTRAL = "x"
_PREPARATION_PREFERENCES = {
    "apiVersion": "kubectl.config.k8s.io/v1beta1", "kind": "Preference",
    "defaults": [{"command": "create", "options": [{"name": "validate", "default": "false"}]}],
}
_TOOLS = Path(__file__).resolve().parent.parent / "tools"


class PreparationError(Exception):
    """A command that prepares a case failed; on the subject's side, because the subject did not do what it should."""

    def __init__(self, command: str, outcome: Outcome, on_reference: bool) -> None:
        told = (outcome.stderr or outcome.stdout).strip()
        super().__init__(f"`{command}` failed{'' if on_reference else ' after what skubectl did'}: {told}")
        self.on_reference = on_reference


@dataclass(frozen=True)
class World:
    """What all cases of a run share."""

    scratch: Path
    reference: Path
    base_path: str  # PATH without kubectl and skubectl
    kubeconfig: Mapping[str, object] | None  # with its certificates inline; None without a cluster
    kubeconfigs: Path | None
    fixtures: str  # the namespace of the fixtures
    web: str  # the URL of a server of files: Tests/Parity/fixtures/web
    newer: str  # the URL of the server of newer.py, without the part that names the side
    jitter: float = 0.0  # seconds that a side may dawdle before each step


@dataclass(frozen=True)
class Side:
    """`letter` tells this side from the others of the case."""

    world: World
    case: Case
    number: int  # the case's, which no other case of the run has
    generation: str  # one letter: a case that is run again starts from nothing again
    letter: str
    program: Path
    run_name: str

    @property
    def namespace(self) -> str:
        if self.case.namespace is Namespace.FRESH:
            return self._namespace(self.letter)
        return "default" if Need.NEWER in self.case.needs else self.world.fixtures

    def run(self) -> list[Outcome]:
        """Runs all steps and returns the outcomes of the compared ones."""
        self._make_folder()
        outcomes = []
        preparing = self._shell(self.world.reference, self._preparation_preferences)
        compared = self._shell(self.program)
        for step in self.case.steps:
            if self.world.jitter > 0:
                time.sleep(random.choice((0, random.uniform(0, self.world.jitter))))
            if step.compared:
                try:
                    outcomes.append(compared.run(step.command, self.case.stdin, self.case.terminal))
                except CommandTimeout as error:
                    name = "the reference" if self.is_reference else "skubectl"
                    raise CommandTimeout(f"{error} with {name}") from error
                continue
            outcome = preparing.run(step.command)
            if outcome.code != 0:
                raise PreparationError(step.command, outcome, self.is_reference)
        return outcomes

    @property
    def is_reference(self) -> bool:
        return self.program == self.world.reference

    def neutral(self, text: str) -> str:
        """The text without what tells the sides apart."""
        text = text.replace(str(self._folder(self.letter)), str(self._folder(_NEUTRAL)))
        text = text.replace(str(self._shared_home(self.letter)), str(self._shared_home(_NEUTRAL)))
        if Need.NEWER in self.case.needs:
            text = text.replace(self._newer(self.letter), self._newer(_NEUTRAL))
        if self.case.namespace is Namespace.FRESH:
            text = text.replace(self.namespace, self._namespace(_NEUTRAL))
        return text

    def _namespace(self, letter: str) -> str:
        return f"{self.run_name}-{self.number:03}{self.generation}-{letter}"

    def _folder(self, letter: str) -> Path:
        return self.world.scratch / f"{self.number:03}{self.generation}-{letter}"

    def _newer(self, letter: str) -> str:
        return f"{self.world.newer}/{self._folder(letter).name}"

    def _shared_home(self, letter: str) -> Path:
        return self.world.scratch / f"home-{letter}"

    def _make_folder(self) -> None:
        work = self._folder(self.letter) / "work"
        work.mkdir(parents=True, exist_ok=True)
        for name, content in self.case.files:
            path = work / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = self._fill_in(content)
            if content.startswith("#!"):
                # By another process: a child that this one starts meanwhile would have the file open, and nobody could
                # run it as long.
                subprocess.run(["install", "-m", "755", "/dev/stdin", path], input=text, text=True, check=True)
            else:
                path.write_text(text)
        if self._has_kubeconfig:
            self._kubeconfig.write_text(json.dumps(self._kubeconfig_with_namespace()))
            self._kubeconfig.chmod(0o600)
        self._home.mkdir(parents=True, exist_ok=True)

    def _fill_in(self, text: str) -> str:
        """Texts for files name the namespace `@NAMESPACE@`, and the server's address `@SERVER@`."""
        text = text.replace("@NAMESPACE@", self.namespace)
        if self.world.kubeconfig is not None and "@SERVER@" in text:
            text = text.replace("@SERVER@", server_of(self.world.kubeconfig))
        return text

    @property
    def _preparation_preferences(self) -> dict[str, str]:
        """What prepares a case is right, and to look it up in the server's schema takes longer than to create it."""
        if self.world.kubeconfig is None or Need.NOTHING in self.case.needs:
            return {}
        preferences = self._folder(self.letter) / "kuberc"
        preferences.write_text(json.dumps(_PREPARATION_PREFERENCES))
        return {"KUBERC": str(preferences)}

    def _shell(self, program: Path, preferences: Mapping[str, str] | None = None) -> Shell:
        tools = self._folder(self.letter) / ("tools" if program == self.program else "tools-reference")
        if not tools.exists():
            tools.mkdir()
            for name in ("kubectl", "skubectl"):
                (tools / name).symlink_to(program)
            for tool in _TOOLS.iterdir():
                (tools / tool.name).symlink_to(tool)
        environment = {
            "PATH": f"{tools}:{self.world.base_path}",
            "HOME": str(self._home),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "TERM": "xterm",
            "SWIFT_BACKTRACE": "enable=no",  # a crash is a difference at once, not after half a minute
            # A third of the reference's time is the collection of garbage that its end would take away; to collect none
            # costs more again, for the pages.
            "GOGC": "400",
            "NAMESPACE": self.namespace,
            "FIXTURES": self.world.fixtures,
            "WEB": self.world.web,
            "TOOLS": str(_TOOLS),
            "REQUESTS": str(self._folder(self.letter) / "requests"),
            "BODIES": str(self._folder(self.letter) / "bodies"),
        }
        if self._has_kubeconfig:
            environment["KUBECONFIG"] = str(self._kubeconfig)
        if self.world.kubeconfigs is not None:
            environment["KUBECONFIGS"] = str(self.world.kubeconfigs)
        environment |= preferences or {}
        environment |= {name: os.path.expandvars(value) for name, value in self.case.environment}
        return Shell(self._folder(self.letter) / "work", environment, self.case.timeout)

    @property
    def _has_kubeconfig(self) -> bool:
        return self.case.namespace is not Namespace.NONE and Need.NOTHING not in self.case.needs

    @property
    def _kubeconfig(self) -> Path:
        return self._folder(self.letter) / "kubeconfig"

    @property
    def _home(self) -> Path:
        if self.case.fresh_home:
            return self._folder(self.letter) / "home"
        return self._shared_home(self.letter)

    def _kubeconfig_with_namespace(self) -> Mapping[str, object]:
        if Need.NEWER in self.case.needs:
            return _kubeconfig(self._newer(self.letter), self.namespace)
        config = json.loads(json.dumps(self.world.kubeconfig))
        for context in config["contexts"]:
            context["context"]["namespace"] = self.namespace
        return config


def server_of(kubeconfig: Mapping[str, object]) -> str:
    """The address of the kubeconfig's first cluster."""
    clusters = kubeconfig["clusters"]
    assert isinstance(clusters, list)
    return str(clusters[0]["cluster"]["server"])


def _kubeconfig(server: str, namespace: str) -> Mapping[str, object]:
    """A kubeconfig for a server that asks for no credentials."""
    return {
        "apiVersion": "v1", "kind": "Config", "current-context": "newer",
        "clusters": [{"name": "newer", "cluster": {"server": server}}],
        "contexts": [{"name": "newer", "context": {"cluster": "newer", "user": "nobody", "namespace": namespace}}],
        "users": [{"name": "nobody", "user": {}}],
    }
