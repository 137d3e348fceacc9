"""Contents as people may have typed them, for Hypothesis: every shape of field, finished or not, in any kind.

Over a complete content, or none, some fields are typed anew: all at once would take longer and find no more.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.translations import key
from comity.casework.tests.complete import complete_of
from comity.kernel.languages import CODES

ANYTHING = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=40)
"""Whatever can be stored."""
ON_PAPER = st.text(st.sampled_from("aé Жїქհə0-9.,:;@/\n"), max_size=60)
"""What a letter can show: the scripts of the region, digits, signs, new lines."""

_DAYS = st.dates().map(lambda day: day.isoformat())
_ENTRIES = st.sampled_from(
    ["203.0.113.45:51514 2026-02-27 02:14:09 UTC+4", "desk@mail.example.net", "+995 500 00 00 00", "shop.example.org"]
)


@st.composite
def contents(draw: st.DrawFn, kind: Kind, texts: st.SearchStrategy[str] = ANYTHING) -> dict[str, Any]:
    """A content of the kind, of values that its form can send."""
    begun = draw(st.sampled_from([{}, complete_of(kind)]))
    typed = draw(st.lists(st.sampled_from(sorted(kind.fields)), unique=True, max_size=8))
    long = [spec.name for spec in kind if spec.shape is Shape.LONG_TEXT]
    names = st.builds(key, st.sampled_from(long), st.sampled_from(CODES)) if long else st.nothing()
    beside = draw(st.dictionaries(names, texts, max_size=4))
    return {**begun, **{name: draw(_values(kind.fields[name], texts)) for name in typed}, **beside}


def _values(spec: FieldSpec, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    offered = [choice.value for choice in spec.choices]
    if spec.choices:
        several = st.lists(st.sampled_from(offered), unique=True)
        return several if spec.shape is Shape.CHOICES else st.sampled_from(["", *offered])
    by_shape: dict[Shape, st.SearchStrategy[Any]] = {
        Shape.YES_NO: st.booleans(),
        Shape.NUMBER: st.integers(-1_000_000, 1_000_000) | st.none() | texts,
        Shape.DATE: _DAYS | texts,
        Shape.PERIOD: st.dictionaries(st.sampled_from(["from", "to"]), _DAYS | texts),
        Shape.COUNTRY: st.sampled_from(["GE", "ua", " MD "]) | texts,
        Shape.IDENTIFIERS: st.lists(st.fixed_dictionaries({}, optional={"text": _ENTRIES | texts}), max_size=3),
    }
    return by_shape.get(spec.shape, texts)
