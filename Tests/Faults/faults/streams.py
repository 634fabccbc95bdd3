"""Streams that are cut, and go on: logs that are followed, watches that are shown, what is read as a whole."""

import re
import time
from urllib.parse import parse_qs, urlsplit

from faults.pods import remove_pod
from faults.program import Running
from faults.proxy import Fault, Handler, Rule, answer, cut_after, status
from faults.world import NAMESPACE, World

_PODS = f"/api/v1/namespaces/{NAMESPACE}/pods"


class _Log:
    """A container's log as a kubelet has it, in streams that are cut at other places each time."""

    _LINES_PER_SECOND = 7

    def __init__(self, texts: list[str], cuts: list[int], *, ends_well: bool = False) -> None:
        self._lines = [(self._time(number), text) for number, text in enumerate(texts)]
        self._cuts = cuts
        self._ends_well = ends_well
        self.streams = 0

    @classmethod
    def _time(cls, number: int) -> str:
        second, part = divmod(number, cls._LINES_PER_SECOND)
        return f"2026-11-29T05:{second // 60:02}:{second % 60:02}.{part:09}Z"

    def fault(self) -> Fault:
        """Answers in the kubelet's place."""

        def fault(handler: Handler, _: str) -> bool:
            self._answer(handler)
            return True

        return fault

    def _answer(self, handler: Handler) -> None:
        query = {name: values[0] for name, values in parse_qs(urlsplit(handler.path).query).items()}
        since = query.get("sinceTime", "")[:-1]
        lines = [line for line in self._lines if line[0] >= since][-int(query.get("tailLines", 1 << 30)) :]
        has_times = query.get("timestamps") == "true"
        body = "".join(f"{when} {text}\n" if has_times else f"{text}\n" for when, text in lines).encode()
        cut = self._cuts[self.streams] if self.streams < len(self._cuts) else None
        self.streams += 1
        handler.send_response(200)
        handler.send_header("Content-Type", "text/plain")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        body = body if cut is None else body[:cut]
        for start in range(0, len(body), 1000):
            part = body[start : start + 1000]
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        if cut is None or self._ends_well:
            handler.wfile.write(b"0\r\n\r\n")
        else:
            handler.drop()


def _running_pod(world: World, name: str) -> None:
    """A pod whose containers run, as far as the server knows."""
    containers = [{"name": "main", "image": "busybox"}, {"name": "side", "image": "busybox"}]
    pod = {"metadata": {"name": name, "namespace": NAMESPACE, "labels": {"logs": name}}}
    world.raw("POST", _PODS, pod | {"spec": {"schedulerName": "none", "containers": containers}})
    state = {"running": {"startedAt": "2026-11-29T05:00:00Z"}}
    statuses = [
        {"name": container["name"], "image": "busybox", "imageID": "", "ready": True, "restartCount": 0, "state": state}
        for container in containers
    ]
    world.patch(f"pods/{name}/status", {"status": {"phase": "Running", "containerStatuses": statuses}})


def a_followed_log_that_is_cut(world: World) -> None:
    """No line is lost, and none comes twice, wherever the connections break."""
    _running_pod(world, "cut")
    # Texts that repeat themselves: they can be told apart by their times only.
    texts = ["tick" if number % 3 else f"line {number}" for number in range(400)]
    log = _Log(texts, [0, 10, 700, 35, 333, 1500, 34, 68, 5000, 2000])
    world.proxy.expect(Rule(rf"GET {_PODS}/cut/log", log.fault(), times=100))
    outcome = world.proxied.run("logs", "-f", "cut", "-c", "main", "-n", NAMESPACE, timeout=120)
    assert outcome.code == 0, outcome.errors
    assert outcome.lines == texts, f"{len(outcome.lines)} lines of {len(texts)}"
    assert log.streams >= 11, log.streams
    remove_pod(world, "cut")


