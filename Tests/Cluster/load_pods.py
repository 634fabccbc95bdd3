"""Creates COUNT pods in the namespace "load" of the cluster in folder STATE, over a few connections that stay open."""

import http.client
import json
import ssl
import sys
import threading
from pathlib import Path

NAMESPACE = "load"
CONNECTIONS = 4


def container(name: str, index: int) -> dict:
    environment = [
        {"name": f"SETTING_{number:02}", "value": f"value-{number}-of-{name}-{index}"} for number in range(11)
    ]
    environment.append({"name": "POD_NAME", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}})
    return {
        "name": name,
        "image": f"registry.example/{name}:1.{index % 10}",
        "env": environment,
        "ports": [{"containerPort": 8080}],
        "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}, "limits": {"cpu": "200m", "memory": "128Mi"}},
    }


def pod(index: int) -> dict:
    labels = {"app": f"app-{index % 50}", "tier": ("front", "back")[index % 2], "shard": str(index % 100)}
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {
            "name": f"load-{index:06}",
            "labels": labels,
            "annotations": {"example.com/owner": f"team-{index % 7}"},
        },
        "spec": {"schedulerName": "none", "containers": [container("server", index), container("sidecar", index)]},
    }


class Cluster:
    """One connection to the API server that stays open."""

    def __init__(self, state: Path):
        settings = dict(line.split("=", 1) for line in (state / "settings").read_text().splitlines())
        trust = ssl.create_default_context(cafile=str(state / "pki/ca.crt"))
        port = int(settings["APISERVER_PORT"])
        self.connection = http.client.HTTPSConnection("127.0.0.1", port, context=trust, timeout=60)
        token = (state / "kubeconfigs/token").read_text().strip()
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def request(self, method: str, path: str, body: dict | None = None) -> tuple[int, bytes]:
        self.connection.request(method, path, None if body is None else json.dumps(body), self.headers)
        response = self.connection.getresponse()
        return response.status, response.read()

    def create(self, path: str, body: dict) -> None:
        """Creates an object; one that exists is as good."""
        status, answer = self.request("POST", path, body)
        if status not in (200, 201, 409):
            raise RuntimeError(f"The API server answers {status}: {answer.decode(errors='replace')}")


def create_every(state: Path, indices: range, failures: list[Exception]) -> None:
    try:
        cluster = Cluster(state)
        for index in indices:
            cluster.create(f"/api/v1/namespaces/{NAMESPACE}/pods", pod(index))
    except Exception as failure:  # a thread has no other way to report
        failures.append(failure)


def wait_for_service_account(cluster: Cluster) -> None:
    """No pod can be created in a namespace before its service account has a token."""
    for _ in range(100):
        status, answer = cluster.request("GET", f"/api/v1/namespaces/{NAMESPACE}/serviceaccounts/default")
        if status == 200 and json.loads(answer).get("secrets"):
            return
        threading.Event().wait(0.1)
    raise RuntimeError(f"The namespace {NAMESPACE} got no default service account within ten seconds.")


def main() -> None:
    count, state = int(sys.argv[1]), Path(sys.argv[2])
    cluster = Cluster(state)
    cluster.create("/api/v1/namespaces", {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": NAMESPACE}})
    wait_for_service_account(cluster)
    failures: list[Exception] = []
    threads = [
        threading.Thread(target=create_every, args=(state, range(first, count, CONNECTIONS), failures))
        for first in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        sys.exit(str(failures[0]))
    print(f"The namespace {NAMESPACE} has {count} pods.", file=sys.stderr)


if __name__ == "__main__":
    main()
