"""Sentences are said in English unless somebody named a catalogue."""

from __future__ import annotations

import pytest

from comity.kernel.languages import CODES, language_of
from comity.kernel.words import English, noted, say, say_count, speaking, spoken


class _Backwards:
    """A language in which every sentence reads backwards, and three is a form of its own."""

    language = "az"

    def message(self, english: str) -> str:
        return {"Sent to {whom}.": "{whom} ot tneS."}.get(english, english)

    def counted(self, one: str, many: str, count: int) -> str:
        return "three: {count}" if count == 3 else many or one


def test_english_where_nobody_named_a_catalogue() -> None:
    assert say("Sent to {whom}.", whom="Georgia") == "Sent to Georgia."
    assert spoken() == "en"


def test_a_catalogue_holds_for_its_block_only() -> None:
    with speaking(_Backwards()):
        assert (say("Sent to {whom}.", whom="Georgia"), spoken()) == ("Georgia ot tneS.", "az")
        with speaking(English()):
            assert say("Sent to {whom}.", whom="Georgia") == "Sent to Georgia."
        assert spoken() == "az"
    assert spoken() == "en"


def test_a_failing_block_gives_the_language_back() -> None:
    with pytest.raises(ZeroDivisionError), speaking(_Backwards()):
        _ = 1 // 0
    assert spoken() == "en"


@pytest.mark.parametrize(("count", "said"), [(0, "0 days"), (1, "1 day"), (3, "3 days")])
def test_counted_in_english(count: int, said: str) -> None:
    assert say_count("{count} day", "{count} days", count) == said


def test_counted_by_the_rule_of_the_language() -> None:
    with speaking(_Backwards()):
        assert say_count("{count} day", "{count} days", 3) == "three: 3"


def test_braces_stay_where_nothing_is_filled() -> None:
    assert say("A set {1, 2}") == "A set {1, 2}" == noted("A set {1, 2}")


def test_a_value_with_braces_is_no_place() -> None:
    assert say("Sent to {whom}.", whom="{secret}") == "Sent to {secret}."


def test_nine_languages_each_once() -> None:
    assert len(set(CODES)) == 9
    assert language_of("ka").own_name == "ქართული"


def test_another_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"“xx” is not a language of this node\. There are: en, fr"):
        language_of("xx")
