"""An API server on loopback with nothing but many pods, which it makes up while they are asked for."""

import json
import sys
import tempfile
import threading
from contextlib import AbstractContextManager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Cluster"))

from load_pods import pod  # noqa: E402

_DISCOVERY = {
    "/api": {"kind": "APIVersions", "versions": ["v1"]},
    "/apis": {"kind": "APIGroupList", "apiVersion": "v1", "groups": []},
    "/api/v1": {
        "kind": "APIResourceList", "groupVersion": "v1",
        "resources": [
            {"name": "pods", "singularName": "", "namespaced": True, "kind": "Pod", "verbs": ["get", "list"]},
        ],
    },
}
_PODS = "/api/v1/namespaces/default/pods"


class ListServer(AbstractContextManager["ListServer"]):
    """The server, for the time of the context; `environment` makes a program talk to it."""

    def __init__(self, count: int) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-")
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(count))
        self._thread = threading.Thread(target=self._server.serve_forever)
        kubeconfig = Path(self._folder.name) / "kubeconfig"
        url = f"http://127.0.0.1:{self._server.server_port}"
        kubeconfig.write_text(json.dumps({
            "apiVersion": "v1", "kind": "Config", "current-context": "main",
            "clusters": [{"name": "main", "cluster": {"server": url}}],
            "contexts": [{"name": "main", "context": {"cluster": "main", "user": "main"}}],
            "users": [{"name": "main", "user": {}}],
        }))
        self.environment = {"KUBECONFIG": str(kubeconfig), "HOME": self._folder.name}

    def __enter__(self) -> "ListServer":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._folder.cleanup()


def _handler(count: int) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            query = parse_qs(url.query)
            if url.path == _PODS:
                self._answer(_part(count, int(query.get("continue", ["0"])[0]), int(query.get("limit", ["0"])[0])))
            elif url.path in _DISCOVERY:
                self._answer(_DISCOVERY[url.path])
            else:
                self.send_error(404)

        def _answer(self, document: object) -> None:
            body = json.dumps(document, separators=(",", ":")).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing: the report is all that is to be read."""

    return Handler


def _part(count: int, start: int, limit: int) -> object:
    end = min(count, start + limit) if limit else count
    metadata: dict[str, object] = {"resourceVersion": "1"}
    if end < count:
        metadata |= {"continue": str(end), "remainingItemCount": count - end}
    items = [pod(index) for index in range(start, end)]
    return {"kind": "PodList", "apiVersion": "v1", "metadata": metadata, "items": items}
