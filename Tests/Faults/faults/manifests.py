"""Manifests that are broken, and such as are larger than any should be."""

from faults.world import World

_HEAD = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: big}\n"


def _refused(world: World, name: str, text: str, *parts: str) -> None:
    path = world.write(name, text)
    for words in (["create", "--dry-run=client"], ["delete", "--dry-run=client"]):
        outcome = world.direct.run(*words, "-f", path)
        assert outcome.code == 1, outcome
        assert len(outcome.errors) < 2000, outcome.errors[:300]
        for part in (name, *parts):
            assert part in outcome.errors, f"{part!r} is not in {outcome.errors!r}"


def cut_off(world: World) -> None:
    """A file that ends too early is named, with its line where its form has lines."""
    _refused(world, "cut.yaml", _HEAD + "data: {a: b, c: \n", "line ")
    _refused(world, "cut-text.yaml", _HEAD + 'data:\n  a: "b\n', "line ")
    _refused(world, "cut.json", '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name"')


def tabs(world: World) -> None:
    """A tab where a space should be is told with its line."""
    _refused(world, "tab.yaml", _HEAD + "data:\n\ta: b\n", "line 5", "tab")


def deep(world: World) -> None:
    """A thousand levels are no danger."""
    nested = "{a: " * 1000 + "1" + "}" * 1000
    path = world.write("deep.yaml", f"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: deep}}\nextra: {nested}\n")
    outcome, memory = world.direct.memory_of("create", "--dry-run=client", "--validate=false", "-o", "name", "-f", path)
    assert outcome.code == 0 and outcome.output == "configmap/deep\n" or "deep.yaml" in outcome.errors, outcome
    assert memory < 200, f"{memory} MB"
    too_deep = "[" * 200_000
    path = world.write("deeper.json", f'{{"apiVersion": "v1", "kind": "ConfigMap", "a": {too_deep}')
    outcome, memory = world.direct.memory_of("create", "--dry-run=client", "--validate=false", "-f", path)
    assert outcome.code == 1 and "deeper.json" in outcome.errors, outcome
    assert memory < 400, f"{memory} MB"


def large(world: World) -> None:
    """A file of 50 MB is read, in a few times its size."""
    line = "x" * 99 + "\n"
    body = "".join("    " + line for _ in range(50_000_000 // 104))
    path = world.write("large.yaml", _HEAD + "data:\n  text: |\n" + body)
    outcome, memory = world.direct.memory_of(
        "create", "--dry-run=client", "--validate=false", "-o", "name", "-f", path
    )
    assert outcome.code == 0, outcome
    assert outcome.output == "configmap/big\n", outcome.output[:200]
    assert memory < 800, f"{memory} MB"


def many(world: World) -> None:
    """Of 20,000 documents only a few are in memory at a time."""
    path = world.maps("many", 20_000)
    outcome, memory = world.direct.memory_of(
        "create", "--dry-run=client", "--validate=false", "-o", "name", "-f", path
    )
    assert outcome.code == 0, outcome.errors[:500]
    assert len(outcome.lines) == 20_000
    assert memory < 200, f"{memory} MB"


TESTS = [cut_off, tabs, deep, large, many]
