"""`port-forward` under many connections, and under those that behave badly."""

import hashlib
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from faults.pods import remove_pod, start_pod
from faults.program import Running
from faults.world import NAMESPACE, World

_LARGE = 32 << 20
_MIDDLE = 1 << 20
_SERVER = (
    f"mkdir /www; cd /www; head -c {_LARGE} /dev/urandom >large; head -c {_MIDDLE} large >middle; echo small >small; "
    "sha256sum large middle >sums; exec httpd -f -p 8080 -h /www"
)


@contextmanager
def _forwarded(world: World) -> Iterator[tuple[Running, int]]:
    """The port of a pod that serves files, and who forwards it."""
    start_pod(world, "files", "sh", "-c", _SERVER, port=8080)
    running = world.direct.start("port-forward", "-n", NAMESPACE, "files", ":8080")
    try:
        running.await_lines(1)
        found = re.match(r"Forwarding from 127\.0\.0\.1:(\d+)", running.lines[0])
        assert found, running.lines
        yield running, int(found[1])
    finally:
        running.interrupt()
        running.finish()
        remove_pod(world, "files")


def _connect(port: int, path: str) -> socket.socket:
    """A connection that has asked for a file."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=60)
    connection.sendall(f"GET /{path} HTTP/1.0\r\n\r\n".encode())
    return connection


def _rest(connection: socket.socket, begun: bytes = b"") -> bytes:
    """The body of the answer; the server is not waited for, because it waits for the client before it closes."""
    with connection:
        received = bytearray(begun)
        while (head := received.partition(b"\r\n\r\n"))[1] == b"":
            received += _part(connection)
        length = re.search(rb"Content-Length: (\d+)", head[0], re.IGNORECASE)
        assert length, head[0]
        body = bytearray(head[2])
        while len(body) < int(length[1]):
            body += _part(connection)
        return bytes(body)


def _part(connection: socket.socket) -> bytes:
    part = connection.recv(1 << 16)
    assert part, "the connection ended early"
    return part


def _get(port: int, path: str) -> bytes:
    return _rest(_connect(port, path))


def _checksum(port: int, path: str) -> str:
    """What the pod says of one of its files."""
    sums = dict(reversed(line.split()) for line in _get(port, "sums").decode().splitlines())
    return sums[path]


def _at_once(count: int, work: Callable[[], bool]) -> int:
    """How often it went well, of so many times at once."""
    results: list[bool] = []

    def one() -> None:
        try:
            results.append(work())
        except (OSError, AssertionError):
            results.append(False)

    threads = [threading.Thread(target=one) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(results)


def ten_thousand_connections_in_a_row(world: World) -> None:
    """Nothing is left of them: no open file, and no memory."""
    with _forwarded(world) as (running, port):
        for _ in range(500):
            assert _get(port, "small") == b"small\n"
        files, kilobytes = running.open_files, running.resident_kilobytes
        for _ in range(10_000):
            assert _get(port, "small") == b"small\n"
        time.sleep(0.5)
        # Connections to the server are kept for the next ones, 64 at most.
        assert running.open_files <= files + 64, (files, running.open_files)
        assert running.resident_kilobytes <= kilobytes + 4096, (kilobytes, running.resident_kilobytes)


def hundreds_of_connections_at_once(world: World) -> None:
    """Each has every byte of its own answer, and the memory stays bounded."""
    with _forwarded(world) as (running, port):
        wanted = _checksum(port, "middle")
        assert _at_once(300, lambda: hashlib.sha256(_get(port, "middle")).hexdigest() == wanted) == 300
        assert running.resident_kilobytes < 256 << 10, running.resident_kilobytes


def connections_that_stall_or_break_off(world: World) -> None:
    """Others go on beside them, and one that stalled has all its bytes when it reads again."""
    with _forwarded(world) as (_, port):
        wanted = _checksum(port, "large")
        stalled = _connect(port, "large")
        begun = stalled.recv(1000)
        for _ in range(20):
            broken = _connect(port, "large")
            broken.recv(1000)
            # Closing it sends a reset.
            broken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            broken.close()
        start = time.monotonic()
        assert _at_once(50, lambda: _get(port, "small") == b"small\n") == 50
        assert time.monotonic() - start < 20
        found = _rest(stalled, begun)
        assert hashlib.sha256(found).hexdigest() == wanted, f"{len(found)} bytes came, and not all of them or others"


def the_api_server_dies(world: World) -> None:
    """A pod's own name is not forwarded again: the program says so, and ends with 1."""
    with _forwarded(world) as (running, port):
        assert _get(port, "small") == b"small\n"
        world.cluster.kill_server()
        try:
            outcome = running.finish()
        finally:
            world.cluster.start_server()
        assert outcome.code == 1 and "lost connection to pod" in outcome.errors, outcome


TESTS = [
    hundreds_of_connections_at_once,
    connections_that_stall_or_break_off,
    the_api_server_dies,
    ten_thousand_connections_in_a_row,
]
