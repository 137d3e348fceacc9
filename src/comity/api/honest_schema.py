"""Makes django-ninja's schema say what is really sent: problems under their own media type, no null in an address."""

from __future__ import annotations

from typing import Any

from comity.api.problem import MEDIA_TYPE

_ERRORS = 400


def published(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema` as it is published; each problem described once."""
    problems: dict[str, Any] = {}
    for operations in schema["paths"].values():
        for operation in operations.values():
            operation["parameters"] = [_sendable(parameter) for parameter in operation["parameters"]]
            operation["responses"] = {
                str(status): _response(int(status), response, problems)
                for status, response in operation["responses"].items()
            }
    schema["components"]["responses"] = problems
    return schema


def _response(status: int, response: dict[str, Any], problems: dict[str, Any]) -> dict[str, Any]:
    if status < _ERRORS:
        return response
    name = f"Problem{status}"
    problems[name] = response | {"content": {MEDIA_TYPE: response["content"]["application/json"]}}
    return {"$ref": f"#/components/responses/{name}"}


def _sendable(parameter: dict[str, Any]) -> dict[str, Any]:
    """An address or a header leaves a value out; it cannot say null."""
    choices = parameter["schema"].get("anyOf", [])
    real = [choice for choice in choices if choice != {"type": "null"}]
    if len(real) != 1 or len(real) == len(choices):
        return parameter
    rest = {key: value for key, value in parameter["schema"].items() if key != "anyOf"}
    return parameter | {"schema": real[0] | rest}
