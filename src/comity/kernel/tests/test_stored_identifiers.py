"""The JSON form is stable, and a stored form that somebody tampered with is refused with a sentence."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.identifiers.identify import identify
from comity.kernel.identifiers.moment import Moment, Precision

TEXT = "From 8.8.8.8:51234, 16.06.2017 03:11 (Tbilisi time)"


def stored() -> dict[str, Any]:
    (one,) = identify(TEXT).identifiers
    data: dict[str, Any] = json.loads(json.dumps(one.as_json()))
    return data


def test_the_form_that_requests_carry() -> None:
    assert stored() == {
        "type": "ip-address",
        "value": "8.8.8.8",
        "port": 51234,
        "time": {
            "utc": "2017-06-15T23:11:00Z",
            "written": "16.06.2017 03:11 (Tbilisi time)",
            "precision": "minute",
            "wall": "2017-06-16T03:11:00",
            "zone": "Asia/Tbilisi",
        },
        "country": "US",
        "written": "8.8.8.8:51234",
        "start": 5,
        "end": 18,
        "missing": [
            {
                "what": "seconds",
                "sentence": "The time has no seconds. Where many users share an address, they decide: add them.",
                "severity": "useful",
            }
        ],
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "passport"),
        ("type", None),
        ("port", 0),
        ("port", 70000),
        ("port", "443"),
        ("port", True),
        ("country", "XX"),
        ("time", {"utc": "yesterday", "written": "yesterday", "precision": "day"}),
        ("time", {"written": "now", "precision": "century"}),
        ("time", "2017-06-16"),
        ("missing", [{"what": "luck", "sentence": "", "severity": "needed"}]),
        ("start", "first"),
    ],
)
def test_a_forged_form_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"The stored identifier cannot be read .* Read it from its text again\."):
        Identifier.from_json(stored() | {field: value})


def test_a_form_without_its_value_is_refused() -> None:
    data = stored()
    del data["value"]
    with pytest.raises(ValueError, match="cannot be read"):
        Identifier.from_json(data)


def test_a_moment_keeps_utc_and_the_wall_apart() -> None:
    local = datetime(2017, 6, 16, 3, 11, tzinfo=timezone(timedelta(hours=4)))
    with pytest.raises(ValueError, match="must be in UTC"):
        Moment("x", Precision.MINUTE, utc=local)
    with pytest.raises(ValueError, match="has no time zone"):
        Moment("x", Precision.MINUTE, wall=local)
    assert str(Moment("x", Precision.MINUTE, utc=local.astimezone(UTC))) == "2017-06-15T23:11Z"
