"""Takes away what cases that are over have left on the node: it takes only so many pods, and later ones would wait."""

import sys
import threading
from contextlib import AbstractContextManager
from types import TracebackType

from parity.cluster import Cluster, ClusterError

_INTERVAL = 5.0  # seconds


class Sweeper(AbstractContextManager["Sweeper"]):
    """Removes, every few seconds, those of the given namespaces that have pods; the others cost the cluster nothing."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._left: set[str] = set()
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> "Sweeper":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def add(self, namespaces: set[str]) -> None:
        """Gives namespaces that nobody looks into any more."""
        with self._lock:
            self._left |= namespaces

    def _run(self) -> None:
        while not self._over.wait(_INTERVAL):
            try:
                self._sweep()
            except ClusterError as error:
                print(f"Sweeping failed, and is tried again: {error}", file=sys.stderr)

    def _sweep(self) -> None:
        with self._lock:
            left = set(self._left)
        if not left:
            return
        removed = left & self._cluster.namespaces_with_pods()
        if removed:
            self._cluster.remove(removed)
            with self._lock:
                self._left -= removed
