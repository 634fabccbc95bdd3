"""A cluster of the benchmark's own, with many pods."""

import os
import subprocess
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

_CLUSTER = Path(__file__).resolve().parents[2] / "Cluster"
_NAME = "bench"


class OwnCluster(AbstractContextManager["OwnCluster"]):
    """The control plane of Tests/Cluster, up for the time of the context; or a given one, which is left as it is."""

    def __init__(self, kubeconfig: Path | None, pods: int) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-")
        self._is_own = kubeconfig is None
        self.kubeconfig = kubeconfig
        self._pods = pods

    def __enter__(self) -> "OwnCluster":
        if self._is_own:
            try:
                done = self._run(_CLUSTER / "cluster.sh", "up", "--name", _NAME, "--no-node")
                self.kubeconfig = Path(done.stdout.split()[-1])
                self._run(_CLUSTER / "load-pods.sh", str(self._pods), "--name", _NAME)
            except BaseException:
                self.__exit__(None, None, None)
                raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_own:
            self._run(_CLUSTER / "cluster.sh", "down", "--name", _NAME)
        self._folder.cleanup()

    @property
    def environment(self) -> dict[str, str]:
        """For a program that talks to the cluster; its home, and with it the discovery cache, lasts as long as this."""
        return {"KUBECONFIG": str(self.kubeconfig), "HOME": self._folder.name, "PATH": os.environ["PATH"]}

    @staticmethod
    def _run(program: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([program, *arguments], stdout=subprocess.PIPE, text=True, check=True)
