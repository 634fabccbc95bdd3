"""What is measured, and the targets."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.small_cluster import PODS, SmallCluster
from bench.table import Row
from bench.timing import BenchError, Command, measure

_START_AGAINST_KUBECTL = 0.15
_LOCAL_PROCESSOR_AGAINST_KUBECTL = 0.12
_WARM_AGAINST_KUBECTL = 0.45
_GET_AGAINST_KUBECTL = 0.4
_GET_AGAINST_CURL = 1.3
_SIZE_MEGABYTES = 25
_JSON_MEGABYTES_PER_SECOND = 300

_LOCAL_COMMANDS = [["version", "--client"], ["config", "view"], ["get", "--help"], ["__complete", "get", "--"]]


def start_up(skubectl: Path, kubectl: Path, kubeconfig: Path, runs: int) -> Iterator[Row]:
    """How long commands take that ask nothing of anybody."""
    for words in _LOCAL_COMMANDS:
        with tempfile.TemporaryDirectory() as home:
            environment = {"HOME": home, "KUBECONFIG": str(kubeconfig)}
            commands = [Command(program.name, [str(program), *words], environment) for program in (skubectl, kubectl)]
            own, reference = measure(commands, runs)
        name = " ".join(words)
        if words == ["version", "--client"]:
            yield Row(
                name, _milliseconds(own.median), f"kubectl {_milliseconds(reference.median)}",
                own.median / reference.median, _START_AGAINST_KUBECTL,
            )
        yield Row(
            f"{name}, processor", _milliseconds(own.processor_median),
            f"kubectl {_milliseconds(reference.processor_median)}",
            own.processor_median / reference.processor_median, _LOCAL_PROCESSOR_AGAINST_KUBECTL,
        )


def warm_commands(commands: list[list[Command]], runs: int) -> Iterator[Row]:
    """Commands that ask the server a little, with a warm discovery cache: pairs of skubectl's and kubectl's."""
    for pair in commands:
        own, reference = measure(pair, runs)
        yield Row(
            " ".join(pair[0].arguments[1:]), _milliseconds(own.median), f"kubectl {_milliseconds(reference.median)}",
            own.median / reference.median, _WARM_AGAINST_KUBECTL,
        )


def get_pods(cluster: SmallCluster, skubectl: Path, kubectl: Path, runs: int) -> Iterator[Row]:
    """A list of few pods, with a warm discovery cache."""
    curl = shutil.which("curl")
    if curl is None:
        raise BenchError("there is no curl on this machine")
    commands = [cluster.get_pods(skubectl), cluster.get_pods(kubectl), cluster.curl_pods(curl)]
    own, reference, plain = measure(commands, runs)
    name = f"get pods ({PODS})"
    found = _milliseconds(own.median)
    for against, timings, target in (("kubectl", reference, _GET_AGAINST_KUBECTL), ("curl", plain, _GET_AGAINST_CURL)):
        yield Row(name, found, f"{against} {_milliseconds(timings.median)}", own.median / timings.median, target)
    for against, timings in (("kubectl", reference), ("curl", plain)):
        yield Row(
            f"{name}, processor", _milliseconds(own.processor_median),
            f"{against} {_milliseconds(timings.processor_median)}", own.processor_median / timings.processor_median,
        )
    yield Row(
        f"{name}, peak memory", f"{own.peak_megabytes:.0f} MB", f"kubectl {reference.peak_megabytes:.0f} MB",
        own.peak_megabytes / reference.peak_megabytes,
    )


def binary_size(skubectl: Path, kubectl: Path) -> Iterator[Row]:
    """The program's size without its symbols, in MB of a million bytes."""
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder) / "stripped"
        subprocess.run(["strip", "-o", stripped, skubectl.resolve()], check=True)
        size = stripped.stat().st_size / 1e6
    against = f"kubectl {kubectl.resolve().stat().st_size / 1e6:.1f} MB"
    yield Row("binary, stripped", f"{size:.1f} MB", against, size, _SIZE_MEGABYTES)


def json_speed(micro: Path) -> Iterator[Row]:
    """How fast pod lists are parsed into trees on one core, as `skubectl-bench json` tells it: the worst median."""
    done = subprocess.run([micro, "json"], capture_output=True, text=True)
    speeds = re.findall(r"tree: .* median ([\d.]+) MB/s", done.stdout)
    if done.returncode != 0 or not speeds:
        raise BenchError(f"{micro.name} json told no speed: {(done.stderr or done.stdout).strip()}")
    slowest = min(float(speed) for speed in speeds)
    yield Row("JSON of pod lists", f"{slowest:.0f} MB/s", "", slowest, _JSON_MEGABYTES_PER_SECOND, more_is_better=True)


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
