"""Reads the flags out of a help text, so that two help texts with other sentences can be compared."""

import re

# `    -A, --all-namespaces=false:` and `    --chunk-size=500:`
_FLAG = re.compile(r"^\s+(?:-(?P<short>\w), )?--(?P<long>[\w-]+)(?:=(?P<default>.*))?:$", re.MULTILINE)


def flags(text: str) -> str:
    """One line for each flag: shorthand, name and default, in the order of the names."""
    found = {(match["long"], match["short"] or "", match["default"] or "") for match in _FLAG.finditer(text)}
    lines = [f"--{long}={default}" + (f" (-{short})" if short else "") for long, short, default in sorted(found)]
    return "".join(line + "\n" for line in lines)
