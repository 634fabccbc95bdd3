#!/usr/bin/env python3
"""Writes Sources/KubePatch/Schemas/BuiltIn from the Go sources of Kubernetes.

Usage: Tests/Reference/builtin-schemas.py STAGING

STAGING is the folder staging/src/k8s.io of a checkout. A table has an entry `NAME: FIELD=TYPE ...` a structure, with
those fields alone that are objects or lists: `{` is a map, `[` a list of scalars, `[Volume` a list of structures,
`core/v1.PodSpec` a structure of another group; `/STRATEGY/KEY` behind it is how it is merged. A `*` before the name
says that it is a kind.
"""

import re
import sys
from pathlib import Path

META = "meta"
SCALARS = {"string", "bool", "int", "int32", "int64", "uint64", "float64", "uint8", "byte", "uint32"}
FOREIGN_SCALARS = {"intstr.IntOrString", "resource.Quantity", "metav1.Time", "metav1.MicroTime", "metav1.Duration",
                   "types.UID", "types.NodeName", "types.NamespacedName"}
META_SCALARS = {"Time", "MicroTime", "Duration"}


class Package:
    def __init__(self, key: str, folder: Path):
        self.key = key
        self.structs: dict[str, list[tuple[str, str, str]]] = {}
        self.aliases: dict[str, str] = {}
        self.imports: dict[str, str] = {}
        self.kinds: set[str] = set()
        for file in sorted(folder.glob("*.go")):
            if file.name.endswith("_test.go") or file.name.startswith("zz_") or "generated" in file.name:
                continue
            self.read(file.read_text())

    def read(self, text: str) -> None:
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
        for alias, path in re.findall(r'^\s*(\w+)?\s*"(k8s\.io/[^"]+)"', text, flags=re.M):
            parts = path.split("/")
            key = "/".join(parts[2:]) if path.startswith("k8s.io/api/") else META if path.endswith("meta/v1") else None
            self.imports[alias or parts[-1]] = key
        known = re.search(r"func addKnownTypes.*?^}", text, flags=re.S | re.M)
        if known:
            self.kinds |= set(re.findall(r"&(\w+)\{\}", known.group(0)))
        lines = text.split("\n")
        index = 0
        while index < len(lines):
            line = lines[index]
            if match := re.match(r"type (\w+) struct \{\s*$", line):
                fields, index = self.fields(lines, index + 1)
                self.structs[match.group(1)] = fields
            elif match := re.match(r"type (\w+) struct ?\{\s*\}", line):
                self.structs[match.group(1)] = []
            elif match := re.match(r"type (\w+) (=\s*)?([\w\[\]\*\.]+)", line):
                if match.group(3) != "struct":
                    self.aliases[match.group(1)] = match.group(3)
            index += 1

    @staticmethod
    def fields(lines: list[str], index: int) -> tuple[list[tuple[str, str, str]], int]:
        fields = []
        while not re.match(r"^}", lines[index]):
            line = lines[index].split("//")[0] if "`" not in lines[index] else lines[index]
            if match := re.match(r"^\s+(?:(\w+)\s+)?([\w\[\]\*\.]+)\s*`([^`]*)`", line):
                fields.append((match.group(1) or "", match.group(2), match.group(3)))
            index += 1
        return fields, index


def resolve(packages: dict[str, Package], package: Package, type_: str) -> tuple[str, Package | None, str]:
    """The shape of a type ("scalar", "map", "list", "struct"), and for lists and structures the type inside."""
    type_ = type_.lstrip("*")
    if type_ in FOREIGN_SCALARS or type_ in SCALARS or type_ == "[]byte":
        return "scalar", None, ""
    if type_.startswith("map["):
        return "map", None, ""
    if type_.startswith("[]"):
        shape, home, name = resolve(packages, package, type_[2:])
        return "list", home if shape == "struct" else None, name if shape == "struct" else ""
    if "." in type_:
        alias, name = type_.split(".")
        if alias == "runtime":
            return "struct", None, name
        key = package.imports.get(alias)
        if key is None or key not in packages:
            return "scalar", None, ""
        return resolve(packages, packages[key], name)
    if package.key == META and type_ in META_SCALARS:
        return "scalar", None, ""
    if type_ in package.structs:
        return "struct", package, type_
    if type_ in package.aliases:
        return resolve(packages, package, package.aliases[type_])
    raise SystemExit(f"{package.key}: what is {type_}?")


