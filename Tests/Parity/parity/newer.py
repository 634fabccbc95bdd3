"""A server that reads like a Kubernetes 1.36 API server, on the loopback, for kinds that the cluster is too old for.

It answers aggregated discovery, /version, OpenAPI version 3, who asks, and reading the objects of `fixtures/newer`. It
takes containers that are added to pods, and answers as if they were there; it changes nothing. The first part of a path
names the side that asks: what each side requests is written to `requests` in that side's folder, and what it would
change to `bodies`.
"""

import json
import sys
import threading
from contextlib import AbstractContextManager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import parse_qsl, urlsplit

from parity.newer_changes import NoSuchPod, pod_after
from parity.newer_objects import Kind, Object, Store, field_filter, label_filter

_AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
_VERSION = {
    "major": "1", "minor": "36", "emulationMajor": "1", "emulationMinor": "36", "minCompatibilityMajor": "1",
    "minCompatibilityMinor": "35", "gitVersion": "v1.36.4", "gitCommit": "0123456789abcdef", "gitTreeState": "clean",
    "buildDate": "2026-01-02T03:04:05Z", "goVersion": "go1.26.0", "compiler": "gc", "platform": "linux/amd64",
}


class _Answer(Exception):
    """An answer that is no success."""

    def __init__(self, code: int, reason: str, message: str, details: Object | None = None) -> None:
        self.code = code
        self.status = {
            "kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "message": message,
            "reason": reason, "details": details or {}, "code": code,
        }


class _Handler(BaseHTTPRequestHandler):
    """Answers one request after the other on a connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # the body comes right behind the head
    server: "_Server"

    def do_GET(self) -> None:
        self.server.note(self.path, "GET")
        url = urlsplit(self.path)
        side, _, path = url.path.lstrip("/").partition("/")
        query = dict(parse_qsl(url.query, keep_blank_values=True))
        try:
            self._answer(path.strip("/").split("/") if path else [], query)
        except _Answer as answer:
            self._send(answer.status, answer.code)

    def _refuse(self) -> None:
        """The body is read, so that the next request on the connection is found behind it."""
        self.server.note(self.path, self.command)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        side, _, path = urlsplit(self.path).path.lstrip("/").partition("/")
        try:
            if (changed := pod_after(self.command, path, body, self.server.store)) is not None:
                self.server.note_body(side, self.command, path, body)
                return self._send(changed)
        except NoSuchPod as missing:
            details = {"name": missing.name, "kind": "pods"}
            answer = _Answer(404, "NotFound", f'pods "{missing.name}" not found', details)
            return self._send(answer.status, answer.code)
        answer = _Answer(405, "MethodNotAllowed", "the server does not allow this method on the requested resource")
        self._send(answer.status, answer.code)

    do_PUT = do_PATCH = do_DELETE = _refuse

    def do_POST(self) -> None:
        """Tells who asks, which is whom the user claims to be; everything else is refused."""
        if not self.path.endswith("/apis/authentication.k8s.io/v1/selfsubjectreviews"):
            return self._refuse()
        self.server.note(self.path, "POST")
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        user: Object = {"username": self.headers.get("Impersonate-User", "system:admin")}
        if uid := self.headers.get("Impersonate-Uid"):
            user["uid"] = uid
        user["groups"] = [*self.headers.get_all("Impersonate-Group", []), "system:authenticated"]
        extra: dict[str, list[str]] = {}
        for name, value in self.headers.items():
            if name.lower().startswith("impersonate-extra-"):
                extra.setdefault(name.lower().removeprefix("impersonate-extra-"), []).append(value)
        if extra:
            user["extra"] = extra
        identity = {"kind": "SelfSubjectReview", "apiVersion": "authentication.k8s.io/v1"}
        metadata = {"creationTimestamp": "2026-01-02T03:04:05Z"}
        self._send(identity | {"metadata": metadata, "status": {"userInfo": user}}, code=201)

    def _answer(self, path: list[str], query: dict[str, str]) -> None:
        match path:
            case ["version"]:
                self._send(_VERSION)
            case ["api"] | ["apis"]:
                self._send_discovery(self.server.store.groups(is_core=path == ["api"]))
            case ["api", version, *rest]:
                self._send_objects("", version, rest, query)
            case ["apis", group, version, *rest]:
                self._send_objects(group, version, rest, query)
            case ["openapi", "v3", *rest]:
                self._send_openapi("/".join(rest))
            case _:
                self._send_page_not_found()

    def _send_objects(self, group: str, version: str, rest: list[str], query: dict[str, str]) -> None:
        namespace = None
        if rest[:1] == ["namespaces"] and len(rest) > 2:
            namespace, rest = rest[1], rest[2:]
        kind = self.server.store.kind(group, version, rest[0]) if rest else None
        if kind is None or len(rest) > 3 or (namespace is not None) > kind.is_namespaced:
            return self._send_page_not_found()
        if query.get("watch") in ("true", "1"):
            raise _Answer(405, "MethodNotAllowed", "this server has no watches")
        objects = self.server.store.objects(kind, namespace)
        if len(rest) > 1:
            item = next((item for item in objects if item["metadata"]["name"] == rest[1]), None)
            if item is None:
                details = {"name": rest[1], "kind": kind.resource} | ({"group": group} if group else {})
                raise _Answer(404, "NotFound", f'{kind.full_name} "{rest[1]}" not found', details)
            return self._send(_table(kind, [item], {}, query) if self._wants_table else item)
        for key, make in (("labelSelector", label_filter), ("fieldSelector", field_filter)):
            objects = list(filter(make(query.get(key, "")), objects))
        page, metadata = _page(objects, query)
        if self._wants_table:
            return self._send(_table(kind, page, metadata, query))
        self._send({"kind": f"{kind.kind}List", "apiVersion": kind.api_version, "metadata": metadata, "items": page})

    @property
    def _wants_table(self) -> bool:
        return "as=Table" in self.headers.get("Accept", "")

    def _send_discovery(self, groups: list[Object]) -> None:
        if "as=APIGroupDiscoveryList" not in self.headers.get("Accept", ""):
            raise _Answer(406, "NotAcceptable", "only aggregated discovery (apidiscovery.k8s.io/v2) is served here")
        identity = {"kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2"}
        self._send(identity | {"metadata": {}, "items": groups}, content_type=_AGGREGATED, has_tag=True)

    def _send_openapi(self, version: str) -> None:
        """The list of the documents there are, or the one of an API version such as `apis/apps/v1`."""
        documents = self.server.documents
        if not version:
            urls = {
                name: {"serverRelativeURL": f"/openapi/v3/{name}?hash={sha256(body).hexdigest().upper()}"}
                for name, body in documents.items()
            }
            self._send({"paths": urls})
        elif version in documents:
            self._send_bytes(200, "application/json", documents[version])
        else:
            self._send_page_not_found()

    def _send_page_not_found(self) -> None:
        self._send_bytes(404, "text/plain; charset=utf-8", b"404 page not found\n")

    def _send(
        self, value: object, code: int = 200, content_type: str = "application/json", has_tag: bool = False
    ) -> None:
        body = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode(errors="surrogatepass")
        tag = f'"{sha256(body).hexdigest().upper()}"' if has_tag else ""
        if tag and self.headers.get("If-None-Match") == tag:
            return self._send_bytes(304, content_type, b"", tag)
        self._send_bytes(code, content_type, body, tag)

    def _send_bytes(self, code: int, content_type: str, body: bytes, tag: str = "") -> None:
        self.send_response(code)
        if tag:
            self.send_header("ETag", tag)
            self.send_header("Vary", "Accept")
            self.send_header("Cache-Control", "public")
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing: the cases tell what matters."""


