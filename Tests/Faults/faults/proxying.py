"""`proxy` while the API server dies behind it."""

import http.client
import re

from faults.world import NAMESPACE, World


def _request(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def the_api_server_restarts(world: World) -> None:
    """A watch that is under way is cut, not ended; requests without a server are told so; then all goes on."""
    running = world.direct.start("proxy", "--port=0")
    running.await_lines(1)
    found = re.fullmatch(r"Starting to serve on 127\.0\.0\.1:(\d+)", running.lines[0])
    assert found, running.lines
    port, path = int(found[1]), f"/api/v1/namespaces/{NAMESPACE}/configmaps"
    assert _request(port, path)[0] == 200
    watch = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    watch.request("GET", f"{path}?watch=true&resourceVersion=0")
    response = watch.getresponse()
    assert response.status == 200
    world.cluster.kill_server()
    try:
        try:
            response.read()
            raise AssertionError("a watch that was cut looks complete")
        except (http.client.IncompleteRead, ConnectionError):
            pass
        status, body = _request(port, path)
        assert status == 500 and b"connection refused" in body, (status, body)
    finally:
        world.cluster.start_server()
    assert _request(port, path)[0] == 200
    running.interrupt()
    running.finish()


TESTS = [the_api_server_restarts]
