"""Names of the months in the languages of the region and of its neighbours. A word that is not a month is None."""

from __future__ import annotations

_WHOLE_WORDS = """
jan january januar yanvar ianuarie janvier | feb february februar fevral februarie février
mar march märz mart martie mars
apr april aprel aprilie avril | may mai | jun june juni iyun iunie juin | jul july juli iyul iulie juillet
aug august avqust août | sep sept september sentyabr septembrie septembre
oct october oktober oktyabr octombrie octobre okt | nov november noyabr noiembrie novembre
dec december dezember dekabr decembrie décembre dez dek
"""
_STEMS = """
январ янв січ студз იანვ հունվ | феврал фев лют თებერვ փետր | март мар берез сакав მარტ მარ մարտ
апрел апр квіт красав აპრ ապր | май мая мае трав მაის մայիս | июн черв чэрв ივნ հունիս | июл лип ліп ივლ հուլիս
август авг серп жнів აგვ օգոստ | сент сен верес სექტ սեպտ | октябр окт жовт кастр ოქტ հոկտ
нояб ноя листоп лістап ნოემ նոյ | декабр дек груд снеж დეკ դեկտ
"""
_SHORTEST_STEM = 3


def _numbered(table: str) -> dict[str, int]:
    months = [part.split() for line in table.strip().splitlines() for part in line.split("|")]
    return {word: number for number, words in enumerate(months, start=1) for word in words}


_BY_WORD = _numbered(_WHOLE_WORDS)
_BY_STEM = _numbered(_STEMS)


def month_named(word: str) -> int | None:
    """The month from 1 to 12 that `word` names; letters beyond Latin are declined, so their stems count."""
    word = word.lower()
    if word in _BY_WORD:
        return _BY_WORD[word]
    if word.isascii():
        return None
    stems = (word[:length] for length in range(len(word), _SHORTEST_STEM - 1, -1))
    return next((_BY_STEM[stem] for stem in stems if stem in _BY_STEM), None)
