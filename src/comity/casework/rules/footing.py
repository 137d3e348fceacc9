"""On which instrument a request rests: which one its words name, and which articles answer to those of its form.

Pure: knows instruments only by the names that it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from comity.casework.rules.blocks.treaty import DIFFERS, NAMED

_ARTICLE = re.compile(r"Article (\d+)(\(.*\))?\Z")
_CITATION = re.compile(r" \(Articles? [^()]*(\([^()]*\)[^()]*)*\)\Z")
_MARK_OF_THE_CONVENTION = "ETS 185, "


@dataclass(frozen=True, slots=True)
class Footing:
    """What a letter stands on. `named` is the instrument in words where it is not the one of the form, empty where it
    is; `equivalents` gives, for articles of the form, the articles of that instrument which ask for the same."""

    named: str = ""
    equivalents: Mapping[str, str] = field(default_factory=dict)

    def note(self, article: str) -> str:
        """What a letter cites in place of the form's `article`; nothing where no article of the instrument is known.

        Without its paragraph: those of two instruments are not numbered alike.
        """
        if not self.named:
            return article
        found = _ARTICLE.match(article)
        number = self.equivalents.get(found[1], "") if found else ""
        return f"Article {number}" if number else ""

    def words(self, label: str) -> str:
        """A choice's words without the form's article, which would be read as one of the instrument named."""
        return _CITATION.sub("", label) if self.named else label


def named_in(content: Mapping[str, Any]) -> str:
    """The other treaty that a request names, with its articles; empty where it rests on that of its form."""
    words = content.get(NAMED)
    return words.strip() if content.get(DIFFERS) is True and isinstance(words, str) else ""


def instrument_in(words: str, names: Mapping[str, Iterable[str]]) -> str:
    """The id of the one instrument that `words` name; empty where they name none, or more than one.

    A name inside another is not counted: a protocol's title holds that of its convention.
    """
    spans = list(_spans(words.casefold(), names))
    outer = {
        instrument
        for instrument, start, end in spans
        if not any(a <= start and end <= b and (a, b) != (start, end) for _, a, b in spans)
    }
    return outer.pop() if len(outer) == 1 else ""


def treaty_name(title: str, reference: str) -> str:
    """How a letter names a treaty: “European Convention on Mutual Assistance in Criminal Matters (ETS No. 30)”."""
    return f"{title} ({reference})" if reference else title


def articles_in_words(articles: Iterable[str]) -> str:
    """“Article 42”, “Articles 42 and 43”; empty where there is none with a number."""
    numbers = list(dict.fromkeys(article for article in articles if article[:1].isdigit()))
    if len(numbers) < 2:  # noqa: PLR2004 (one alone needs no “and”)
        return "".join(f"Article {number}" for number in numbers)
    return f"Articles {', '.join(numbers[:-1])} and {numbers[-1]}"


def as_version_1(label: str) -> str:
    """A ground's words as the first version of its letter had them: the Convention's without its name."""
    return label.removeprefix(_MARK_OF_THE_CONVENTION)


def _spans(words: str, names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, int, int]]:
    for instrument, known in names.items():
        for name in filter(None, known):
            for found in re.finditer(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", words):
                yield instrument, found.start(), found.end()