def a_followed_log_whose_streams_end_early(world: World) -> None:
    """As a kubelet that is started again ends them: in order, and in the midst of what the container says."""
    _running_pod(world, "early")
    texts = [f"line {number}" for number in range(200)]
    log = _Log(texts, [700, 1200, 3000], ends_well=True)
    world.proxy.expect(Rule(rf"GET {_PODS}/early/log", log.fault(), times=100))
    outcome = world.proxied.run("logs", "-f", "early", "-c", "main", "-n", NAMESPACE, timeout=120)
    assert outcome.code == 0, outcome.errors
    assert outcome.lines == texts, f"{len(outcome.lines)} lines of {len(texts)}"
    assert log.streams == 5, log.streams
    remove_pod(world, "early")


def several_followed_logs_that_are_cut(world: World) -> None:
    """Each has a connection of its own, and its lines in their order."""
    _running_pod(world, "both")
    logs = {name: _Log([f"{name} {number}" for number in range(200)], [90, 400, 3000]) for name in ("main", "side")}
    world.proxy.expect(
        *(Rule(rf"GET {_PODS}/both/log\?container={name}", log.fault(), times=100) for name, log in logs.items())
    )
    outcome = world.proxied.run("logs", "-f", "both", "--all-containers", "-n", NAMESPACE, timeout=120)
    assert outcome.code == 0, outcome.errors
    for name in logs:
        lines = [line for line in outcome.lines if line.startswith(name)]
        assert lines == [f"{name} {number}" for number in range(200)], lines[:20]
    remove_pod(world, "both")


def a_followed_log_with_times_and_a_tail(world: World) -> None:
    """What the user asked for holds over all connections."""
    _running_pod(world, "tail")
    log = _Log([f"line {number}" for number in range(100)], [120, 200])
    world.proxy.expect(Rule(rf"GET {_PODS}/tail/log", log.fault(), times=100))
    words = ["logs", "-f", "tail", "-c", "main", "-n", NAMESPACE, "--timestamps", "--tail=30"]
    outcome = world.proxied.run(*words, timeout=120)
    assert outcome.code == 0, outcome.errors
    assert [line.split(" ", 1)[1] for line in outcome.lines] == [f"line {number}" for number in range(70, 100)]
    assert all(line.startswith("2026-11-29T05:00:") for line in outcome.lines)
    remove_pod(world, "tail")


def a_followed_log_whose_pod_is_gone(world: World) -> None:
    """What was cut off and cannot be read any more is no success."""
    _running_pod(world, "gone")
    log = _Log([f"line {number}" for number in range(100)], [500])
    world.proxy.expect(
        Rule(rf"GET {_PODS}/gone/log", log.fault()),
        Rule(rf"GET {_PODS}/gone$", answer(404, status(404, "NotFound", "no such pod")), times=100, after=1),
    )
    outcome = world.proxied.run("logs", "-f", "gone", "-c", "main", "-n", NAMESPACE)
    assert outcome.code == 1, outcome
    assert "EOF" in outcome.errors, outcome.errors
    remove_pod(world, "gone")


def _create_map(world: World, name: str) -> None:
    body = {"metadata": {"name": name, "namespace": NAMESPACE, "labels": {"part": "watched"}}}
    world.raw("POST", f"/api/v1/namespaces/{NAMESPACE}/configmaps", body)


def _end(running: Running) -> list[str]:
    """Lets come what should not come, and returns the first word of each line."""
    time.sleep(1)
    running.interrupt()
    return [line.split()[0] for line in running.finish().lines]


def _delete_maps(world: World) -> None:
    world.direct.must("delete", "configmaps", "-l", "part=watched", "-n", NAMESPACE)


def a_watch_over_restarts_of_the_server(world: World) -> None:
    """Each change is shown once."""
    _create_map(world, "watched-0")
    words = ["get", "configmaps", "-l", "part=watched", "-n", NAMESPACE, "-w", "--no-headers"]
    running = world.direct.start(*words)
    running.await_lines(1)
    for number in range(1, 4):
        world.restart()
        _create_map(world, f"watched-{number}")
        running.await_lines(number + 1)
    assert _end(running) == [f"watched-{number}" for number in range(4)]
    _delete_maps(world)


