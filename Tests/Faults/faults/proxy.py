"""A loopback proxy in front of the API server that puts faults into what it passes on."""

import http.client
import re
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Fault = Callable[["Handler", str], bool]


@dataclass
class Rule:
    """A fault for the requests that a pattern fits (`METHOD TARGET`), the first `times` of them."""

    pattern: str
    fault: Fault
    times: int = 1
    after: int = 0
    seen: int = field(default=0, init=False)

    def applies(self, request: str) -> bool:
        """Whether the fault is this request's; counts it."""
        if not re.search(self.pattern, request):
            return False
        self.seen += 1
        return self.after < self.seen <= self.after + self.times


def answer(status: int, body: str, headers: dict[str, str] | None = None) -> Fault:
    """Answers in the server's place."""

    def fault(handler: "Handler", _: str) -> bool:
        handler.respond(status, body.encode(), {"Content-Type": "application/json", **(headers or {})})
        return True

    return fault


def status(code: int, reason: str, message: str) -> str:
    """A `Status` object."""
    return (
        '{"kind":"Status","apiVersion":"v1","status":"Failure",'
        f'"code":{code},"reason":"{reason}","message":"{message}"}}'
    )


def hang_up() -> Fault:
    """Closes the connection without an answer; the server never sees the request."""

    def fault(handler: "Handler", _: str) -> bool:
        handler.drop()
        return True

    return fault


def lose_answer() -> Fault:
    """Has the server carry out the request, and closes the connection in place of its answer."""

    def fault(handler: "Handler", _: str) -> bool:
        handler.forward(passes_answer=False)
        handler.drop()
        return True

    return fault


def cut_after(events: int) -> Fault:
    """Cuts a watch in the middle of the event behind so many."""

    def fault(handler: "Handler", _: str) -> bool:
        handler.forward(cut_after=events)
        return True

    return fault


class Handler(BaseHTTPRequestHandler):
    """One connection of a client."""

    protocol_version = "HTTP/1.1"
    server: "FaultProxy"

    def handle_any(self) -> None:
        """Passes a request on, or does to it what a rule says."""
        request = f"{self.command} {self.path}"
        length = int(self.headers.get("Content-Length") or 0)
        self.body = self.rfile.read(length)
        with self.server.lock:
            self.server.requests.append(request)
            rule = next((rule for rule in self.server.rules if rule.applies(request)), None)
        try:
            if rule is None or not rule.fault(self, request):
                self.forward()
        except (OSError, http.client.HTTPException):
            self.drop()

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any

    def respond(self, code: int, body: bytes, headers: dict[str, str]) -> None:
        """Sends a whole answer."""
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drop(self) -> None:
        """Closes the connection."""
        self.close_connection = True

    def forward(self, *, passes_answer: bool = True, cut_after: int | None = None) -> None:
        """Passes the request on, and its answer back as it arrives."""
        upstream = http.client.HTTPSConnection(*self.server.upstream, context=self.server.context)
        own = ("host", "accept-encoding", "authorization")
        headers = {name: value for name, value in self.headers.items() if name.lower() not in own}
        upstream.request(self.command, self.path, self.body or None, headers)
        response = upstream.getresponse()
        if not passes_answer:
            response.read()
            return
        self.send_response(response.status)
        for name, value in response.getheaders():
            if name.lower() not in ("transfer-encoding", "content-length", "connection"):
                self.send_header(name, value)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        count = 0
        while chunk := response.read1(65536):
            count += 1
            if cut_after is not None and count > cut_after:
                self.wfile.write(b"%x\r\n%s" % (len(chunk), chunk[: len(chunk) // 2]))
                self.drop()
                return
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class FaultProxy(ThreadingHTTPServer):
    """The proxy, which acts as the cluster's administrator whoever asks it."""

    daemon_threads = True

    def __init__(self, upstream: tuple[str, int], pki: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.upstream = upstream
        self.context = ssl.create_default_context(cafile=str(pki / "ca.crt"))
        self.context.load_cert_chain(pki / "admin.crt", pki / "admin.key")
        self.rules: list[Rule] = []
        self.requests: list[str] = []
        self.lock = threading.Lock()

    def __enter__(self) -> "FaultProxy":
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def expect(self, *rules: Rule) -> None:
        """Puts these rules in the place of the ones before, and forgets what was asked."""
        with self.lock:
            self.rules = list(rules)
            self.requests = []

    def count(self, pattern: str) -> int:
        """How many requests a pattern fits."""
        with self.lock:
            return sum(1 for request in self.requests if re.search(pattern, request))

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no error."""
