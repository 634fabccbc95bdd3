"""The rules of the project, each a function from the source tree to its findings."""

from collections.abc import Callable, Iterator

from habits import constructs, documentation, imports, layout, names, parameters, scripts, selftests, sizes, vocabulary
from habits.tree import Finding, SourceTree

RULES: dict[str, Callable[[SourceTree], Iterator[Finding]]] = {
    "constructs": constructs.check,
    "documentation": documentation.check,
    "imports": imports.check,
    "layout": layout.check,
    "names": names.check,
    "parameters": parameters.check,
    "scripts": scripts.check,
    "selftests": selftests.check,
    "sizes": sizes.check,
    "vocabulary": vocabulary.check,
}
