"""A namespace with a few pods that nothing schedules, and the way curl reaches it."""

import base64
import json
import os
import subprocess
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from bench.timing import BenchError, Command

PODS = 10
_NAMESPACE = "skubectl-bench"
_TABLE = ",".join(
    [*(f"application/json;as=Table;v={version};g=meta.k8s.io" for version in ("v1", "v1beta1")), "application/json"]
)


class SmallCluster(AbstractContextManager["SmallCluster"]):
    """The namespace, for the time of the context, in the cluster of a kubeconfig."""

    def __init__(self, kubectl: Path, kubeconfig: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-")
        self._kubectl = kubectl
        self._environment = {"KUBECONFIG": str(kubeconfig), "HOME": self._folder.name, "PATH": os.environ["PATH"]}

    def __enter__(self) -> "SmallCluster":
        self._run("create", "namespace", _NAMESPACE, allowed="AlreadyExists")
        self._run("wait", "-n", _NAMESPACE, "--for=create", "serviceaccount/default", "--timeout=60s")
        pods = [
            {
                "apiVersion": "v1", "kind": "Pod", "metadata": {"name": f"bench-{number}"},
                "spec": {"schedulerName": "none", "containers": [{"name": "main", "image": "busybox"}]},
            }
            for number in range(PODS)
        ]
        listed = json.dumps({"apiVersion": "v1", "kind": "List", "items": pods})
        self._run("create", "-n", _NAMESPACE, "-f", "-", stdin=listed, allowed="AlreadyExists")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run("delete", "namespace", _NAMESPACE, "--wait=false")
        self._folder.cleanup()

    def get_pods(self, program: Path) -> Command:
        """`get pods` with a program that takes kubectl's arguments; each has an own folder for its discovery cache."""
        home = Path(self._folder.name) / f"home-{program.name}"
        home.mkdir(exist_ok=True)
        environment = self._environment | {"HOME": str(home)}
        return Command(program.name, [str(program), "get", "pods", "-n", _NAMESPACE], environment)

    def curl_pods(self, curl: str) -> Command:
        """curl's request for the same table, with the kubeconfig's certificates."""
        config = json.loads(self._run("config", "view", "--raw", "--flatten", "--minify", "-o", "json"))
        cluster, user = config["clusters"][0]["cluster"], config["users"][0]["user"]
        files = {
            "--cacert": cluster.get("certificate-authority-data"),
            "--cert": user.get("client-certificate-data"),
            "--key": user.get("client-key-data"),
        }
        arguments = [curl, "--silent", "--fail", "--header", f"Accept: {_TABLE}"]
        for flag, data in files.items():
            if data is None:
                raise BenchError("the kubeconfig does not sign in with a certificate, so curl cannot do the same")
            path = Path(self._folder.name) / flag.strip("-")
            path.touch(mode=0o600)
            path.write_bytes(base64.b64decode(data))
            arguments += [flag, str(path)]
        url = f"{cluster['server']}/api/v1/namespaces/{_NAMESPACE}/pods?includeObject=None&limit=500"
        return Command("curl", [*arguments, url], self._environment)

    def _run(self, *arguments: str, stdin: str = "", allowed: str | None = None) -> str:
        done = subprocess.run(
            [self._kubectl, *arguments], env=self._environment, input=stdin, text=True, capture_output=True
        )
        if done.returncode != 0 and (allowed is None or allowed not in done.stderr):
            raise BenchError(f"kubectl {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout
