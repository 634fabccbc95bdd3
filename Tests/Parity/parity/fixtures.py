"""The prepared namespace that the cases read: made once for a cluster, and again when its files change or it is old."""

import fcntl
import hashlib
import json
import os
import subprocess
import tempfile
import time
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from parity.cluster import Cluster, ClusterError
from parity.side import server_of

FOLDER = Path(__file__).resolve().parent.parent / "fixtures"
_STORY = FOLDER.parent.parent / "Story"
_LABEL = "skubectl-parity-fixtures"
_READY = "skubectl-parity-ready"
_LIFETIME = 45 * 60  # seconds; the cluster forgets events after an hour


class Fixtures(AbstractContextManager["Fixtures"]):
    """The fixtures of a cluster, shared with other runs against it; the last run to end removes them unless `keep`."""

    def __init__(self, cluster: Cluster, has_node: bool, keep: bool) -> None:
        self._cluster = cluster
        self._has_node = has_node
        self._keep = keep
        self.namespace = f"parity-{_fingerprint(has_node)}"
        server = hashlib.sha256(server_of(cluster.config).encode()).hexdigest()[:12]
        self._is_held = False
        self._lock = open(Path(tempfile.gettempdir()) / f"skubectl-parity-{server}.lock", "w")

    def __enter__(self) -> "Fixtures":
        return self

    def prepare(self) -> None:
        """Returns when they are there."""
        self._is_held = True
        fcntl.flock(self._lock, fcntl.LOCK_SH)
        if not self._is_ready():
            fcntl.flock(self._lock, fcntl.LOCK_EX)
            if not self._is_ready():
                self._remove()
                try:
                    self._prepare()
                except BaseException:
                    self._remove(wait=False)
                    raise
            fcntl.flock(self._lock, fcntl.LOCK_SH)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._is_held:
            return
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return  # another run reads them
        if not self._keep:
            self._remove(wait=False)

    def _is_ready(self) -> bool:
        listed = self._cluster.run("get", "namespace", self.namespace, "--ignore-not-found", "-o", "json")
        metadata = json.loads(listed)["metadata"] if listed else {}
        made = float(metadata.get("annotations", {}).get(_READY, 0))
        return time.time() - made < _LIFETIME and "deletionTimestamp" not in metadata

    def _prepare(self) -> None:
        self._cluster.create_namespaces([self.namespace], run_name="fixtures")
        self._cluster.run("label", "namespace", self.namespace, f"{_LABEL}=yes", "skubectl-parity-run-")
        with tempfile.TemporaryDirectory() as folder:
            kubectl, config = Path(folder) / "kubectl", Path(folder) / "config"
            kubectl.symlink_to(self._cluster.kubectl)
            config.write_text(json.dumps(self._config()))
            environment = {
                "PATH": f"{folder}:{os.environ['PATH']}", "HOME": folder, "KUBECONFIG": str(config),
                "NODE": "yes" if self._has_node else "no",
            }
            done = subprocess.run([FOLDER / "prepare"], cwd=FOLDER, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise ClusterError(f"the fixtures could not be prepared: {done.stderr.strip() or done.stdout.strip()}")
        self._cluster.run("annotate", "namespace", self.namespace, f"{_READY}={time.time():.0f}")

    def _config(self) -> dict[str, object]:
        config = json.loads(json.dumps(self._cluster.config))
        for context in config["contexts"]:
            context["context"]["namespace"] = self.namespace
        return config

    def _remove(self, wait: bool = True) -> None:
        self._cluster.run("delete", "namespaces", "-l", f"{_LABEL}=yes", f"--wait={str(wait).lower()}")
        self._cluster.run("delete", "--ignore-not-found", f"--wait={str(wait).lower()}", "-f", str(FOLDER / "cluster"))


def _fingerprint(has_node: bool) -> str:
    """Other files, another namespace."""
    digest = hashlib.sha256(str(has_node).encode())
    for path in sorted([*FOLDER.rglob("*"), *_STORY.glob("*.yaml")]):
        if path.is_file() and FOLDER / "newer" not in path.parents:
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]
