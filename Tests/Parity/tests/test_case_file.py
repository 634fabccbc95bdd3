"""Case files are read as the README describes them, and their errors name a place."""

import unittest

from parity.case import Case, Compare, Namespace, Need, Step
from parity.case_file import CaseFileError, parse
from parity.help_flags import flags


class CaseFileTests(unittest.TestCase):
    def only(self, text: str) -> Case:
        (case,) = parse("topic", text)
        return case

    def test_a_whole_case(self) -> None:
        text = "=== a name\nneeds: node\nmask: age uid\nstdin <<END\na\n\nb\nEND\n% one \\\n  two\n$ three\n"
        case = self.only(text)
        self.assertEqual(case.title, "topic: a name")
        self.assertEqual(case.needs, {Need.NODE})
        self.assertEqual(case.masks, ("age", "uid"))
        self.assertEqual(case.stdin, "a\n\nb\n")
        self.assertEqual(case.steps, (Step("one two", compared=False), Step("three", compared=True)))

    def test_the_head_of_the_file_sets_what_cases_start_with(self) -> None:
        first, second = parse("topic", "namespace: fresh\n=== a\n$ x\n=== b\nnamespace: none\n$ x\n")
        self.assertEqual((first.namespace, second.namespace), (Namespace.FRESH, Namespace.NONE))
        self.assertEqual(first.compare, Compare.BYTES)

    def test_errors_name_the_place(self) -> None:
        for text in ("=== a\n$ x\nmask: nothing\n", "=== a\n$ x\nfile f <<END\n", "=== a\n% x\n", "$ x\n=== a\n$ x\n"):
            with self.assertRaisesRegex(CaseFileError, r"Tests/Parity/cases/topic.cases:\d"):
                list(parse("topic", text))


class HelpFlagsTests(unittest.TestCase):
    def test_flags_are_read_without_their_sentences(self) -> None:
        text = "Options:\n    -A, --all=false:\n\tTells --more.\n\n    --size=500:\n\tTells.\n"
        self.assertEqual(flags(text), "--all=false (-A)\n--size=500\n")


if __name__ == "__main__":
    unittest.main()
