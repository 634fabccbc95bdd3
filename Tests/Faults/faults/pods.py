"""Pods that run on the cluster's node."""

import json

from faults.world import NAMESPACE, World


def start_pod(world: World, name: str, *command: str, port: int | None = None) -> None:
    """Starts a pod with a container of this command, and returns when it is ready: with a port, when that answers."""
    container: dict[str, object] = {
        "name": "main",
        "image": "busybox",
        "imagePullPolicy": "Never",
        "command": command or ["sleep", "86400"],
    }
    if port is not None:
        container["readinessProbe"] = {"tcpSocket": {"port": port}, "periodSeconds": 1}
    pod = {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": name, "namespace": NAMESPACE},
        # Without any time to end it would be forgotten at once, before its node has ended it.
        "spec": {"terminationGracePeriodSeconds": 1, "containers": [container]},
    }
    world.direct.must("apply", "-f", world.write(f"{name}.json", json.dumps(pod)))
    world.direct.must("wait", "-n", NAMESPACE, f"pod/{name}", "--for=condition=Ready", "--timeout=90s")


def remove_pod(world: World, name: str) -> None:
    """Takes a pod away, and returns when its node has ended it: another one of its name is not mistaken for it."""
    world.direct.must("delete", "pod", name, "-n", NAMESPACE)
