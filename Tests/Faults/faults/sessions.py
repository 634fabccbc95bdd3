"""What ends a session with a container from outside: the API server, the kubelet, the pod, a signal.

A session that broke never ends with 0, and says why.
"""

import os
import signal

from faults.pods import start_pod
from faults.program import Running
from faults.world import NAMESPACE, World

# Says that it is there, and then nothing more by itself.
_WAITING = ("sh", "-c", "echo ready; sleep 300; echo over")


def _session(world: World, *flags: str) -> Running:
    """A session that is under way; with `-i` it has an input that does not end."""
    start_pod(world, "session")
    stdin = b"input\n" if "-i" in flags else None
    running = world.direct.start("exec", "-n", NAMESPACE, *flags, "session", "--", *_WAITING, stdin=stdin)
    running.await_lines(1)
    return running


def the_api_server_dies(world: World) -> None:
    """Over a WebSocket."""
    running = _session(world)
    world.cluster.kill_server()
    outcome = running.finish()
    world.cluster.start_server()
    assert (outcome.code, outcome.lines) == (1, ["ready"]), outcome
    assert outcome.errors.startswith("error: "), outcome


def the_api_server_dies_with_an_input(world: World) -> None:
    """Over SPDY, which a server as old as this one needs for it."""
    running = _session(world, "-i")
    world.cluster.kill_server()
    outcome = running.finish()
    world.cluster.start_server()
    assert (outcome.code, outcome.lines) == (1, ["ready"]), outcome
    assert outcome.errors.startswith("error: "), outcome


def the_pod_is_deleted(world: World) -> None:
    """The process is killed, and the code says so."""
    running = _session(world)
    world.direct.must("delete", "pod", "session", "-n", NAMESPACE, "--force", "--grace-period=0")
    outcome = running.finish()
    assert outcome.code != 0 and outcome.lines == ["ready"] and outcome.errors, outcome


def the_kubelet_dies(world: World) -> None:
    """The connection behind the API server breaks; the node is of no use afterwards."""
    running = _session(world)
    os.kill(world.cluster.find("kubelet")[0], signal.SIGKILL)
    outcome = running.finish()
    assert outcome.code == 1 and outcome.lines == ["ready"] and outcome.errors, outcome


def the_kubelet_restarts_under_followed_logs(world: World) -> None:
    """Each line comes once, in order, and the end is the container's."""
    count = 150
    script = f"sleep 1; i=0; while [ $i -lt {count} ]; do echo line $i; i=$((i+1)); sleep 0.1; done; sleep 3"
    start_pod(world, "followed", "sh", "-c", script)
    running = world.direct.start("logs", "-f", "followed", "-n", NAMESPACE)
    running.await_lines(20)
    world.cluster.restart_kubelet(pause=2)
    outcome = running.finish(120)
    assert outcome.code == 0 and outcome.lines == [f"line {number}" for number in range(count)], outcome


def interrupted(world: World) -> None:
    """It dies of the signal, as a shell sees it."""
    for name, flags, code in ((signal.SIGINT, (), 130), (signal.SIGTERM, ("-i",), 143)):
        running = _session(world, *flags)
        running.send(name)
        outcome = running.finish(10)
        assert outcome.code == code, outcome


def the_terminal_is_restored(world: World) -> None:
    """Raw mode ends with the program, whatever ends it, a fault of the program included."""
    start_pod(world, "session")
    for name in ("INT", "TERM", "HUP", "QUIT", "SEGV", "ABRT"):
        steps = ["expect=ready", f"signal={name}"]
        outcome = world.direct.converse(steps, "exec", "-n", NAMESPACE, "-it", "session", "--", *_WAITING)
        assert outcome.lines[-1] == "the terminal is as before", (name, outcome)
        assert outcome.lines[-2] == f"ended -{getattr(signal, f'SIG{name}').value}", (name, outcome)


TESTS = [
    the_api_server_dies,
    the_api_server_dies_with_an_input,
    the_pod_is_deleted,
    interrupted,
    the_terminal_is_restored,
    the_kubelet_restarts_under_followed_logs,
    the_kubelet_dies,
]
