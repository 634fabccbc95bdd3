"""`cp` while the API server dies in the middle."""

import hashlib
import threading
import time

from faults.pods import remove_pod, start_pod
from faults.program import Outcome
from faults.world import NAMESPACE, World

_SIZE = 192 << 20


def _copied_over_a_restart(world: World, *words: str) -> Outcome:
    """Copies, and restarts the API server soon after the copying began."""
    running = world.direct.start("cp", "-n", NAMESPACE, *words)

    def restart() -> None:
        time.sleep(0.6)
        world.restart()

    disturber = threading.Thread(target=restart)
    disturber.start()
    outcome = running.finish(180)
    disturber.join()
    return outcome


def a_file_from_a_pod(world: World) -> None:
    """Without retries it is an error; with them the file is whole."""
    start_pod(world, "files", "sh", "-c", f"head -c {_SIZE} /dev/urandom >/data; sleep 86400")
    ready = ["exec", "-n", NAMESPACE, "files", "--", "sh", "-c"]
    wait = f"until [ $(wc -c </data) = {_SIZE} ]; do sleep 0.1; done; sha256sum /data"
    wanted = world.direct.must(*ready, wait).split()[0]
    target = world.folder / "copied"
    outcome = _copied_over_a_restart(world, "files:/data", str(target))
    assert outcome.code == 1 and outcome.errors, outcome
    target.unlink(missing_ok=True)
    outcome = _copied_over_a_restart(world, "--retries=50", "files:/data", str(target))
    assert outcome.code == 0, outcome
    assert hashlib.sha256(target.read_bytes()).hexdigest() == wanted
    target.unlink()
    remove_pod(world, "files")


def a_file_to_a_pod(world: World) -> None:
    """What did not arrive whole is an error."""
    start_pod(world, "files")
    source = world.folder / "source"
    with source.open("wb") as file:
        file.truncate(_SIZE)
    outcome = _copied_over_a_restart(world, str(source), "files:/data")
    assert outcome.code == 1 and outcome.errors, outcome
    source.unlink()
    remove_pod(world, "files")


TESTS = [a_file_from_a_pod, a_file_to_a_pod]