def tag(tags: str, key: str) -> str:
    match = re.search(rf'(?:^|\s){key}:"([^"]*)"', tags)
    return match.group(1) if match else ""


def entries(packages, package, name, needed) -> list[str]:
    result = []
    for go_name, type_, tags in package.structs[name]:
        json = tag(tags, "json")
        field = json.split(",")[0]
        if field == "-":
            continue
        shape, home, inner = resolve(packages, package, type_)
        if not field and (not go_name or "inline" in json):
            if home:
                result += entries(packages, home, inner, needed)
            continue
        if shape == "scalar":
            continue
        text = {"map": "{", "list": "["}.get(shape, "")
        if inner:
            text += inner if home in (None, package) else f"{home.key}.{inner}"
            if home:
                needed.append((home.key, inner))
            else:
                text = text.replace("Object", "RawExtension") if inner == "Object" else text
                needed.append((META, "RawExtension"))
                text = text.replace("RawExtension", f"{META}.RawExtension") if package.key != META else text
        strategy, key = tag(tags, "patchStrategy"), tag(tags, "patchMergeKey")
        if strategy or key:
            text += f"/{strategy}"
        if key:
            text += f"/{key}"
        result.append(f"{field}={text}")
    return result


def main() -> None:
    staging = Path(sys.argv[1])
    packages: dict[str, Package] = {}
    for register in sorted((staging / "api").glob("*/*/register.go")):
        key = "/".join(register.parent.relative_to(staging / "api").parts)
        packages[key] = Package(key, register.parent)
        packages[key].group = re.search(r'GroupName\s*=\s*"([^"]*)"', register.read_text()).group(1)
    packages[META] = Package(META, staging / "apimachinery/pkg/apis/meta/v1")
    packages[META].structs["RawExtension"] = []
    tables: dict[str, dict[str, str]] = {}
    needed = []
    kinds = set()
    for package in packages.values():
        if package.key == META:
            continue
        for kind in sorted(package.kinds):
            if not kind.endswith("List") and any(t == "metav1.ObjectMeta" for _, t, _ in package.structs[kind]):
                needed.append((package.key, kind))
                kinds.add((package.key, kind))
    seen = set()
    while needed:
        key, name = needed.pop()
        if (key, name) in seen:
            continue
        seen.add((key, name))
        fields = entries(packages, packages[key], name, needed)
        mark = "*" if (key, name) in kinds else ""
        tables.setdefault(key, {})[name] = f"{mark}{name}: " + " ".join(fields)
    write(packages, tables)


def wrapped(text: str) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) + 1 > 100:
            lines.append(line)
            line = "  " + word
        else:
            line = f"{line} {word}" if line else word
    return lines + [line]


def write(packages, tables) -> None:
    out = Path("Sources/KubePatch/Schemas/BuiltIn")
    out.mkdir(parents=True, exist_ok=True)
    by_group: dict[str, list[str]] = {}
    for key in sorted(tables):
        by_group.setdefault(key.split("/")[0], []).append(key)
    index = []
    for group, keys in by_group.items():
        type_name = "".join([group[0].upper(), group[1:]])
        lines = [f"extension BuiltInStructures {{", f"    /// The structures of k8s.io/api/{group}."
                 if group != META else "    /// The structures of apimachinery's meta/v1."]
        lines.append(f"    static let {group}: [BuiltInTable] = [")
        for key in keys:
            text = []
            for name in sorted(tables[key]):
                text += wrapped(tables[key][name])
            api_group = getattr(packages[key], "group", "")
            version = key.split("/")[-1] if key != META else ""
            lines.append(f"        BuiltInTable(")
            lines.append(f'            key: "{key}", group: "{api_group}", version: "{version}",')
            lines.append('            text: """')
            lines += ["                " + line for line in text]
            lines.append('                """),')
        lines += ["    ]", "}"]
        index.append(group)
        (out / f"BuiltInStructures+{type_name}.swift").write_text("\n".join(lines) + "\n")
    print(" + ".join(index))


main()
