"""The list of attachments in a stranger's letter: what is taken of it, what is left out and said."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.bundle.bounds import MOST_FILES
from comity.casework.rules.bundle.claimed import Claimed, claimed
from comity.casework.rules.bundle.listed import THE_LETTER, Listed
from comity.casework.rules.bundle.sort import Nature

ORDER = Listed(1, Nature.COURT_ORDER, "Order of 2 March", "order.pdf", "application/pdf", 31204, "a" * 64, "ka", 2)


def _entry(**changes: Any) -> dict[str, Any]:
    return ORDER.plain() | changes


@pytest.mark.parametrize(
    "entry",
    [None, "order.pdf", [], {}, _entry(sha256="A" * 64), _entry(size=0), _entry(number=True), _entry(number=51)],
)
def test_a_line_that_says_nothing_certain_is_left_out_and_said(entry: Any) -> None:
    found = claimed({"attachments": [_entry(), entry]})
    assert found.listed == (ORDER,)
    assert found.sentences == ("Line 2 of its list of attachments cannot be read. Compare the letter itself.",)


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"name": "../../a\u202e.exe"}, "name", "a.exe"),
        ({"title": "A\x00\nB"}, "title", "A B"),
        ({"title": 7}, "title", "Court order"),
        ({"kind": "bomb"}, "sort", Nature.OTHER),
        ({"media_type": "text/html; charset=x"}, "media_type", "application/octet-stream"),
        ({"language": "Georgian"}, "language", ""),
        ({"pages": -1}, "pages", None),
        ({"kind": "translation", "translation": {"of": {"a": 1}}}, "of", ""),
        ({"kind": "translation", "translation": {"of": THE_LETTER}}, "of", THE_LETTER),
        ({"kind": "sworn-translation", "translation": {"state": "blessed"}}, "state", None),
    ],
)
def test_what_a_stranger_says_of_a_file_is_bounded(changes: dict[str, Any], field: str, value: Any) -> None:
    (one,) = claimed({"attachments": [_entry(**changes)]}).listed
    assert getattr(one, field) == value


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*ORDER.plain(), "x"]), inner),
    max_leaves=20,
)


@given(_json)
def test_no_strangers_list_brings_it_down(given: Any) -> None:
    found = claimed({"attachments": given})
    assert Claimed(True, tuple(Listed.from_plain(one.plain()) for one in found.listed)).listed == found.listed


def test_too_long_a_list_and_none_at_all_are_said() -> None:
    entries = [_entry(sha256=hashlib.sha256(bytes([number])).hexdigest()) for number in range(60)]
    found = claimed({"attachments": entries})
    assert (len(found.listed), found.sentences[0]) == (
        MOST_FILES,
        "It lists 60 attachments; the first 50 are read here.",
    )
    assert not claimed({}).known
    assert not claimed({"attachments": "none"}).known
    assert claimed({"attachments": []}) == Claimed(True)
