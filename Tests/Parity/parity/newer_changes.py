"""What the newer API server answers to changes of pods, without making them."""

import json
import re

from parity.newer_objects import Object, Store

_PATH = r"api/v1/namespaces/([^/]+)/pods/([^/]+)/ephemeralcontainers"


class NoSuchPod(Exception):
    """A change of a pod that is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def pod_after(method: str, path: str, body: bytes, store: Store) -> Object | None:
    """The pod as it would be after containers were added to it; None for a change that is not taken."""
    match = re.fullmatch(_PATH, path)
    if method != "PATCH" or match is None:
        return None
    pod = _pod(store, *match.groups())
    spec = pod.get("spec", {})
    added = json.loads(body).get("spec", {}).get("ephemeralContainers", [])
    return pod | {"spec": spec | {"ephemeralContainers": spec.get("ephemeralContainers", []) + added}}


def _pod(store: Store, namespace: str, name: str) -> Object:
    kind = store.kind("", "v1", "pods")
    assert kind is not None
    for pod in store.objects(kind, namespace):
        if pod["metadata"]["name"] == name:
            return pod
    raise NoSuchPod(name)