def _page(objects: list[Object], query: dict[str, str]) -> tuple[list[Object], Object]:
    """The part of a list that was asked for, and the list's metadata."""
    start, limit = int(query.get("continue") or 0), int(query.get("limit") or 0) or len(objects)
    metadata: Object = {"resourceVersion": "1"}
    if (rest := len(objects) - start - limit) > 0:
        metadata |= {"continue": str(start + limit), "remainingItemCount": rest}
    return objects[start : start + limit], metadata


def _table(kind: Kind, objects: list[Object], metadata: Object, query: dict[str, str]) -> Object:
    """The table that a server has for kinds without columns of their own."""
    columns = [
        {"name": "Name", "type": "string", "format": "name", "description": "The name.", "priority": 0},
        {"name": "Created At", "type": "date", "format": "", "description": "When it was made.", "priority": 0},
    ]
    rows: list[Object] = []
    for item in objects:
        rows.append({"cells": [item["metadata"]["name"], item["metadata"]["creationTimestamp"]]})
        match query.get("includeObject", "Metadata"):
            case "Metadata":
                partial = {"kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1"}
                rows[-1]["object"] = partial | {"metadata": item["metadata"]}
            case "Object":
                rows[-1]["object"] = item
    table = {"kind": "Table", "apiVersion": "meta.k8s.io/v1", "metadata": metadata}
    return table | {"columnDefinitions": columns, "rows": rows}


class _Server(ThreadingHTTPServer):
    """The server's state: what it serves, and where it notes what it is asked."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.store = Store(folder)
        files = sorted((folder / "openapi").rglob("*.json"))
        self.documents = {
            file.relative_to(folder / "openapi").with_suffix("").as_posix(): file.read_bytes() for file in files
        }
        self._scratch = scratch
        self._lock = threading.Lock()

    def handle_error(self, request: object, client_address: object) -> None:
        """Passes over clients that leave in the midst of it, and reports all else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def note(self, path: str, method: str) -> None:
        """Adds a request to the file of the side that asks."""
        side, _, rest = path.lstrip("/").partition("/")
        folder = self._scratch / side
        if side and ".." not in side and folder.is_dir():
            with self._lock, open(folder / "requests", "a") as log:
                log.write(f"{method} /{rest}\n")

    def note_body(self, side: str, method: str, path: str, body: bytes) -> None:
        """Adds a change to the file of the side that asks, its JSON with sorted keys."""
        folder = self._scratch / side
        if side and ".." not in side and folder.is_dir():
            text = json.dumps(json.loads(body), sort_keys=True, indent=1, ensure_ascii=False)
            with self._lock, open(folder / "bodies", "a") as log:
                log.write(f"{method} /{path}\n{text}\n")


class NewerServer(AbstractContextManager["NewerServer"]):
    """Serves `folder` until the end of the context; `scratch` has the sides' folders."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        self._server = _Server(folder, scratch)

    @property
    def url(self) -> str:
        """The address, without the part that names a side."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "NewerServer":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