def a_watch_that_is_cut_in_the_middle_of_an_event(world: World) -> None:
    """The event comes whole with the next watch."""
    _create_map(world, "watched-0")
    world.proxy.expect(Rule(r"configmaps\?.*watch=true", cut_after(1), times=3))
    running = world.proxied.start("get", "configmaps", "-l", "part=watched", "-n", NAMESPACE, "-w", "-o", "name")
    running.await_lines(1)
    for number in range(1, 6):
        _create_map(world, f"watched-{number}")
        running.await_lines(number + 1)
    assert _end(running) == [f"configmap/watched-{number}" for number in range(6)]
    assert world.proxy.count("watch=true") == 4
    _delete_maps(world)


def a_watch_of_what_the_server_has_forgotten(world: World) -> None:
    """What changed meanwhile is found in a list, and nothing else is shown again."""
    _create_map(world, "watched-0")
    _create_map(world, "watched-1")
    expired = answer(410, status(410, "Expired", "too old resource version"))
    for output in ([], ["-o", "yaml"]):
        world.proxy.expect(
            Rule(r"configmaps\?.*watch=true", cut_after(0)),
            Rule(r"configmaps\?.*watch=true", expired),
        )
        words = ["get", "configmaps", "-l", "part=watched", "-n", NAMESPACE, "-w", *output]
        running = world.proxied.start(*words)
        running.await_lines(2)
        # This change cuts the first watch, and the next one is refused.
        world.patch("configmaps/watched-1", {"data": {"output": str(len(output))}})
        deadline = time.monotonic() + 30
        while world.proxy.count("watch=true") < 3 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert world.proxy.count("watch=true") == 3
        time.sleep(1)
        running.interrupt()
        text = running.finish().output
        assert text.count("watched-0") == 1 and text.count("watched-1") == 2, text
    _delete_maps(world)


def _create_event(world: World, name: str) -> None:
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    world.raw(
        "POST",
        f"/api/v1/namespaces/{NAMESPACE}/events",
        {
            "metadata": {"name": name, "namespace": NAMESPACE},
            "involvedObject": {"kind": "ConfigMap", "namespace": NAMESPACE, "name": "watched", "apiVersion": "v1"},
            "reason": "Told",
            "message": name,
            "type": "Normal",
            "firstTimestamp": now,
            "lastTimestamp": now,
            "count": 1,
        },
    )


def events_over_restarts_of_the_server(world: World) -> None:
    """Each event is shown once."""
    _create_event(world, "event-0")
    words = ["events", "--for=configmap/watched", "-n", NAMESPACE, "--watch", "-o", "jsonpath={.message}{'\\n'}"]
    running = world.direct.start(*words)
    running.await_lines(1)
    for number in range(1, 4):
        world.restart()
        _create_event(world, f"event-{number}")
        running.await_lines(number + 1)
    assert _end(running) == [f"event-{number}" for number in range(4)]


def a_dump_whose_lists_are_cut(world: World) -> None:
    """Lists that break off are read again."""
    words = ["cluster-info", "dump", "--namespaces", NAMESPACE, "-o", "json"]
    whole = world.proxied.run(*words)
    assert whole.code == 0, whole.errors
    world.proxy.expect(
        Rule(r"GET .*/events", cut_after(0), times=2),
        Rule(r"GET /api/v1/nodes", cut_after(0)),
        Rule(r"GET .*/deployments", cut_after(0), times=3),
    )
    outcome = world.proxied.run(*words)
    assert outcome.code == 0, outcome.errors
    documents = [len(re.findall(r"^{", text, re.MULTILINE)) for text in (outcome.output, whole.output)]
    assert documents[0] == documents[1] > 7, documents


TESTS = [
    a_followed_log_that_is_cut,
    a_followed_log_whose_streams_end_early,
    several_followed_logs_that_are_cut,
    a_followed_log_with_times_and_a_tail,
    a_followed_log_whose_pod_is_gone,
    a_watch_over_restarts_of_the_server,
    a_watch_that_is_cut_in_the_middle_of_an_event,
    a_watch_of_what_the_server_has_forgotten,
    events_over_restarts_of_the_server,
    a_dump_whose_lists_are_cut,
]
