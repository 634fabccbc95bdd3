"""The groups of upstream's suite, as its script runs them."""

import re
from pathlib import Path

# The tests of `kubectl auth`, which are no group there; see group.sh.
AUTH = "kubectl_auth"

_RECORDED = re.compile(r"^\s*(?:record_command )?run_(\w+?)(?:_tests?)?$", re.MULTILINE)
_FIRST = "Kubectl version #"


def groups(tree: Path) -> list[str]:
    """The names of all groups in the order of the suite."""
    script = (tree / "test/cmd/legacy-script.sh").read_text()
    names = _RECORDED.findall(script[script.index(_FIRST) :])
    return [*dict.fromkeys(names), AUTH]
