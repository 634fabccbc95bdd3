"""What a cluster's API server lacks where it is old: OpenAPI documents of version 3, on loopback in front of it.

From Kubernetes 1.27 on servers have them, and kubectl decodes the one of an object's group for each object that it
applies. The documents are the server's own of version 2 in the other form, with the parameter by which newer servers
say that they validate; all else is the server's answer.
"""

import http.client
import json
import os
import ssl
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

_ROOT = "/openapi/v3"
_HOP = {"connection", "transfer-encoding", "content-length", "host"}
_VALIDATION = {"name": "fieldValidation", "in": "query", "schema": {"type": "string", "uniqueItems": True}}

Json = dict[str, object]


class OpenAPIFront(AbstractContextManager["OpenAPIFront"]):
    """The front of a cluster of Tests/Cluster; `environment` makes a program talk to it."""

    def __init__(self, state: Path, port: int) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-")
        self._upstream = Upstream(state / "pki", port)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever)
        kubeconfig = Path(self._folder.name) / "kubeconfig"
        url = f"http://127.0.0.1:{self._server.server_port}"
        kubeconfig.write_text(json.dumps({
            "apiVersion": "v1", "kind": "Config", "current-context": "main",
            "clusters": [{"name": "main", "cluster": {"server": url}}],
            "contexts": [{"name": "main", "context": {"cluster": "main", "user": "main"}}],
            "users": [{"name": "main", "user": {}}],
        }))
        self.environment = {"KUBECONFIG": str(kubeconfig), "HOME": self._folder.name, "PATH": os.environ["PATH"]}

    def __enter__(self) -> "OpenAPIFront":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._folder.cleanup()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        upstream = self._upstream
        documents = _documents(json.loads(upstream.get("/openapi/v2")))
        bodies = {f"{_ROOT}/{name}": json.dumps(document).encode() for name, document in documents.items()}
        paths = {name: {"serverRelativeURL": f"{_ROOT}/{name}?hash=1"} for name in documents}
        bodies[_ROOT] = json.dumps({"paths": paths}).encode()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Headers and body are two packets: each must leave at once.
            disable_nagle_algorithm = True

            def _answer(self) -> None:
                size = int(self.headers.get("Content-Length", "0"))
                body = self.rfile.read(size) if size else None
                known = bodies.get(urlsplit(self.path).path)
                if known is not None:
                    self._send(200, {"Content-Type": "application/json"}, known)
                    return
                headers = {name: value for name, value in self.headers.items() if name.lower() not in _HOP}
                response = upstream.send(self.command, self.path, body, headers)
                kept = {name: value for name, value in response.getheaders() if name.lower() not in _HOP}
                self._send(response.status, kept, response.read())

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = _answer

            def _send(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
                self.send_response_only(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *arguments: object) -> None:
                """Nothing: the report is all that is to be read."""

        return Handler


class Upstream:
    """The API server itself, over a connection for each thread."""

    def __init__(self, keys: Path, port: int) -> None:
        self._port = port
        self._context = ssl.create_default_context(cafile=keys / "ca.crt")
        self._context.load_cert_chain(keys / "admin.crt", keys / "admin.key")
        self._local = threading.local()

    def send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> http.client.HTTPResponse:
        """Sends a request; the body of the answer is to be read before the next one."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = http.client.HTTPSConnection("127.0.0.1", self._port, context=self._context)
            self._local.connection = connection
        connection.request(method, path, body, headers)
        return connection.getresponse()

    def get(self, path: str) -> bytes:
        """The body of a document."""
        return self.send("GET", path, None, {"Accept": "application/json"}).read()


def _documents(document: Json) -> dict[str, Json]:
    """A document of version 3 for each group and version, such as `api/v1` and `apis/apps/v1`."""
    text = json.dumps(document).replace("#/definitions/", "#/components/schemas/")
    whole = json.loads(text)
    groups: dict[str, Json] = {}
    for path, item in whole["paths"].items():
        parts = path.strip("/").split("/")
        length = {"api": 2, "apis": 3}.get(parts[0], 99)
        if len(parts) >= length:
            paths = groups.setdefault("/".join(parts[:length]), {"paths": {}})["paths"]
            assert isinstance(paths, dict)
            paths[path] = _path(item)
    for group in groups.values():
        group |= {"openapi": "3.0.0", "info": whole["info"]}
        group["components"] = {"schemas": _used(group["paths"], whole["definitions"])}
    return groups


def _path(item: Json) -> Json:
    """The operations of a path in the other form."""
    result: Json = {"parameters": [_parameter(parameter) for parameter in _list(item.get("parameters"))]}
    for method in ("get", "put", "post", "delete", "patch"):
        operation = item.get(method)
        if isinstance(operation, dict):
            result[method] = _operation(operation, takes_validation=method in ("put", "post", "patch"))
    return result


def _operation(operation: Json, takes_validation: bool) -> Json:
    parameters = _list(operation.get("parameters"))
    result = {name: operation[name] for name in operation if name.startswith("x-") or name in ("description", "tags")}
    result["parameters"] = [_parameter(each) for each in parameters if each["in"] != "body"]
    if takes_validation:
        result["parameters"].append(_VALIDATION)
    for body in (each for each in parameters if each["in"] == "body"):
        result["requestBody"] = {"content": {"*/*": {"schema": body["schema"]}}, "required": True}
    result["responses"] = {
        code: {"description": answer["description"], "content": {"application/json": {"schema": answer["schema"]}}}
        for code, answer in operation["responses"].items() if "schema" in answer
    }
    return result


def _parameter(parameter: Json) -> Json:
    kept = {name: parameter[name] for name in parameter if name in ("name", "in", "description", "required")}
    return kept | {"schema": {"type": parameter.get("type", "string"), "uniqueItems": True}}


def _list(value: object) -> list[Json]:
    return value if isinstance(value, list) else []


def _used(value: object, schemas: Json) -> Json:
    """The schemas that are referred to, and those that these refer to."""
    found: Json = {}
    names = list(_references(value))
    while names:
        name = names.pop()
        if name not in found:
            found[name] = schemas[name]
            names += _references(schemas[name])
    return found


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        reference = value.get("$ref")
        if isinstance(reference, str):
            yield reference.rsplit("/", 1)[1]
        for member in value.values():
            yield from _references(member)
    elif isinstance(value, list):
        for element in value:
            yield from _references(element)
