import os
import tempfile
import unittest
from pathlib import Path

from update_copy import update

_LONG_AGO = 1_000_000_000  # seconds since 1970


class UpdateTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.checkout, self.copy = Path(folder.name) / "checkout", Path(folder.name) / "copy"
        self.write("Sources/A/a.swift", "let a = 1\n")
        self.write("Sources/B/b.swift", "let b = 1\n")
        update(self.checkout, self.copy)

    def write(self, path: str, text: str) -> Path:
        file = self.checkout / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def names(self, root: Path) -> list[str]:
        return sorted(str(path.relative_to(root)) for path in root.rglob("*"))

    def test_what_is_equal_keeps_its_time(self) -> None:
        kept = self.copy / "Sources/A/a.swift"
        os.utime(kept, (_LONG_AGO, _LONG_AGO))
        self.write("Sources/A/a.swift", "let a = 1\n")
        update(self.checkout, self.copy)
        self.assertEqual(kept.stat().st_mtime, _LONG_AGO)

    def test_another_content_of_the_same_length_and_time_is_copied(self) -> None:
        changed = self.write("Sources/A/a.swift", "let a = 2\n")
        for file in (changed, self.copy / "Sources/A/a.swift"):
            os.utime(file, (_LONG_AGO, _LONG_AGO))
        update(self.checkout, self.copy)
        copied = self.copy / "Sources/A/a.swift"
        self.assertEqual(copied.read_text(), "let a = 2\n")
        self.assertNotEqual(copied.stat().st_mtime, _LONG_AGO)

    def test_what_is_gone_is_taken_away_and_what_was_built_stays(self) -> None:
        for name in ("Sources/B/b.swift", ".build/b.o"):
            file = self.copy / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("built\n")
        (self.checkout / "Sources/B/b.swift").unlink()
        (self.checkout / "Sources/B").rmdir()
        update(self.checkout, self.copy)
        self.assertEqual(
            self.names(self.copy), [".build", ".build/b.o", "Sources", "Sources/A", "Sources/A/a.swift"]
        )

    def test_kinds_and_modes_follow(self) -> None:
        (self.checkout / "Sources/B/b.swift").unlink()
        self.write("Sources/B/b.swift/c", "c\n")
        (self.checkout / "Sources/A/a.swift").chmod(0o755)
        (self.checkout / "link").symlink_to("Sources")
        for _ in range(2):
            update(self.checkout, self.copy)
            self.assertEqual((self.copy / "Sources/B/b.swift/c").read_text(), "c\n")
            self.assertTrue(os.access(self.copy / "Sources/A/a.swift", os.X_OK))
            self.assertEqual(os.readlink(self.copy / "link"), "Sources")

    def test_what_the_checkout_has_built_is_not_copied(self) -> None:
        self.write(".build/release/skubectl", "program\n")
        self.write(".git/HEAD", "ref\n")
        update(self.checkout, self.copy)
        self.assertEqual(
            self.names(self.copy), ["Sources", "Sources/A", "Sources/A/a.swift", "Sources/B", "Sources/B/b.swift"]
        )


if __name__ == "__main__":
    unittest.main()
