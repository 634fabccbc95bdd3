"""Answers that a server gives when it is busy, when others change things, and when it has forgotten."""

import base64
import json
import subprocess
import time

from faults.proxy import Rule, answer, cut_after, hang_up, lose_answer, status
from faults.world import NAMESPACE, World, told

_BUSY = answer(429, status(429, "TooManyRequests", "later"), {"Retry-After": "1"})
_CONFLICT = answer(409, status(409, "Conflict", "the object has been modified"))
_GONE = answer(410, status(410, "Expired", "too old resource version"))
_UNAUTHORIZED = answer(401, status(401, "Unauthorized", "Unauthorized"))


def busy(world: World) -> None:
    """A server that asks to be left alone is asked again, when it said."""
    path = world.maps("busy", 3)
    world.proxy.expect(Rule("^POST", _BUSY, times=2))
    assert world.proxied.run("create", "-f", path).code == 0
    world.proxy.expect(Rule("^DELETE", _BUSY, times=3), Rule("^GET .*configmaps", _BUSY))
    outcome = world.proxied.run("delete", "-f", path)
    assert outcome.code == 0, outcome
    assert outcome.seconds >= 2, outcome
    assert world.proxy.count("^DELETE") == 6


def conflicts(world: World) -> None:
    """What somebody else changed meanwhile is read anew."""
    key = ["openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "/dev/null", "-subj", "/CN=faults"]
    request = subprocess.run(key, capture_output=True, check=True).stdout
    spec = {
        "signerName": "faults.example.com/none",
        "usages": ["client auth"],
        "request": base64.b64encode(request).decode(),
    }
    group = "/apis/certificates.k8s.io/v1/certificatesigningrequests"
    body = {
        "apiVersion": "certificates.k8s.io/v1",
        "kind": "CertificateSigningRequest",
        "metadata": {"name": "faults"},
        "spec": spec,
    }
    world.raw("POST", group, body)
    world.proxy.expect(Rule("^PUT", _CONFLICT, times=3))
    outcome = world.proxied.run("certificate", "approve", "faults")
    assert outcome.code == 0, outcome
    assert world.proxy.count("^PUT") == 4
    assert world.proxy.count(f"^GET {group}/faults") == 4
    world.proxy.expect(Rule("^PUT", _CONFLICT, times=50))
    outcome = world.proxied.run("certificate", "approve", "faults", "--force")
    assert outcome.code == 1 and "Conflict" in outcome.errors, outcome
    assert world.proxy.count("^PUT") == 11
    world.proxy.expect()
    world.direct.must("delete", "csr", "faults")


def _wait(world: World, prefix: str, *rules: Rule) -> None:
    path = world.maps(prefix, 1)
    world.direct.must("create", "-f", path)
    world.proxy.expect(*rules)
    running = world.proxied.start("wait", "-f", path, "--for=jsonpath={.data.value}=b", "--timeout=60s")
    time.sleep(2)
    world.patch(f"configmaps/{prefix}-0", {"data": {"value": "b"}})
    outcome = running.finish()
    assert outcome.code == 0, outcome
    assert outcome.lines == [f"configmap/{prefix}-0 condition met"], outcome
    assert not outcome.errors, outcome


def forgotten(world: World) -> None:
    """A watch from a version that the server has forgotten begins with a list again."""
    _wait(world, "gone", Rule("watch=true", _GONE, times=2))
    assert world.proxy.count(r"configmaps\?fieldSelector=[^&]*&limit") == 3


def forgotten_in_the_middle(world: World) -> None:
    """The same where an event of the watch says so."""
    event = '{"type":"ERROR","object":' + status(410, "Expired", "too old resource version") + "}\n"
    _wait(world, "expired", Rule("watch=true", answer(200, event), times=2))


def cut_watches(world: World) -> None:
    """A watch that breaks, at its beginning or in the middle of an event, goes on."""
    _wait(world, "cut", Rule("watch=true", hang_up()), Rule("watch=true", cut_after(0)))


def lost_answers(world: World) -> None:
    """Where an answer is lost, nothing is told as done; the next run finishes."""
    path = world.maps("lost", 5)
    world.direct.must("create", "-f", path)
    world.proxy.expect(Rule("^DELETE .*lost-2", lose_answer()))
    outcome = world.proxied.run("delete", "-f", path)
    assert outcome.code == 1, outcome
    assert told(outcome) == {f"lost-{number}" for number in (0, 1, 3, 4)}, outcome
    assert len(outcome.errors.splitlines()) == 1, outcome
    outcome = world.proxied.run("delete", "-f", path, "--ignore-not-found")
    assert outcome.code == 0, outcome


def expired_tokens(world: World) -> None:
    """A user whose token expires in the middle is told for each object what could not be done."""
    path = world.maps("token", 20)
    world.direct.must("create", "-f", path)
    world.proxy.expect(Rule("^DELETE", _UNAUTHORIZED, after=8, times=1000))
    outcome = world.proxied.run("delete", "-f", path)
    assert outcome.code == 1, outcome
    assert len(outcome.lines) == 8, outcome
    errors = outcome.errors.splitlines()
    assert len(errors) == 12 and all("You must be logged in to the server" in line for line in errors), outcome
    assert world.names("token") == {f"token-{number}" for number in range(20)} - told(outcome)
    world.proxy.expect(Rule("^GET .*watch=true", _UNAUTHORIZED, times=1000))
    left = sorted(world.names("token"))[0]
    outcome = world.proxied.run("wait", f"configmap/{left}", "-n", NAMESPACE, "--for=delete", "--timeout=60s")
    assert outcome.code == 1 and "You must be logged in" in outcome.errors, outcome
    world.proxy.expect()
    assert world.proxied.run("delete", "-f", path, "--ignore-not-found").code == 0


def reconciling(world: World) -> None:
    """Roles that change while they are reconciled are reconciled all the same."""
    role = {
        "apiVersion": "rbac.authorization.k8s.io/v1",
        "kind": "Role",
        "metadata": {"name": "faults", "namespace": NAMESPACE},
        "rules": [{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}],
    }
    path = world.write("role.json", json.dumps(role))
    world.proxy.expect()
    assert world.proxied.run("auth", "reconcile", "-f", path).code == 0
    role["rules"] = [{"apiGroups": [""], "resources": ["services"], "verbs": ["get"]}]
    world.write("role.json", json.dumps(role))
    world.proxy.expect(Rule("^PUT", _CONFLICT, times=2))
    outcome = world.proxied.run("auth", "reconcile", "-f", path)
    assert outcome.code == 0, outcome
    assert world.proxy.count("^PUT") == 3


TESTS = [
    busy,
    conflicts,
    forgotten,
    forgotten_in_the_middle,
    cut_watches,
    lost_answers,
    expired_tokens,
    reconciling,
]
