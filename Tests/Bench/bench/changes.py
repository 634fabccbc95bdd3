"""The measures of commands that change a cluster: 500 config maps in one file, and a kustomization of 500 resources."""

import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.openapi_front import OpenAPIFront
from bench.table import Row
from bench.timing import Command, Timings, measure

OBJECTS = 500
# Where files are kept in memory; None where there is no such place.
_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

# Of kubectl's time.
_TARGETS = {
    "apply, all new": 0.35,
    "apply, unchanged": None,
    "apply, all changed": None,
    "diff": None,
    "delete -f, waiting": 0.03,
    "apply --server-side, all new": 0.35,
}
# The same on a server that has OpenAPI documents of version 3, as servers from 1.27 on have.
_TARGETS_V3 = {"apply, all new": None, "apply, unchanged": 0.05, "apply, all changed": 0.08, "diff": 0.06}
_KUSTOMIZE = 0.5


def changes(environment: dict[str, str], programs: tuple[Path, Path], runs: int) -> Iterator[Row]:
    """The life of 500 config maps with each program, in a namespace of its own; kubectl's, which is long, once."""
    yield from _lives(environment, programs, runs, _TARGETS, f"{OBJECTS} config maps")


def changes_with_openapi_v3(kubeconfig: Path, programs: tuple[Path, Path], runs: int) -> Iterator[Row]:
    """The same through a front that has what newer servers have."""
    port = int(re.findall(r"server: .*:(\d+)", kubeconfig.read_text())[0])
    with OpenAPIFront(kubeconfig, port) as front:
        yield from _lives(front.environment, programs, runs, _TARGETS_V3, f"{OBJECTS} config maps, OpenAPI v3")


def _lives(
    environment: dict[str, str], programs: tuple[Path, Path], runs: int, targets: dict[str, float | None], what: str
) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="bench-", dir=_MEMORY) as folder:
        # `diff` makes two files an object, which some file systems take longer for than the server for its answer.
        environment = environment | {"TMPDIR": folder}
        first, second = Path(folder) / "first.json", Path(folder) / "second.json"
        first.write_text(_config_maps("first"))
        second.write_text(_config_maps("second"))
        own_program, reference_program = programs
        own = _life(own_program, environment, (first, second), runs, targets)
        reference = _life(reference_program, environment, (first, second), 1, targets)
    for name, target in targets.items():
        yield Row(
            f"{name} ({what})", f"{own[name].median:.2f} s", f"kubectl {reference[name].median:.2f} s",
            own[name].median / reference[name].median, target,
        )


def kustomize(environment: dict[str, str], programs: tuple[Path, Path], runs: int) -> Iterator[Row]:
    """A tree of 500 resources in ten folders, with what most trees change."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = _kustomization(Path(folder))
        commands = [Command(program.name, [str(program), "kustomize", str(root)], environment) for program in programs]
        own, reference = measure(commands, runs, warmups=1)
    yield Row(
        f"kustomize ({OBJECTS} resources)", f"{own.median:.3f} s", f"kubectl {reference.median:.3f} s",
        own.median / reference.median, _KUSTOMIZE,
    )


def _life(
    program: Path, environment: dict[str, str], files: tuple[Path, Path], runs: int, names: Iterable[str]
) -> dict[str, Timings]:
    """The steps of these names in their order, `runs` times, each from nothing to nothing."""
    namespace = f"bench-{program.name}"
    first, second = (str(file) for file in files)

    def command(*words: str, exit_code: int = 0) -> Command:
        return Command(program.name, [str(program), "-n", namespace, *words], environment, exit_code)

    steps = {
        "apply, all new": command("apply", "-f", first),
        "apply, unchanged": command("apply", "-f", first),
        "diff": command("diff", "-f", second, exit_code=1),
        "apply, all changed": command("apply", "-f", second),
        "delete -f, waiting": command("delete", "-f", second),
        "apply --server-side, all new": command("apply", "--server-side", "-f", first),
    }
    clean_up = command("delete", "configmaps", "-l", "bench=changes", "--wait=false")
    timings = {name: Timings() for name in names}
    measure([command("create", "namespace", namespace)], 1, warmups=0)
    try:
        for _ in range(runs):
            for name, step in steps.items():
                if name in timings:
                    timings[name].add(*measure([step], 1, warmups=0))
            measure([clean_up], 1, warmups=0)
    finally:
        measure([command("delete", "namespace", namespace, "--wait=false")], 1, warmups=0)
    return timings


def _config_maps(value: str) -> str:
    return "\n".join(
        json.dumps(
            {
                "apiVersion": "v1", "kind": "ConfigMap",
                "metadata": {"name": f"map-{number:03}", "labels": {"bench": "changes"}},
                "data": {"value": value, **{f"key-{key}": f"text {key} of {number}" for key in range(10)}},
            }
        )
        for number in range(OBJECTS)
    )


def _kustomization(folder: Path) -> Path:
    """Ten bases of deployments, services and config maps, and an overlay over them."""
    names = []
    for base in range(10):
        path = folder / f"base-{base}"
        path.mkdir()
        apps = [f"app-{base}-{number:02}" for number in range(OBJECTS // 20)]
        documents = [document for app in apps for document in _deployment_and_service(app)]
        (path / "all.yaml").write_text("---\n".join(json.dumps(document) + "\n" for document in documents))
        (path / "kustomization.yaml").write_text(f"resources: [all.yaml]\nnamePrefix: b{base}-\n")
        names.append(f"../base-{base}")
    overlay = folder / "overlay"
    overlay.mkdir()
    (overlay / "kustomization.yaml").write_text(
        json.dumps(
            {
                "resources": names, "namespace": "bench", "nameSuffix": "-x",
                "labels": [{"pairs": {"part-of": "bench"}, "includeSelectors": True}],
                "commonAnnotations": {"note": "measured"}, "images": [{"name": "nginx", "newTag": "2"}],
                "configMapGenerator": [{"name": "settings", "literals": ["a=b"]}],
                "patches": [
                    {"target": {"kind": "Deployment"},
                     "patch": '[{"op": "replace", "path": "/spec/replicas", "value": 3}]'},
                ],
            }
        )
    )
    return overlay


def _deployment_and_service(name: str) -> Iterator[dict[str, object]]:
    labels = {"app": name}
    container = {
        "name": "main", "image": "nginx:1", "envFrom": [{"configMapRef": {"name": "settings"}}],
        "ports": [{"containerPort": 80, "name": "http"}],
        "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}},
    }
    yield {
        "apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": name, "labels": labels},
        "spec": {
            "replicas": 1, "selector": {"matchLabels": labels},
            "template": {"metadata": {"labels": labels}, "spec": {"containers": [container]}},
        },
    }
    yield {
        "apiVersion": "v1", "kind": "Service", "metadata": {"name": name, "labels": labels},
        "spec": {"selector": labels, "ports": [{"port": 80, "targetPort": "http"}]},
    }
