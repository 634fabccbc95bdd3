"""A control plane for one group after the other: what a group leaves is taken out of etcd, behind the server's back."""

import base64
import json
import subprocess
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

_NODE = {
    "kind": "Node",
    "apiVersion": "v1",
    "metadata": {"name": "127.0.0.1"},
    "status": {"capacity": {"memory": "1Gi"}},
}

# What changes by itself.
_LIVING = b"/registry/masterleases/"


@dataclass
class Plane:
    """`name` is that of a cluster that is up (Tests/Cluster/cluster.sh up --suite)."""

    name: str
    kubeconfig: Path
    reference: Path
    stored: dict[str, str] = field(default_factory=dict)

    @property
    def port(self) -> int:
        """The API server's."""
        return self._setting("APISERVER_PORT")

    def prepare(self) -> None:
        """Makes the node that the suite expects, and takes note of all that there is once that stands still."""
        command = [str(self.reference), "--kubeconfig", str(self.kubeconfig), "create", "-f", "-"]
        subprocess.run(command, input=json.dumps(_NODE), text=True, check=True, stdout=subprocess.DEVNULL)
        keys: set[str] = set()
        for _ in range(20):
            time.sleep(0.5)
            before, keys = keys, set(self._read())
            if keys == before:
                break
        self.stored = self._read()

    def clean(self) -> None:
        """Brings back what there was in the beginning, as if a user had."""
        for _ in range(3):
            now = self._read()
            old = [(key, value) for key, value in self.stored.items() if now.get(key) != value]
            changes = [{"requestPut": {"key": key, "value": value}} for key, value in old]
            changes += [{"requestDeleteRange": {"key": key}} for key in now if key not in self.stored]
            if not changes:
                return
            for start in range(0, len(changes), 100):
                self._ask("txn", {"success": changes[start : start + 100]})
            # Controllers may still be busy with what is gone.
            time.sleep(0.4)

    def _read(self) -> dict[str, str]:
        first, end = (base64.b64encode(key).decode() for key in (b"/registry/", b"/registry0"))
        answer = self._ask("range", {"key": first, "range_end": end})
        values = {item["key"]: item.get("value", "") for item in answer.get("kvs", [])}
        return {key: value for key, value in values.items() if not base64.b64decode(key).startswith(_LIVING)}

    def _ask(self, call: str, body: dict) -> dict:
        url = f"http://127.0.0.1:{self._setting('ETCD_PORT')}/v3/kv/{call}"
        request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.load(response)

    def _setting(self, name: str) -> int:
        for line in (self.kubeconfig.parent / "settings").read_text().splitlines():
            if line.startswith(f"{name}="):
                return int(line.partition("=")[2])
        raise KeyError(name)
