"""Says in our own sentences where a call does not fit the schema: what pydantic found, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from comity.api.problem import Complaint

_LOOK = "Look the field up in /api/v1/openapi.json."

_SENTENCES: dict[str, str] = {
    "missing": "it is missing. Add it.",
    "extra_forbidden": f"there is no such field here. Leave it out, or correct its name. {_LOOK}",
    "string_type": "a text belongs here.",
    "string_too_long": "the text is too long: {max_length} characters fit. Shorten it.",
    "string_pattern_mismatch": f"the text does not have the form that is asked for. {_LOOK}",
    "bool_type": "true or false belongs here.",
    "bool_parsing": "true or false belongs here.",
    "int_parsing": "a whole number belongs here.",
    "greater_than_equal": "give {ge} or more.",
    "less_than_equal": "give {le} or less.",
    "dict_type": "an object belongs here.",
    "model_attributes_type": "an object belongs here.",
    "list_type": "a list belongs here.",
    "too_long": "the list is too long: {max_length} entries fit.",
    "uuid_parsing": "this is no id of this node’s. Take it from the answer that gave it.",
    "uuid_type": "an id belongs here, as a text.",
    "enum": "choose one of: {expected}.",
}
"""By pydantic's names of what is wrong; braces hold what it tells beside it."""


def misfits(errors: Iterable[Mapping[str, Any]]) -> list[Complaint]:
    """One complaint for each of pydantic's errors, as django-ninja hands them on."""
    return [_misfit(error) for error in errors]


def _misfit(error: Mapping[str, Any]) -> Complaint:
    place = [str(part)[:60] for part in error["loc"]]
    named = [part for part in place[1:] if part != "body"] or place[-1:]
    return Complaint(
        field=".".join(named)[:200], label=named[-1], sentence=f"“{named[-1]}”: {_sentence(error)}", article=""
    )


def _sentence(error: Mapping[str, Any]) -> str:
    pattern = _SENTENCES.get(error["type"])
    if pattern is None:
        return f"{error['msg'].removeprefix('Value error, ').rstrip('.')}. {_LOOK}"
    return pattern.format_map(_Known(error.get("ctx") or {}))


class _Known(dict[str, Any]):
    """What pydantic tells; a sentence that needs more than that stays readable."""

    def __missing__(self, key: str) -> str:
        return "…"
