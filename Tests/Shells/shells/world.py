"""What the shells complete: a namespace with a few objects, and folders with the program under both of its names."""

import contextlib
import os
import secrets
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NAMESPACE = "{apiVersion: v1, kind: Namespace, metadata: {name: NAME}}\n"

_OBJECTS = """
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: lonely, namespace: NAME}
  spec:
    nodeSelector: {no-such: label}
    containers:
    - {name: first-one, image: none}
    - {name: second-one, image: none}
- {apiVersion: v1, kind: ConfigMap, metadata: {name: twin-a, namespace: NAME}}
- {apiVersion: v1, kind: ConfigMap, metadata: {name: twin-b, namespace: NAME}}
"""


@dataclass(frozen=True)
class World:
    """The surroundings of all tests."""

    namespace: str
    home: Path
    environment: dict[str, str]

    @staticmethod
    @contextlib.contextmanager
    def prepare(program: Path) -> Iterator["World"]:
        """Makes the namespace and the folders; both are gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="shells-") as folder:
            home = Path(folder)
            (home / "bin").mkdir()
            for name in ("skubectl", "kubectl"):
                (home / "bin" / name).symlink_to(program)
            environment = {
                "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
                "HOME": str(home),
                "KUBECONFIG": str(Path(os.environ["KUBECONFIG"]).resolve()),
                "TERM": "xterm",
                "LANG": "C.UTF-8",
            }
            namespace = f"shells-{secrets.token_hex(4)}"
            world = World(namespace, home, environment)
            # A pod needs the account that the cluster makes for each new namespace.
            world.run("skubectl", "create", "-f", "-", stdin=_NAMESPACE.replace("NAME", namespace))
            world.wait_for("skubectl", "get", "serviceaccount", "default", "-n", namespace)
            try:
                world.run("skubectl", "create", "-f", "-", stdin=_OBJECTS.replace("NAME", namespace))
                yield world
            finally:
                world.run("skubectl", "delete", "namespace", namespace, "--wait=false")

    def run(self, *command: str, stdin: str = "") -> str:
        """Runs a command that has to succeed, and returns what it prints."""
        return subprocess.run(
            command,
            input=stdin,
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout

    def wait_for(self, *command: str) -> None:
        """Runs a command until it succeeds, a minute at most."""
        subprocess.run(
            ["timeout", "60", "bash", "-c", 'until "$@" >/dev/null 2>&1; do sleep 0.2; done', "-", *command],
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            check=True,
        )
