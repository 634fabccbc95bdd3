"""What the newer API server serves: its kinds, from `kinds.json`, and the objects of `objects/*.json`."""

import json
import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Object = dict[str, Any]

_VERBS = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]
_CREATED = "2026-01-02T03:04:05Z"


@dataclass(frozen=True)
class Kind:
    """A resource in one version of its group."""

    group: str
    version: str
    resource: str
    kind: str
    is_namespaced: bool
    discovery: Mapping[str, Any]  # as aggregated discovery tells it

    @property
    def api_version(self) -> str:
        return f"{self.group}/{self.version}" if self.group else self.version

    @property
    def full_name(self) -> str:
        return f"{self.resource}.{self.group}" if self.group else self.resource


class Store:
    """All kinds and objects of the folder."""

    def __init__(self, folder: Path) -> None:
        self._kinds = list(_kinds(json.loads((folder / "kinds.json").read_text())))
        self._objects: dict[tuple[str, str], list[Object]] = {}
        for path in sorted((folder / "objects").glob("*.json")):
            for item in _documents(path.read_text()):
                group = item["apiVersion"].rpartition("/")[0]
                self._objects.setdefault((group, item["kind"]), []).append(_completed(item))
        for objects in self._objects.values():
            objects.sort(key=lambda item: (item["metadata"].get("namespace", ""), item["metadata"]["name"]))

    def kind(self, group: str, version: str, resource: str) -> Kind | None:
        """The kind of a resource's path; None where there is no such thing."""
        wanted = (group, version, resource)
        return next((kind for kind in self._kinds if (kind.group, kind.version, kind.resource) == wanted), None)

    def objects(self, kind: Kind, namespace: str | None) -> list[Object]:
        """The objects of a kind in the order of their names, those of one namespace or all, in the kind's version."""
        return [
            item | {"apiVersion": kind.api_version}
            for item in self._objects.get((kind.group, kind.kind), [])
            if namespace is None or item["metadata"].get("namespace") == namespace
        ]

    def groups(self, is_core: bool) -> list[Object]:
        """The groups as aggregated discovery tells them: the core group alone, or all others."""
        groups: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
        for kind in self._kinds:
            if (kind.group == "") == is_core:
                groups.setdefault(kind.group, {}).setdefault(kind.version, []).append(kind.discovery)
        return [
            {
                "metadata": {"name": group, "creationTimestamp": None} if group else {"creationTimestamp": None},
                "versions": [
                    {"version": version, "resources": resources, "freshness": "Current"}
                    for version, resources in versions.items()
                ],
            }
            for group, versions in groups.items()
        ]


def _kinds(document: Mapping[str, Any]) -> Iterator[Kind]:
    for api_version, resources in document.items():
        group, _, version = api_version.rpartition("/")
        for resource, facts in resources.items():
            is_namespaced = not facts.get("cluster", False)
            response = {"group": group, "version": version, "kind": facts["kind"]}
            told = {
                "resource": resource, "responseKind": response, "scope": "Namespaced" if is_namespaced else "Cluster",
                "singularResource": facts["kind"].lower(), "verbs": facts.get("verbs", _VERBS),
            }
            for name, fact in (("shortNames", "short"), ("categories", "in")):
                if fact in facts:
                    told[name] = facts[fact]
            if parts := facts.get("subresources"):
                verbs = ["get", "patch", "update"]
                told["subresources"] = [
                    {"subresource": part, "responseKind": response, "verbs": verbs} for part in parts
                ]
            yield Kind(group, version, resource, facts["kind"], is_namespaced, told)


def _documents(text: str) -> Iterator[Object]:
    """The JSON values that stand one behind the other in a text; arrays give their elements."""
    decoder, position = json.JSONDecoder(), 0
    while match := re.compile(r"\S").search(text, position):
        value, position = decoder.raw_decode(text, match.start())
        yield from value if isinstance(value, list) else [value]


def _completed(item: Object) -> Object:
    """The object with what every server gives out; the same in every run."""
    metadata = item["metadata"]
    place = f"{item['kind']}/{metadata.get('namespace', '')}/{metadata['name']}"
    given = {"uid": str(uuid.uuid5(uuid.NAMESPACE_URL, place)), "resourceVersion": "1", "creationTimestamp": _CREATED}
    return item | {"metadata": given | metadata}


def field_filter(selector: str) -> Callable[[Object], bool]:
    """Whether an object has the fields of a field selector, such as `metadata.name=a,status.phase!=Failed`."""
    tests = [re.fullmatch(r"([^=!]+)(!?)==?(.*)", part) for part in selector.split(",") if part]

    def matches(item: Object) -> bool:
        return all(test is not None and (_field(item, test[1]) == test[3]) == (test[2] == "") for test in tests)

    return matches


def _field(item: Object, path: str) -> str:
    value: Any = item
    for name in path.split("."):
        value = value.get(name, "") if isinstance(value, dict) else ""
    return str(value)


def label_filter(selector: str) -> Callable[[Object], bool]:
    """Whether an object has the labels of a selector: `a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`."""
    parts = [part.strip() for part in re.split(r",(?![^(]*\))", selector) if part.strip()]

    def matches(item: Object) -> bool:
        labels = item["metadata"].get("labels") or {}
        return all(_meets(labels, part) for part in parts)

    return matches


def _meets(labels: Mapping[str, str], part: str) -> bool:
    if match := re.fullmatch(r"(\S+) +(in|notin) +\((.*)\)", part):
        values = [value.strip() for value in match[3].split(",")]
        return (labels.get(match[1]) in values) == (match[2] == "in")
    if match := re.fullmatch(r"([^=!]+?) *(!?)==? *(.*)", part):
        return (labels.get(match[1]) == match[3]) == (match[2] == "")
    return part[1:] not in labels if part.startswith("!") else part in labels
