"""What a cluster's API server lacks where it is old: OpenAPI documents of version 3, served in front of it.

From Kubernetes 1.27 on servers have them, and kubectl decodes the one of an object's group for each object that it
applies. nginx serves the documents, on loopback and over TLS as the server would, and passes on all else: a front that
is slower than the server would be what is measured.
"""

import json
import os
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.request
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from bench.openapi_documents import Json, documents
from bench.timing import BenchError

_FETCH = Path(__file__).resolve().parents[1] / "fetch-nginx.sh"
_ROOT = "/openapi/v3"

# The connections to the server are the administrator's, whoever asks.
_CONFIGURATION = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    client_max_body_size 0;
    keepalive_requests 1000000;
    upstream server {{
        server 127.0.0.1:{server_port};
        keepalive 32;
        keepalive_requests 1000000;
    }}
    server {{
        listen 127.0.0.1:{port} ssl http2;
        ssl_certificate {keys}/apiserver.crt;
        ssl_certificate_key {keys}/apiserver.key;
        default_type application/json;
        root {folder}/documents;
        location = {root} {{ try_files $uri.json =404; }}
        location {root}/ {{
            try_files $uri.json =404;
            add_header Cache-Control "public, immutable";
            add_header Expires "{expires}";
        }}
        location / {{
            proxy_pass https://server;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_ssl_certificate {keys}/admin.crt;
            proxy_ssl_certificate_key {keys}/admin.key;
            proxy_ssl_trusted_certificate {keys}/ca.crt;
            proxy_ssl_verify on;
            proxy_ssl_name localhost;
            proxy_buffering off;
            proxy_read_timeout 1h;
        }}
    }}
}}
"""


class OpenAPIFront(AbstractContextManager["OpenAPIFront"]):
    """The front of a cluster of Tests/Cluster, for the time of the context; `environment` leads a program to it."""

    def __init__(self, kubeconfig: Path, server_port: int) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-")
        self._process: subprocess.Popen[bytes] | None = None
        self._keys = kubeconfig.parent / "pki"
        self._server_port = server_port
        self._port = _free_port()
        own = Path(self._folder.name) / "kubeconfig"
        own.write_text(kubeconfig.read_text().replace(f":{server_port}", f":{self._port}"))
        self.environment = {"KUBECONFIG": str(own), "HOME": self._folder.name, "PATH": os.environ["PATH"]}

    def __enter__(self) -> "OpenAPIFront":
        folder = Path(self._folder.name)
        self._write_documents(folder / "documents")
        configuration = folder / "nginx.conf"
        configuration.write_text(_CONFIGURATION.format(
            folder=folder, keys=self._keys, port=self._port, server_port=self._server_port, root=_ROOT,
            expires=time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 86_400)),
        ))
        nginx = subprocess.run([_FETCH], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
        log = folder / "error.log"
        words = [nginx, "-p", str(folder), "-e", str(log), "-c", str(configuration)]
        self._process = subprocess.Popen(words, stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + 10
        while not _answers(self._port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                told = log.read_text() if log.exists() else ""
                self.__exit__(None, None, None)
                raise BenchError(f"nginx did not start: {told.strip()}")
            time.sleep(0.05)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
        self._folder.cleanup()

    def _write_documents(self, folder: Path) -> None:
        found = documents(self._version_2())
        paths = {name: {"serverRelativeURL": f"{_ROOT}/{name}?hash=1"} for name in found}
        for name, document in {_ROOT: {"paths": paths}, **{f"{_ROOT}/{name}": found[name] for name in found}}.items():
            file = folder / f"{name.strip('/')}.json"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(document))

    def _version_2(self) -> Json:
        context = ssl.create_default_context(cafile=self._keys / "ca.crt")
        context.load_cert_chain(self._keys / "admin.crt", self._keys / "admin.key")
        url = f"https://127.0.0.1:{self._server_port}/openapi/v2"
        request = urllib.request.Request(url, headers={"Accept": "application/json"})
        with urllib.request.urlopen(request, context=context) as answer:
            document = json.load(answer)
        assert isinstance(document, dict)
        return document


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except ConnectionRefusedError:
        return False
    return True
