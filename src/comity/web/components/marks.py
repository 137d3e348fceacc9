"""Small marks that a page of facts has hundreds of: icon, status, confidence, source.

Drawn in Python: through a template each, they would take most of the page's time. They decide nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from html import escape

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from comity.atlas.queries.fact import FactView
from comity.kernel.confidence import Confidence
from comity.kernel.sayable import Sayable, said
from comity.kernel.words import say, spoken
from comity.web.components import provenance
from comity.web.components.moments import age_in_words, day_in_words
from comity.web.components.status import status

LONGEST_VALUE = 60


@cache
def _sprite() -> str:
    """Its address stays for the life of the process."""
    return static("vendor/icons.svg")


def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite. Decoration unless it has a label."""
    return _icon(name, label, _sprite())


@lru_cache(maxsize=1000)
def _icon(name: str, label: str, sprite: str) -> SafeString:
    attributes = (("role", "img"), ("aria-label", label)) if label else (("aria-hidden", "true"),)
    return format_html(
        '<svg class="icon" width="20" height="20" {} focusable="false"><use href="{}#tabler-{}"></use></svg>',
        format_html_join(" ", '{}="{}"', attributes),
        sprite,
        name,
    )


def status_mark(state: str, word: str = "") -> SafeString:
    """The badge of a state; `word` replaces the state's own word."""
    return _status_mark(state, word, spoken())


@lru_cache(maxsize=4000)
def _status_mark(state: str, word: str, _language: str) -> SafeString:
    drawn = status(state)
    return badge(drawn.tone, drawn.icon, word or say(drawn.word))


def badge(tone: str, name: str, word: str) -> SafeString:
    return format_html('<span class="status-word tone-{}">{}{}</span>\n', tone, icon(name), word)


def confidence_mark(value: Confidence | str) -> SafeString:
    """What a reader must be told before relying on a fact; nothing where it was read in its source."""
    return _confidence_mark(value, spoken())


@cache
def _confidence_mark(value: Confidence | str, _language: str) -> SafeString:
    confidence = Confidence(value)
    if not confidence.assumed:
        return SafeString("")
    memory = confidence is Confidence.LOW
    words = say("assumed from memory – verify before use") if memory else say("assumed – verify before use")
    return badge("caution", "alert-circle", words)


def source_mark(fact: FactView, today: date, deeds: Sequence[tuple[str, str]] = ()) -> SafeString:
    """Opens to where a fact stands. `deeds` are what this reader can do about it: pairs of words and address."""
    source = _own(fact.source)
    where = escape(f"{source}, {fact.pinpoint}" if fact.pinpoint else source)
    if fact.value:
        named = say("Source of “{value}”: {where}", value=escape(_short(fact.value)), where=where)
    else:
        named = say("Source: {where}", where=where)
    marks: str = icon("alert-circle", say("assumed, verify before use")) if fact.assumed else ""
    marks += icon("scale", say("disputed")) if fact.disputed else ""
    told = "".join(f"<p>{line}</p>" for line in _lines(fact, today))
    badges: str = confidence_mark(fact.confidence)
    badges += badge("warning", "scale", say("Sources disagree")) if fact.disputed else ""
    badges += status_mark(fact.age) if fact.observed else ""
    links = "".join(f'<a href="{escape(address)}">{escape(words)}</a>' for words, address in deeds)
    links = f'    <p class="source-deeds">{links}</p>\n' if links else ""
    return mark_safe(  # noqa: S308  each part was escaped above
        '<details class="source" data-popup>\n  <summary class="source-mark"><span class="visually-hidden">'
        f'{named}</span>{icon("book-2")}<span aria-hidden="true">{say("source")}</span>{marks}</summary>\n'
        f'  <div class="source-body">\n    <p class="source-title">{_title(fact)}</p>\n    {told}\n'
        f'    <p class="source-badges">{badges}</p>\n'
        f"{links}  </div>\n</details>\n"
    )


def _own(text: str) -> str:
    """Titles and notes are data; what the node itself says there is said."""
    return said(text) if isinstance(text, Sayable) else text


def _title(fact: FactView) -> str:
    name = escape(_own(fact.source))
    linked = f'<a href="{escape(fact.address)}" rel="noreferrer">{name}</a>' if fact.address else name
    return f"{linked}, {escape(fact.pinpoint)}" if fact.pinpoint else linked


def _lines(fact: FactView, today: date) -> list[str]:
    lines = [escape(_own(fact.note))] if fact.note else []
    lines.append(f"{provenance.sureness(fact.confidence)} {provenance.checking(fact.checked, today)}")
    if fact.start or fact.end:
        lines.append(_holds(fact))
    if fact.observed:
        observed, age = day_in_words(fact.observed), age_in_words(fact.observed, today)
        lines.append(say("Observed on {day}, {age}.", day=observed, age=age))
    return lines


def _holds(fact: FactView) -> str:
    start = day_in_words(fact.start) if fact.start else ""
    end = day_in_words(fact.end) if fact.end else ""
    if start and end:
        return say("Holds from {start} until {end}, that day not included.", start=start, end=end)
    if start:
        return say("Holds from {start}.", start=start)
    return say("Holds until {end}, that day not included.", end=end)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"
