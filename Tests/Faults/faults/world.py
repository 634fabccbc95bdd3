"""What a test has around it, and what all of them say about the objects they use."""

import http.client
import json
import time
from dataclasses import dataclass
from pathlib import Path

from faults.cluster import FaultyCluster
from faults.program import Outcome, Program
from faults.proxy import FaultProxy

NAMESPACE = "faults"


@dataclass
class World:
    """The control plane, the ways to it, and a folder for files."""

    cluster: FaultyCluster
    proxy: FaultProxy
    # The program with its kubeconfig, and the same through the proxy.
    direct: Program
    proxied: Program
    folder: Path

    def write(self, name: str, text: str) -> str:
        """Writes a file and returns its path."""
        path = self.folder / name
        path.write_text(text)
        return str(path)

    def maps(self, prefix: str, count: int, value: str = "a") -> str:
        """The path of a manifest with so many config maps."""
        documents = [
            json.dumps(
                {
                    "apiVersion": "v1",
                    "kind": "ConfigMap",
                    "metadata": {"name": f"{prefix}-{number}", "namespace": NAMESPACE},
                    "data": {"value": value},
                }
            )
            for number in range(count)
        ]
        return self.write(f"{prefix}.yaml", "\n---\n".join(documents))

    def names(self, prefix: str, value: str | None = None) -> set[str]:
        """The names of the config maps that there are, with this value if one is given."""
        items = json.loads(self.direct.must("get", "configmaps", "-n", NAMESPACE, "-o", "json"))["items"]
        return {
            item["metadata"]["name"]
            for item in items
            if item["metadata"]["name"].startswith(prefix + "-")
            and (value is None or item.get("data", {}).get("value") == value)
        }

    def raw(self, method: str, path: str, body: object = None, kind: str = "application/json") -> object:
        """A request to the API server, as the administrator."""
        connection = http.client.HTTPSConnection(*self.cluster.address, context=self.proxy.context)
        headers = {"Content-Type": kind}
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        response = connection.getresponse()
        text = response.read()
        assert response.status < 300, f"{method} {path}: {text[:300]!r}"
        return json.loads(text)

    def patch(self, path: str, change: object) -> None:
        """Changes an object with a merge patch."""
        self.raw("PATCH", f"/api/v1/namespaces/{NAMESPACE}/{path}", change, "application/merge-patch+json")

    def restart(self, pause: float = 0.5) -> None:
        """Kills the API server, and starts it again after a while."""
        self.cluster.kill_server()
        time.sleep(pause)
        self.cluster.start_server()


def told(outcome: Outcome) -> set[str]:
    """The names of the objects that standard output tells of: `configmap "a" deleted …`, `configmap/a created`."""
    names = set()
    for line in outcome.lines:
        word = line.split()[1].strip('"') if '"' in line else line.split()[0].split("/")[-1]
        names.add(word)
    return names
