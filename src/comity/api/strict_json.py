"""Reads JSON as strictly as a node must: bounded, without what JSON, PostgreSQL or a reader would trip over."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser
from ninja.types import DictStrAny

from comity.api.problem import Raised, Sort

DEEPEST = 20
"""Lists and objects within each other; a request's content has three."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class StrictParser(Parser):
    """What the API reads bodies and addresses with. Its sentences become problems with status 400 or 415."""

    def parse_body(self, request: HttpRequest) -> DictStrAny:
        """The body as JSON's types. Raises Raised."""
        if request.content_type != "application/json":
            raise Raised(
                415,
                Sort.MEDIA,
                f"The body is {(request.content_type or 'of no stated type')[:80]}. Send JSON, with the header "
                "“Content-Type: application/json”.",
                headers={"Accept": "application/json"},
            )
        found: DictStrAny = read(request.body)
        return found

    def parse_querydict(
        self,
        data: MultiValueDict,  # type: ignore[type-arg]  # as the base class has it
        list_fields: list[str],
        request: HttpRequest,
    ) -> DictStrAny:
        """The questions of an address. Raises Raised for a NUL, and for one that is asked twice."""
        for name, values in data.lists():
            if "\x00" in name or any("\x00" in value for value in values if isinstance(value, str)):
                _unreadable("The address holds a NUL character. Leave it out.")
            if len(values) > 1 and name not in list_fields:
                _unreadable(f"The address gives “{name[:60]}” more than once. Give it once.")
        return super().parse_querydict(data, list_fields, request)


def read(data: bytes) -> Any:
    """`data`, JSON in UTF-8. Raises Raised (400): not JSON, too deep, a number that is none, text nobody can store."""
    try:
        value = json.loads(
            data.decode("utf-8"), parse_constant=_no_number, parse_float=_number, object_pairs_hook=_object
        )
    except UnicodeDecodeError as problem:
        _unreadable(f"The body is not UTF-8 at byte {problem.start}. Send it as UTF-8.")
    except json.JSONDecodeError as problem:
        _unreadable(f"The body is not JSON at line {problem.lineno}, column {problem.colno}: {_trouble(problem)}.")
    except RecursionError:
        _unreadable(f"The body has lists or objects more than {DEEPEST} deep. Make it flatter.")
    except ValueError:
        _unreadable("The body holds a number with thousands of digits. Write it as text, or leave it out.")
    _check(value, 0)
    return value


def _check(value: Any, depth: int) -> None:
    if isinstance(value, str):
        if _UNSTORABLE.search(value):
            _unreadable("A text holds a character that cannot be stored (NUL, or half of a pair). Leave it out.")
    elif isinstance(value, dict | list):
        if depth >= DEEPEST:
            _unreadable(f"The body has lists or objects more than {DEEPEST} deep. Make it flatter.")
        for item in value.values() if isinstance(value, dict) else value:
            _check(item, depth + 1)
        for key in value if isinstance(value, dict) else ():
            _check(key, depth)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        _unreadable(f"The name “{twice[:60]}” stands twice in one object. Say it once.")
    return found


def _trouble(problem: json.JSONDecodeError) -> str:
    """The parser's own words, in which some sentences have no end."""
    if problem.msg.startswith("Unterminated string"):
        return "a text that begins there has no end"
    return f"{problem.msg[:1].lower()}{problem.msg[1:]}".removesuffix(" at").removesuffix(" starting")


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        _no_number(text)
    return number


def _no_number(text: str) -> NoReturn:
    _unreadable(f"“{text[:30]}” is not a number in JSON. Use an ordinary number, or null.")


def _unreadable(sentence: str) -> NoReturn:
    raise Raised(400, Sort.UNREADABLE, sentence) from None
