#!/usr/bin/env python3
"""Writes Sources/KubeModel/Typed/TypedStructures+*.swift from the Go structures of Kubernetes.

usage: typed-structures.py KUBERNETES    the folder of Kubernetes' source, of the version of the reference

A line has a structure and its fields in their order, `NAME MARK TYPE`. The mark tells when Go leaves the field out:
`!` never, `*` never, but a null stands for what is not there, `=` where it is empty, `?` where it is not there (a
pointer, whose zero is written), `~` where all in it is zero.
The type is `s` (string), `i` (number of 32 bits), `l` (of 64), `b` (bool), `q` (quantity), `t` (time), `x` (anything),
or a structure, with `[` before it for a list and `{` for a map. Where a string has a type of its own, that one's name
follows: `s:ServiceType`.
"""

import re
import sys
from pathlib import Path

ROOTS = {
    "core": ["Pod", "ReplicationController", "Service", "Node"],
    "apps": ["Deployment", "DaemonSet", "ReplicaSet", "StatefulSet"],
    "batch": ["Job", "CronJob"],
    "batchv1beta1": ["CronJob"],
    "rbac": ["RoleBinding", "ClusterRoleBinding"],
}
FILES = {
    "core": "api/core/v1/types.go",
    "apps": "api/apps/v1/types.go",
    "batch": "api/batch/v1/types.go",
    "batchv1beta1": "api/batch/v1beta1/types.go",
    "rbac": "api/rbac/v1/types.go",
    "meta": "apimachinery/pkg/apis/meta/v1/types.go",
}
# What an import is called in the source, by package.
IMPORTS = {"v1": "core", "corev1": "core", "metav1": "meta", "batchv1": "batch"}
SCALARS = {
    "string": "s", "bool": "b", "int32": "i", "int64": "l",
    "resource.Quantity": "q", "metav1.Time": "t", "metav1.MicroTime": "t", "meta.Time": "t", "Time": "t",
    "intstr.IntOrString": "x",
    "types.UID": "s:types.UID", "runtime.RawExtension": "x", "FieldsV1": "x", "metav1.FieldsV1": "x",
}


class Package:
    def __init__(self, name: str, text: str):
        self.name = name
        self.structures = {
            match[1]: match[2] for match in re.finditer(r"^type (\w+) struct \{\n(.*?)^\}", text, re.M | re.S)
        }
        self.aliases = dict(re.findall(r"^type (\w+) ([\w.\[\]]+)$", text, re.M))


def main() -> None:
    staging = Path(sys.argv[1]) / "staging/src/k8s.io"
    packages = {name: Package(name, (staging / path).read_text()) for name, path in FILES.items()}
    wanted = [(package, name) for package, names in ROOTS.items() for name in names]
    lines: dict[tuple[str, str], list[str]] = {}
    while wanted:
        package, name = wanted.pop()
        if (package, name) in lines:
            continue
        fields = lines.setdefault((package, name), [])
        add_fields(packages, package, name, fields, wanted)
    target = Path(__file__).parents[2] / "Sources/KubeModel/Typed"
    for package in FILES:
        names = sorted(name for owner, name in lines if owner == package)
        write(target, package, {name: lines[package, name] for name in names})


def add_fields(packages, package, name, fields, wanted) -> None:
    body = re.sub(r"^\s*//.*$", "", packages[package].structures[name], flags=re.M)
    for line in body.splitlines():
        match = re.match(r'\s*(?:(\w+)\s+)?([\w.*\[\]]+)\s+`(.*)`', line)
        if not match:
            continue
        go_type = match[2]
        tag = re.search(r'json:"([^"]*)"', match[3])[1]
        json_name, *options = tag.split(",")
        if json_name == "-":
            continue
        if "inline" in options or not json_name:
            owner, inner = resolve(package, go_type.lstrip("*"))
            if inner == "TypeMeta":
                fields += ["kind=s", "apiVersion=s"]
            else:
                add_fields(packages, owner, inner, fields, wanted)
            continue
        kind = type_word(packages, package, go_type.lstrip("*"), wanted)
        is_structure = (
            not kind.startswith("s:") and (kind[0].isupper() or "." in kind) or kind in ("t", "q")
            or go_type.endswith("intstr.IntOrString")
        )
        if "omitempty" not in options and "omitzero" not in options:
            mark = "*" if go_type.startswith("*") else "!"
        elif go_type.startswith("*"):
            mark = "?"
        elif kind[0] in "[{" or not is_structure:
            mark = "="
        else:
            mark = "~" if "omitzero" in options else "!"
        fields.append(f"{json_name}{mark}{kind}")


def resolve(package: str, go_type: str) -> tuple[str, str]:
    if "." in go_type:
        prefix, name = go_type.split(".")
        return IMPORTS[prefix], name
    return package, go_type


def type_word(packages, package, go_type, wanted) -> str:
    if go_type == "[]byte":
        return "s"
    if go_type.startswith("[]"):
        return "[" + type_word(packages, package, go_type[2:].lstrip("*"), wanted)
    if match := re.match(r"map\[[\w.]+\](.*)", go_type):
        return "{" + type_word(packages, package, match[1], wanted)
    if go_type in SCALARS:
        return SCALARS[go_type]
    owner, name = resolve(package, go_type)
    if name in packages[owner].structures:
        if owner == "meta" and name in ("Time", "MicroTime", "FieldsV1"):
            return "x" if name == "FieldsV1" else "t"
        wanted.append((owner, name))
        return name if owner == package else f"{owner}.{name}"
    if name in packages[owner].aliases:
        word = type_word(packages, owner, packages[owner].aliases[name], wanted)
        return f"s:{name}" if word == "s" and owner == package else f"s:{owner}.{name}" if word == "s" else word
    # ResourceList and such are maps, written over the line.
    if (owner, name) == ("core", "ResourceList"):
        return "{q"
    raise SystemExit(f"unknown type {go_type} in {package}")


def write(target: Path, package: str, structures: dict[str, list[str]]) -> None:
    text = []
    for name, fields in structures.items():
        line = f"{name}:"
        for field in fields:
            if len(line) + 1 + len(field) > 108:
                text.append(line)
                line = " "
            line += " " + field
        text.append(line)
    title = package[0].upper() + package[1:]
    body = "\n".join(" " * 8 + line for line in text)
    (target / f"TypedStructures+{title}.swift").write_text(
        f'''extension TypedStructures {{
    /// The structures of the package "{package}".
    static let {package} = """
{body}
        """
}}
'''
    )


main()
