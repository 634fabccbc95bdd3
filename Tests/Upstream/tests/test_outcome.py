"""When a group counts as worse with skubectl, and what is read from upstream's script and from a log."""

import tempfile
import unittest
from pathlib import Path

from upstream.outcome import REFERENCE, SUBJECT, Ending, Outcome, checks_in, is_regression, table
from upstream.suite import groups

_SCRIPT = """
record_command record_command_canary
  # Kubectl version #
  record_command run_kubectl_version_tests
    run_recursive_resources_tests
  record_command run_secrets_test
    record_command run_kubectl_diff_same_names
  record_command run_kubectl_version_tests
"""


class OutcomeTests(unittest.TestCase):
    def regresses(self, reference: tuple[Ending, int], subject: tuple[Ending, int]) -> bool:
        outcomes = {("g", name): Outcome(it[0], 1, it[1]) for name, it in ((REFERENCE, reference), (SUBJECT, subject))}
        return is_regression("g", outcomes)

    def test_what_the_reference_passes_must_be_passed(self) -> None:
        self.assertFalse(self.regresses((Ending.PASSED, 3), (Ending.PASSED, 3)))
        self.assertTrue(self.regresses((Ending.PASSED, 3), (Ending.FAILED, 3)))
        self.assertTrue(self.regresses((Ending.PASSED, 3), (Ending.TIMED_OUT, 4)))
        self.assertTrue(self.regresses((Ending.PASSED, 3), (Ending.LEFT_OUT, 0)))

    def test_where_the_reference_fails_as_many_checks_must_hold(self) -> None:
        self.assertFalse(self.regresses((Ending.FAILED, 3), (Ending.FAILED, 3)))
        self.assertFalse(self.regresses((Ending.FAILED, 3), (Ending.FAILED, 4)))
        self.assertFalse(self.regresses((Ending.FAILED, 3), (Ending.PASSED, 0)))
        self.assertTrue(self.regresses((Ending.FAILED, 3), (Ending.FAILED, 2)))

    def test_the_table_marks_what_is_worse(self) -> None:
        outcomes = {
            ("a", REFERENCE): Outcome(Ending.PASSED, 1.25, 12),
            ("a", SUBJECT): Outcome(Ending.FAILED, 0.5, 2),
            ("b", REFERENCE): Outcome(Ending.PASSED, 1, 1),
            ("b", SUBJECT): Outcome(Ending.PASSED, 1, 1),
        }
        lines = table(["a", "b"], outcomes).splitlines()
        self.assertEqual([line.endswith("<--") for line in lines], [False, True, False])
        self.assertIn("passed   12    1.2 s", lines[1])


class SuiteTests(unittest.TestCase):
    def test_groups_are_those_of_the_script_once_each(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder, "test/cmd/legacy-script.sh")
            script.parent.mkdir(parents=True)
            script.write_text(_SCRIPT)
            names = ["kubectl_version", "recursive_resources", "secrets", "kubectl_diff_same_names", "kubectl_auth"]
            self.assertEqual(groups(Path(folder)), names)

    def test_checks_that_held_are_counted(self) -> None:
        with tempfile.NamedTemporaryFile("w") as log:
            log.write("core.sh:3: Successful get pods\nSuccessful\nmessage:x\nFAIL!\nnot Successful\n")
            log.flush()
            self.assertEqual(checks_in(Path(log.name)), 2)


if __name__ == "__main__":
    unittest.main()
