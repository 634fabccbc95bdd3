"""The cluster that both sides talk to, seen through the reference kubectl."""

import json
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_RUN_LABEL = "skubectl-parity-run"


class ClusterError(Exception):
    """A command against the cluster failed."""


@dataclass(frozen=True)
class Cluster:
    """The cluster of a kubeconfig, with the reference kubectl to work on it and a folder for that one's caches."""

    kubectl: Path
    kubeconfig: Path
    home: Path

    def run(self, *arguments: str, stdin: str | None = None, timeout: float = 120) -> str:
        """Runs kubectl with the arguments and returns what it prints; throws ClusterError when it fails."""
        environment = {"KUBECONFIG": str(self.kubeconfig), "HOME": str(self.home), "PATH": "/usr/bin:/bin"}
        try:
            done = subprocess.run(
                [str(self.kubectl), *arguments], env=environment, text=True, capture_output=True, timeout=timeout,
                input=stdin or "",
            )
        except subprocess.TimeoutExpired as error:
            raise ClusterError(f"kubectl {' '.join(arguments)}: no answer in {timeout:g} s") from error
        if done.returncode != 0:
            raise ClusterError(f"kubectl {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout

    @cached_property
    def config(self) -> Mapping[str, object]:
        """The kubeconfig's current context alone, with its certificates inline."""
        config = json.loads(self.run("config", "view", "--raw", "--flatten", "--minify", "-o", "json"))
        assert isinstance(config, dict)
        return config

    def node_obstacle(self) -> str | None:
        """Why cases that need a node cannot run; None when a node is ready."""
        reason = self.kubeconfig.resolve().parent / "node-skipped"
        if reason.exists():
            return f"the cluster has no node: {reason.read_text().strip()}"
        ready = self.run(
            "get", "nodes", "-o", "jsonpath={.items[*].status.conditions[?(@.type=='Ready')].status}"
        )
        return None if "True" in ready.split() else "the cluster has no node that is ready"

    def create_namespaces(self, names: list[str], run_name: str) -> None:
        """Creates the namespaces, and waits until each has the service account that pods run as."""
        items = [
            {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": {_RUN_LABEL: run_name}}}
            for name in names
        ]
        if items:
            self.run("create", "-f", "-", stdin=json.dumps({"apiVersion": "v1", "kind": "List", "items": items}))
        missing = set(names)
        deadline = time.monotonic() + 60 + 0.2 * len(names)
        while missing:
            time.sleep(1)
            listed = self.run(
                "get", "serviceaccounts", "-A", "--field-selector=metadata.name=default",
                "-o", "jsonpath={.items[?(@.secrets)].metadata.namespace}",
            )
            missing -= set(listed.split())
            if missing and time.monotonic() > deadline:
                raise ClusterError(f"the cluster made no service account in {', '.join(sorted(missing))}")

    def namespaces_with_pods(self) -> set[str]:
        """The names of the namespaces that have pods."""
        return set(self.run("get", "pods", "-A", "-o", "jsonpath={.items[*].metadata.namespace}").split())

    def remove(self, namespaces: set[str]) -> None:
        """Begins the removal of the namespaces."""
        self.run("delete", "namespaces", "--ignore-not-found", "--wait=false", *sorted(namespaces))

    def remove_namespaces(self, run_name: str) -> None:
        """Begins the removal of all namespaces of the run; the cluster goes on with it by itself."""
        self.run("delete", "namespaces", "-l", f"{_RUN_LABEL}={run_name}", "--wait=false")
