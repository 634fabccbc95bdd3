"""Commands that no server has to answer: they open no connection and start no credential program."""

import select
import socket
import subprocess
import unittest
from collections.abc import Iterator

from shells.world import World

_COMMANDS = (
    ("config", "view"),
    ("config", "view", "--raw", "--minify", "-o", "json"),
    ("config", "get-contexts"),
    ("config", "set-context", "--current", "--namespace=x"),
    ("version", "--client"),
    ("get", "--help"),
    ("help", "logs"),
    ("options",),
    ("completion", "bash"),
    ("__complete", "get", "--out"),
    ("__complete", "get", "-o", ""),
    ("__complete", "--context", ""),
    ("__complete", ""),
)


def tests(world: World) -> Iterator[unittest.TestCase]:
    """A test for each command, and one that shows that the others could fail."""
    for command in _COMMANDS:
        yield _QuietTest(world, command, is_quiet=True)
    yield _QuietTest(world, ("api-versions", "--request-timeout=1s"), is_quiet=False)


class _QuietTest(unittest.TestCase):
    def __init__(self, world: World, command: tuple[str, ...], is_quiet: bool) -> None:
        super().__init__("listen")
        self._world = world
        self._command = command
        self._is_quiet = is_quiet

    def id(self) -> str:
        """The name of the test."""
        manner = "is quiet" if self._is_quiet else "is not quiet"
        return f"skubectl {' '.join(self._command)} {manner}"

    __str__ = id

    def listen(self) -> None:
        """Stands for the server, and waits for nobody."""
        folder = self._world.home
        plugin, started, config = folder / "plugin", folder / "started", folder / "quiet"
        started.unlink(missing_ok=True)
        plugin.write_text(f"#!/bin/sh\ntouch {started}\n")
        plugin.chmod(0o755)
        with socket.create_server(("127.0.0.1", 0)) as server:
            config.write_text(_CONFIG.replace("PORT", str(server.getsockname()[1])).replace("PLUGIN", str(plugin)))
            subprocess.run(
                ["skubectl", *self._command],
                env={**self._world.environment, "KUBECONFIG": str(config)},
                cwd=folder,
                capture_output=True,
                timeout=30,
                check=self._is_quiet,
            )
            is_called = bool(select.select([server], [], [], 0)[0])
            self.assertEqual(is_called or started.exists(), not self._is_quiet)


_CONFIG = """
apiVersion: v1
kind: Config
current-context: c
clusters: [{name: c, cluster: {server: "http://127.0.0.1:PORT"}}]
contexts: [{name: c, context: {cluster: c, user: u}}]
users:
- name: u
  user:
    exec: {apiVersion: client.authentication.k8s.io/v1, command: PLUGIN, interactiveMode: Never}
"""
