"""In which languages a letter is written: what fits the country it goes to, and what whoever writes it should know.

Pure: knows no catalogue and no atlas. A letter has one language, or two side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from comity.kernel.cldr import either, listed
from comity.kernel.language_words import language_words
from comity.kernel.languages import CODES, ENGLISH
from comity.kernel.words import say, spoken

MOST = 2


def proposed(own: str, accepted: Sequence[str] | None) -> tuple[str, ...]:
    """English, or `own` where English is not accepted, beside the first language of `accepted` that letters speak.

    English alone where nothing is known (None), or where letters speak none of what is accepted.
    """
    spoken = [code for code in accepted or () if code in CODES]
    if not spoken:
        return (ENGLISH.code,)
    ours = ENGLISH.code if ENGLISH.code in spoken or own not in CODES else own
    return tuple(dict.fromkeys((ours, spoken[0])))


def beside(proposed_ones: Sequence[str], second: str, own: str) -> tuple[str, ...]:
    """Languages for a draft whose texts are translated into `second`: that one comes second, after the first of
    `proposed_ones` that is another, else after English or, where English is the second, after `own`."""
    others = [code for code in (*proposed_ones, ENGLISH.code, own) if code in CODES and code != second]
    return (*others[:1], second)


def in_order(languages: Iterable[str]) -> tuple[str, ...]:
    """One or two of the nine, each once. Raises ValueError with a sentence for the user."""
    chosen = tuple(dict.fromkeys(languages))
    strange = [code for code in chosen if code not in CODES]
    if strange:
        raise ValueError(f"“{strange[0][:10]}” is not a language of letters. There are: {', '.join(CODES)}.")
    if not 0 < len(chosen) <= MOST:
        raise ValueError("A letter has one language, or two side by side. Choose one or two.")
    return chosen


def only_the_second(languages: Sequence[str], accepted: Sequence[str] | None, translated: Iterable[str] = ()) -> str:
    """The letter's second language where the other side reads that column alone; empty where it reads the first too,
    where nobody knows, and where it gets a translation of the whole letter (`translated`)."""
    if len(languages) < MOST or accepted is None or set(translated) & set(accepted):
        return ""
    first, second = languages
    return second if second in accepted and first not in accepted else ""


def warnings(
    languages: Sequence[str],
    accepted: Sequence[str] | None,
    asked: str,
    translated: Iterable[str] = (),
    *,
    lacking: int = 1,
) -> Iterator[str]:
    """What stops nothing, and should be known before the letter leaves.

    `asked` is a country or a provider, as it stands in a sentence; `accepted` is None where it is not known. Whoever
    has a translation of the letter into one of these, attached or ordered (`translated`), needs no warning. `lacking`
    counts the long texts that are not given in the second language: where it is the one that counts, and none lacks,
    nothing is said.
    """
    if accepted is None:
        yield say("Which languages {asked} accepts is not known. Ask before you send the letter.", asked=asked)
        return
    if set(translated) & set(accepted):
        return
    names = one_of(accepted)
    if not set(languages) & set(accepted):
        yield say(
            "{asked} accepts {names}. In the languages chosen here it would be accepted with a translation only: "
            "choose one of these, or attach a translation.",
            asked=f"{asked[:1].upper()}{asked[1:]}",
            names=names,
        )
    elif second := only_the_second(languages, accepted):
        if lacking:
            yield say(
                "What you type stands on the letter as you typed it, and {asked} accepts {names}: give each long text "
                "in {second} too, or attach a translation.",
                asked=asked,
                names=names,
                second=language_words(second),
            )
    elif languages[0] not in accepted:
        yield say(
            "What you type stands on the letter as you typed it, and {asked} accepts {names}: type in one of these, or "
            "attach a translation.",
            asked=asked,
            names=names,
        )


def chosen_in(posted: Mapping[str, Sequence[str]]) -> list[str]:
    """The letter's languages as a form gives them, those that letters speak; none where it did not ask."""
    chosen = [code for name in ("language", "beside") for code in posted.get(name, ())[:1]]
    return [code for code in dict.fromkeys(chosen) if code in CODES]


def names_of(codes: Sequence[str]) -> str:
    """“Georgian and English”, in the language spoken here."""
    return listed([language_words(code) for code in codes], spoken())


def one_of(codes: Sequence[str]) -> str:
    """“Georgian or English”, in the language spoken here."""
    return either([language_words(code) for code in codes], spoken())
