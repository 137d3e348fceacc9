"""One value, one canonical form, one digest; and nothing but 64 figures in lower case is a digest."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.kernel.digest import Digest, canonical_json

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(plain)
def test_the_canonical_form_reads_back(value: Any) -> None:
    assert json.loads(canonical_json(value)) == value


@given(st.dictionaries(st.text(), plain, max_size=5))
def test_the_order_of_keys_does_not_matter(value: dict[str, Any]) -> None:
    turned = dict(reversed(value.items()))
    assert canonical_json(turned) == canonical_json(value)


def test_the_form_is_fixed_for_ever() -> None:
    value = {"b": [1, 2], "a": "ქ", "c": None}
    assert canonical_json(value) == '{"a":"ქ","b":[1,2],"c":null}'.encode()
    assert Digest.of(canonical_json(value)) == hashlib.sha256('{"a":"ქ","b":[1,2],"c":null}'.encode()).hexdigest()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_does_not_know_are_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json([number])


@given(st.binary())
def test_a_digest_is_that_of_sha_256(data: bytes) -> None:
    digest = Digest.of(data)
    assert digest == hashlib.sha256(data).hexdigest() == Digest(str(digest))
    assert digest.startswith(digest.short)
    assert len(digest.short) == 12


@pytest.mark.parametrize(
    "text", ["", "a" * 63, "a" * 65, "A" * 64, "g" * 64, "a" * 64 + "\n", " " + "a" * 63, "١" * 64]
)
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="64 hexadecimal digits, in lower case"):
        Digest(text)
