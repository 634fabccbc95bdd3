"""Each rule finds what it forbids, with its place, and nothing in code that keeps it."""

import tempfile
import unittest
from pathlib import Path

from habits import RULES
from habits.swift_text import SwiftText
from habits.tree import SourceTree


class RuleTests(unittest.TestCase):
    def findings(self, rule: str, files: dict[str, str]) -> list[tuple[str, int]]:
        with tempfile.TemporaryDirectory() as folder:
            for path, text in files.items():
                (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / path).write_text(text)
            return [(finding.path, finding.line) for finding in RULES[rule](SourceTree(Path(folder)))]

    def lines(self, rule: str, text: str, path: str = "Sources/KubeModel/Thing.swift") -> list[int]:
        return [line for _, line in self.findings(rule, {path: text})]

    def test_forbidden_constructs_are_found_in_code_only(self) -> None:
        text = 'let a = try! b()\nlet c = d as! E\nlet f = g!.h\nif a != b {}\n// x!\nlet s = "try! \\(i(")")) x!"\n'
        self.assertEqual(self.lines("constructs", text), [1, 2, 3])

    def test_an_optional_try_needs_its_reason(self) -> None:
        text = "let a = try? b()\nlet c = try? d() // the default serves\n// not a number\nlet e = try? f()\n"
        self.assertEqual(self.lines("constructs", text), [1])

    def test_unchecked_sendable_needs_its_place_and_its_reason(self) -> None:
        text = "final class Thing: @unchecked Sendable {}\n"
        self.assertEqual(self.lines("constructs", text), [1])
        self.assertEqual(self.lines("constructs", text, "Sources/SystemIO/Thing.swift"), [1])
        text = "// SAFETY: one thread.\n" + text
        self.assertEqual(self.lines("constructs", text, "Sources/SystemIO/Thing.swift"), [])

    def test_work_left_is_found_in_comments(self) -> None:
        self.assertEqual(self.lines("constructs", "// TO" "DO: later\n"), [1])

    def test_package_declarations_need_a_doc_comment(self) -> None:
        text = "package struct Thing {\n  package let f: Int\n  /// Told.\n  @inlinable\n  package func told() {}\n}\n"
        self.assertEqual(self.lines("documentation", text), [1])

    def test_what_a_protocol_asks_for_is_told_there(self) -> None:
        protocol = "/// A.\npackage protocol Asker {\n    /// Told.\n    func ask()\n}\n"
        text = protocol + "/// B.\npackage struct B: Asker {\n  package func ask() {}\n  package func other() {}\n}\n"
        self.assertEqual(self.lines("documentation", text), [9])

    def test_imports_go_upwards(self) -> None:
        text = "import JSONModel\nimport KubeClient\nimport Foundation\npackage import StdlibExtensions\n"
        self.assertEqual(self.lines("imports", text), [2, 3])
        tests = "import Testing\n@testable import KubeModel\nimport Renderers\n"
        self.assertEqual(self.lines("imports", tests, "Tests/KubeModelTests/ThingTests.swift"), [3])

    def test_the_top_level_is_fixed(self) -> None:
        self.assertEqual(self.findings("layout", {"notes.md": "", "README.md": ""}), [("notes.md", 1)])

    def test_a_file_is_named_after_its_type(self) -> None:
        self.assertEqual(self.lines("names", "struct Other {}\n"), [1])
        self.assertEqual(self.lines("names", "extension Thing {}\n", "Sources/KubeModel/Thing+Other.swift"), [])
        self.assertEqual(self.lines("names", "enum StringUtils {}\n", "Sources/KubeModel/StringUtils.swift"), [1])
        family = "struct ASource {}\nstruct BSource {}\n"
        self.assertEqual(self.lines("names", family, "Sources/KubeModel/DiskSources.swift"), [])

    def test_parameters_are_counted_over_lines_and_without_nested_commas(self) -> None:
        six = "func f(a: (Int, Int), b: [Int: Int],\n  c: Int, d: Int, e: Int = g(1, 2), f: Int) {}\n"
        self.assertEqual(self.lines("parameters", six), [])
        self.assertEqual(self.lines("parameters", six.replace("f: Int)", "f: Int, g: Int)")), [1])

    def test_sizes(self) -> None:
        self.assertEqual(self.lines("sizes", "\n" * 400), [])
        self.assertEqual(self.lines("sizes", "\n" * 401), [400])
        self.assertEqual(self.lines("sizes", "\n" * 601), [600])

    def test_the_lower_tier_knows_no_kubernetes_word(self) -> None:
        text = '/// As kubectl does.\nlet podName = "a"\nlet s = "kubectl"\nlet podium = 1\n'
        self.assertEqual(self.lines("vocabulary", text, "Sources/SystemIO/Thing.swift"), [2, 3])
        self.assertEqual(self.lines("vocabulary", text), [])

    def test_python_must_compile(self) -> None:
        self.assertEqual(self.findings("scripts", {"Tests/a.py": "x = 1\ndef\n"}), [("Tests/a.py", 2)])


class SwiftTextTests(unittest.TestCase):
    def test_views_keep_lines_and_columns(self) -> None:
        text = 'a /* b /* c */ d */ e\n"x" // y\n#"\\(z)" "# f\n"""\nlong " text\n""" g\n'
        view = SwiftText(text)
        words = [["a", "e"], ['"', '"'], ['#"', '"#', "f"], ['"""'], [], ['"""', "g"]]
        self.assertEqual([line.split() for line in view.code], words)
        self.assertEqual(view.code[0].index("e"), text.index("e\n"))
        self.assertEqual(view.comments[1].strip(), "// y")


if __name__ == "__main__":
    unittest.main()
