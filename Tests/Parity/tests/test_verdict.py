"""A difference counts only when the reference agrees with itself."""

import unittest
from types import SimpleNamespace

from parity.case import Case, Compare, Outcome, Step
from parity.verdict import Kind, judge, judge_reference

CASE = Case("topic", "name", "place", (Step("kubectl x", compared=True),))
SIDE = SimpleNamespace(neutral=lambda text: text)


class Answers:
    """A runner whose sides answer, attempt by attempt, with the given texts."""

    def __init__(self, *attempts: str) -> None:
        self._attempts = iter(attempts)

    def __call__(self, letters: str) -> list[tuple[SimpleNamespace, list[Outcome]]]:
        texts = next(self._attempts)
        assert len(texts) == len(letters)
        return [(SIDE, [Outcome(text, "", 0)]) for text in texts]


class VerdictTests(unittest.TestCase):
    def test_equal_sides_pass_at_once(self) -> None:
        self.assertEqual(judge(CASE, Answers("aa")).kind, Kind.PASSED)

    def test_a_difference_is_a_failure_when_the_reference_agrees_with_itself(self) -> None:
        verdict = judge(CASE, Answers("ab", "aba"))
        self.assertEqual((verdict.kind, len(verdict.differences)), (Kind.FAILED, 1))

    def test_a_changing_cluster_is_asked_again(self) -> None:
        verdict = judge(CASE, Answers("ab", "abc", "ddd"))
        self.assertEqual((verdict.kind, verdict.attempts), (Kind.PASSED, 3))

    def test_a_subject_that_agrees_with_either_run_of_the_reference_passes(self) -> None:
        self.assertEqual(judge(CASE, Answers("ab", "abb")).kind, Kind.PASSED)

    def test_a_reference_that_never_agrees_with_itself_is_an_error(self) -> None:
        self.assertEqual(judge(CASE, Answers("ab", *["abc"] * 5)).kind, Kind.ERROR)
        self.assertEqual(judge_reference(CASE, Answers(*["ab"] * 6)).kind, Kind.ERROR)

    def test_exit_codes_count(self) -> None:
        def run(letters: str) -> list[tuple[SimpleNamespace, list[Outcome]]]:
            return [(SIDE, [Outcome("", "", 130 if letter == "s" else 1)]) for letter in letters]

        self.assertEqual(judge(CASE, run).kind, Kind.FAILED)

    def test_comparing_exits_looks_at_the_streams_only_for_output(self) -> None:
        case = Case("topic", "name", "place", CASE.steps, compare=Compare.EXIT)
        self.assertEqual(judge(case, Answers("ab")).kind, Kind.PASSED)


if __name__ == "__main__":
    unittest.main()
