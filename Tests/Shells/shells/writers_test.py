"""Many programs that change one kubeconfig at the same time."""

import subprocess
import unittest
from collections.abc import Iterator

from shells.world import World


def tests(world: World) -> Iterator[unittest.TestCase]:
    """The tests of this file."""
    yield _WritersTest(world)


class _WritersTest(unittest.TestCase):
    def __init__(self, world: World) -> None:
        super().__init__("write_at_once")
        self._world = world

    def id(self) -> str:
        """The name of the test."""
        return "fifty writers of one kubeconfig"

    __str__ = id

    def write_at_once(self) -> None:
        """No change is lost, a reader never sees half a file, and the file stays its owner's alone."""
        path = self._world.home / "shared"
        command = ["skubectl", f"--kubeconfig={path}", "config"]
        self._world.run(*command, "set-context", "c0", "--namespace=n0")
        writers = [
            subprocess.Popen(
                [*command, "set-context", f"c{number}", f"--namespace=n{number}"],
                env=self._world.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
            for number in range(1, 50)
        ]
        while any(writer.poll() is None for writer in writers):
            self.assertIn("c0\n", self._world.run(*command, "get-contexts", "-o", "name"))
        for writer in writers:
            _, errors = writer.communicate()
            self.assertEqual((writer.returncode, errors), (0, ""))
        names = self._world.run(*command, "get-contexts", "-o", "name").split()
        self.assertEqual(sorted(names), sorted(f"c{number}" for number in range(50)))
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        self.assertEqual([entry.name for entry in path.parent.glob("shared*")], ["shared"])
