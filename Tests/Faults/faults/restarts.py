"""The API server dies in the middle of a command, and comes back."""

import json
import threading
import time

from faults.world import NAMESPACE, World, told

_MANY = 150


def delete(world: World) -> None:
    """What is told was deleted, what is not told has an error, and the next run finishes."""
    path = world.maps("del", _MANY)
    world.direct.must("create", "-f", path)
    running = world.direct.start("delete", "-f", path)
    running.await_lines(10)
    world.cluster.kill_server()
    outcome = running.finish()
    world.cluster.start_server()
    done, left = told(outcome), world.names("del")
    assert outcome.code == 1, outcome
    assert not done & left, f"told as deleted, but there: {done & left}"
    assert len(done) + len(outcome.errors.splitlines()) == _MANY, outcome.errors[-500:]
    assert world.direct.run("delete", "-f", path, "--ignore-not-found").code == 0
    assert not world.names("del")


def apply(world: World) -> None:
    """As `delete`: applied is what is told."""
    path = world.maps("app", _MANY)
    running = world.direct.start("apply", "-f", path)
    running.await_lines(10)
    world.cluster.kill_server()
    outcome = running.finish()
    world.cluster.start_server()
    done, there = told(outcome), world.names("app", "a")
    assert outcome.code == 1, outcome
    assert done <= there, f"told as applied, but not there: {done - there}"
    # An object that could not be read is told in four lines.
    errors = [line for line in outcome.errors.splitlines() if not line.startswith(("Resource: ", "Name: ", "from "))]
    assert len(done) + len(errors) == _MANY, outcome.errors[-500:]
    assert world.direct.run("apply", "-f", path).code == 0
    assert len(world.names("app", "a")) == _MANY


def wait_for_a_value(world: World) -> None:
    """The watch goes on where it was cut."""
    path = world.maps("val", 3)
    world.direct.must("create", "-f", path)
    world.patch("configmaps/val-0", {"data": {"value": "b"}})
    running = world.direct.start("wait", "-f", path, "--for=jsonpath={.data.value}=b", "--timeout=180s")
    # What is told shows how far it has come.
    for number in range(1, 3):
        running.await_lines(number)
        world.restart()
        world.patch(f"configmaps/val-{number}", {"data": {"value": "b"}})
    outcome = running.finish(180)
    assert outcome.code == 0, outcome
    assert outcome.lines == [f"configmap/val-{number} condition met" for number in range(3)], outcome


def wait_for_a_deletion(world: World) -> None:
    """A deletion that is held is seen when it happens, and one that happened meanwhile, too."""
    path = world.maps("held", 6)
    world.direct.must("create", "-f", path)
    for number in range(6):
        world.patch(f"configmaps/held-{number}", {"metadata": {"finalizers": ["faults.example.com/held"]}})
    running = world.direct.start("delete", "-f", path, "--timeout=180s")
    running.await_lines(6)
    world.restart()
    for number in range(6):
        world.patch(f"configmaps/held-{number}", {"metadata": {"finalizers": None}})
    outcome = running.finish(180)
    assert outcome.code == 0, outcome


def _deployment(name: str) -> dict[str, object]:
    labels = {"app": name}
    container = {"name": "main", "image": "busybox"}
    spec = {"schedulerName": "none", "containers": [container]}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": name, "namespace": NAMESPACE},
        "spec": {
            "replicas": 1,
            "selector": {"matchLabels": labels},
            "template": {"metadata": {"labels": labels}, "spec": spec},
        },
    }


def rollout_status(world: World) -> None:
    """A rollout is followed over the restart to its end."""
    path = world.write("web.json", json.dumps(_deployment("web")))
    world.direct.must("create", "-f", path)
    running = world.direct.start("rollout", "status", "deployment/web", "-n", NAMESPACE, "--timeout=180s")
    running.await_lines(1)
    world.restart()
    deadline = time.monotonic() + 60
    pods: list[str] = []
    while not pods and time.monotonic() < deadline:
        pods = world.direct.must("get", "pods", "-n", NAMESPACE, "-l", "app=web", "-o", "name").split()
    # There is no node: the test says what a kubelet would.
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    ready = {"type": "Ready", "status": "True", "lastTransitionTime": now}
    world.patch(f"pods/{pods[0].split('/')[1]}/status", {"status": {"phase": "Running", "conditions": [ready]}})
    outcome = running.finish(180)
    assert outcome.code == 0, outcome
    assert outcome.lines[-1] == 'deployment "web" successfully rolled out', outcome
    world.direct.must("delete", "-f", path)


def drain(world: World) -> None:
    """What was evicted is told; what was not is named in an error, and the next run finishes."""
    name = "faulty-node"
    world.raw("POST", "/api/v1/nodes", {"metadata": {"name": name}})
    for number in range(12):
        pod = {
            "metadata": {"name": f"drained-{number}", "namespace": NAMESPACE},
            "spec": {"nodeName": name, "containers": [{"name": "main", "image": "busybox"}]},
        }
        world.raw("POST", f"/api/v1/namespaces/{NAMESPACE}/pods", pod)
    words = ["drain", name, "--force", "--disable-eviction", "--grace-period=0", "--timeout=60s"]
    running = world.direct.start(*words)
    timer = threading.Timer(0.15, world.cluster.kill_server)
    timer.start()
    outcome = running.finish()
    timer.join()
    world.cluster.start_server()
    pods = json.loads(world.direct.must("get", "pods", "-n", NAMESPACE, "-o", "json"))["items"]
    left = [pod for pod in pods if pod["metadata"]["name"].startswith("drained-")]
    assert outcome.code == 0 or outcome.errors, outcome
    assert outcome.code == 1 or not left, outcome
    again = world.direct.run(*words)
    assert again.code == 0, again
    world.direct.must("delete", "node", name)


TESTS = [delete, apply, wait_for_a_value, wait_for_a_deletion, rollout_status, drain]
