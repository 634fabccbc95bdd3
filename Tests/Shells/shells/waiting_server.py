"""A server that answers until a command has what it waits for, and then leaves it waiting."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_VERBS = ["create", "delete", "get", "list", "watch"]
_POD = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "p", "namespace": "default", "uid": "1"},
    "spec": {"containers": [{"name": "c", "image": "i"}]},
}
_COLUMNS = [{"name": "Name", "type": "string", "format": "name", "description": "", "priority": 0}]
_TABLE = {
    "apiVersion": "meta.k8s.io/v1",
    "kind": "Table",
    "metadata": {"resourceVersion": "1"},
    "columnDefinitions": _COLUMNS,
    "rows": [{"cells": ["p"], "object": {"kind": "PartialObjectMetadata", "metadata": _POD["metadata"]}}],
}
_ANSWERS = {
    "/api": {"kind": "APIVersions", "versions": ["v1"]},
    "/apis": {"kind": "APIGroupList", "groups": []},
    "/api/v1": {
        "kind": "APIResourceList",
        "groupVersion": "v1",
        "resources": [{"name": "pods", "singularName": "", "namespaced": True, "kind": "Pod", "verbs": _VERBS}],
    },
    "/api/v1/namespaces/default/pods": {
        "apiVersion": "v1",
        "kind": "PodList",
        "metadata": {"resourceVersion": "1"},
        "items": [_POD],
    },
    "/api/v1/namespaces/default/pods/p": _POD,
}
_TABLES = ("/api/v1/namespaces/default/pods", "/api/v1/namespaces/default/pods/p")


class WaitingServer(ThreadingHTTPServer):
    """Answers discovery and reads of a pod; leaves creations, logs and watches unfinished."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.is_waiting = threading.Event()
        """Set when a command waits for what does not come."""
        self.goes_on = threading.Event()
        """Set to have logs and watches go on by one more line, and then end."""

    @property
    def kubeconfig(self) -> str:
        """The text of a kubeconfig for this server."""
        return (
            "apiVersion: v1\nkind: Config\ncurrent-context: c\n"
            f'clusters: [{{name: c, cluster: {{server: "http://127.0.0.1:{self.server_port}"}}}}]\n'
            "contexts: [{name: c, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]\n"
        )


@contextmanager
def waiting_server() -> Iterator[WaitingServer]:
    """Runs a server."""
    with WaitingServer() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield server
        finally:
            server.goes_on.set()
            server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    server: WaitingServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Reads."""
        path, _, query = self.path.partition("?")
        if path.endswith("/log"):
            self._wait(b"first line\n", b"second line\n")
        elif "watch=true" in query or "watch=1" in query:
            event = {"type": "MODIFIED", "object": _TABLE if "Table" in self.headers["Accept"] else _POD}
            line = json.dumps(event).encode() + b"\n"
            self._wait(line, line)
        elif path in _TABLES and "Table" in self.headers["Accept"]:
            self._answer(_TABLE)
        elif path in _ANSWERS:
            self._answer(_ANSWERS[path])
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        """Is not answered."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self._wait(b"", b"")

    def do_DELETE(self) -> None:
        """Has the pod go away, which it never does."""
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self._answer({**_POD, "metadata": {**_POD["metadata"], "finalizers": ["f"]}})

    def _answer(self, document: object) -> None:
        body = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _wait(self, first: bytes, second: bytes) -> None:
        self.close_connection = True
        if first:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(first)
            self.wfile.flush()
        self.server.is_waiting.set()
        self.server.goes_on.wait(60)
        try:
            self.wfile.write(second)
        except OSError:
            # The command is gone, as it should be.
            return

    def log_message(self, *_: object) -> None:
        """Requests are not told of."""
