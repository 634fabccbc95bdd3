"""OpenAPI documents of version 3, made from the one of version 2 that an old server has."""

import json
from collections.abc import Iterator

_VALIDATION = {"name": "fieldValidation", "in": "query", "schema": {"type": "string", "uniqueItems": True}}

Json = dict[str, object]


def documents(document: Json) -> dict[str, Json]:
    """A document for each group and version, such as `api/v1` and `apis/apps/v1`.

    They have the parameter by which newer servers say that they validate.
    """
    text = json.dumps(document).replace("#/definitions/", "#/components/schemas/")
    whole = json.loads(text)
    groups: dict[str, Json] = {}
    for path, item in whole["paths"].items():
        parts = path.strip("/").split("/")
        length = {"api": 2, "apis": 3}.get(parts[0], 99)
        if len(parts) >= length:
            paths = groups.setdefault("/".join(parts[:length]), {"paths": {}})["paths"]
            assert isinstance(paths, dict)
            paths[path] = _path(item)
    for group in groups.values():
        group |= {"openapi": "3.0.0", "info": whole["info"]}
        group["components"] = {"schemas": _used(group["paths"], whole["definitions"])}
    return groups


def _path(item: Json) -> Json:
    """The operations of a path in the other form."""
    result: Json = {"parameters": [_parameter(parameter) for parameter in _list(item.get("parameters"))]}
    for method in ("get", "put", "post", "delete", "patch"):
        operation = item.get(method)
        if isinstance(operation, dict):
            result[method] = _operation(operation, takes_validation=method in ("put", "post", "patch"))
    return result


def _operation(operation: Json, takes_validation: bool) -> Json:
    parameters = _list(operation.get("parameters"))
    kept = ("description", "operationId", "tags")
    result = {name: operation[name] for name in operation if name.startswith("x-") or name in kept}
    result["parameters"] = [_parameter(each) for each in parameters if each["in"] != "body"]
    if takes_validation:
        result["parameters"].append(_VALIDATION)
    for body in (each for each in parameters if each["in"] == "body"):
        result["requestBody"] = {"content": _content(operation.get("consumes"), body["schema"]), "required": True}
    result["responses"] = {
        code: {"description": answer["description"], "content": _content(operation.get("produces"), answer["schema"])}
        for code, answer in operation["responses"].items() if "schema" in answer
    }
    return result


def _content(media_types: object, schema: object) -> Json:
    """The schema in each of the forms that the operation takes or gives."""
    assert isinstance(media_types, list)
    return {media_type: {"schema": schema} for media_type in media_types}


def _parameter(parameter: Json) -> Json:
    kept = {name: parameter[name] for name in parameter if name in ("name", "in", "description", "required")}
    return kept | {"schema": {"type": parameter.get("type", "string"), "uniqueItems": True}}


def _list(value: object) -> list[Json]:
    return value if isinstance(value, list) else []


def _used(value: object, schemas: Json) -> Json:
    """The schemas that are referred to, and those that these refer to."""
    found: Json = {}
    names = list(_references(value))
    while names:
        name = names.pop()
        if name not in found:
            found[name] = schemas[name]
            names += _references(schemas[name])
    return found


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        reference = value.get("$ref")
        if isinstance(reference, str):
            yield reference.rsplit("/", 1)[1]
        for member in value.values():
            yield from _references(member)
    elif isinstance(value, list):
        for element in value:
            yield from _references(element)
