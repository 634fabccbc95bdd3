"""The lower tier knows no Kubernetes word in its names and strings. Comments may say whose rule they follow."""

import re
from collections.abc import Iterator

from habits.tree import Finding, SourceTree

_LOWER_TIER = {
    "CCurl", "CYAML", "StdlibExtensions", "JSONModel", "YAMLCodec", "SystemIO", "CommandLineKit", "Templates",
    "HTTPTransport",
}
_WORDS = {
    "apiserver", "configmap", "configmaps", "deployment", "deployments", "k8s", "kube", "kubeconfig", "kubectl",
    "kubelet", "kubernetes", "namespace", "namespaces", "pod", "pods", "skubectl",
}
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_CAMEL_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+[0-9]*[a-z]*|[0-9]+")


def check(tree: SourceTree) -> Iterator[Finding]:
    for file in tree.swift_files:
        if file.module not in _LOWER_TIER or file.is_test:
            continue
        for number, text in enumerate(file.swift.code_and_strings, 1):
            for identifier in _IDENTIFIER.findall(text):
                words = {identifier.lower()} | {word.lower() for word in _CAMEL_WORD.findall(identifier)}
                for word in sorted(words & _WORDS):
                    yield Finding(file.path, number, f"{file.module} is of the lower tier and knows no `{word}`.")
