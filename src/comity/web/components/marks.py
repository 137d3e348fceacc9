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


@lru_cache(maxsize=1000)
def status_mark(state: str, word: str = "") -> SafeString:
    """The badge of a state; `word` replaces the state's own word."""
    drawn = status(state)
    return badge(drawn.tone, drawn.icon, word or drawn.word)


def badge(tone: str, name: str, word: str) -> SafeString:
    return format_html('<span class="status-word tone-{}">{}{}</span>\n', tone, icon(name), word)


@cache
def confidence_mark(value: Confidence | str) -> SafeString:
    """What a reader must be told before relying on a fact; nothing where it was read in its source."""
    confidence = Confidence(value)
    if not confidence.assumed:
        return SafeString("")
    how = "assumed from memory" if confidence is Confidence.LOW else "assumed"
    return badge("caution", "alert-circle", f"{how} – verify before use")


def source_mark(fact: FactView, today: date, deeds: Sequence[tuple[str, str]] = ()) -> SafeString:
    """Opens to where a fact stands. `deeds` are what this reader can do about it: pairs of words and address."""
    where = escape(f"{fact.source}, {fact.pinpoint}" if fact.pinpoint else fact.source)
    of = f" of “{escape(_short(fact.value))}”" if fact.value else ""
    marks: str = icon("alert-circle", "assumed, verify before use") if fact.assumed else ""
    marks += icon("scale", "disputed") if fact.disputed else ""
    told = "".join(f"<p>{line}</p>" for line in _lines(fact, today))
    badges: str = confidence_mark(fact.confidence)
    badges += badge("warning", "scale", "Sources disagree") if fact.disputed else ""
    badges += status_mark(fact.age) if fact.observed else ""
    links = "".join(f'<a href="{escape(address)}">{escape(words)}</a>' for words, address in deeds)
    links = f'    <p class="source-deeds">{links}</p>\n' if links else ""
    return mark_safe(  # noqa: S308  each part was escaped above
        '<details class="source" data-popup>\n  <summary class="source-mark"><span class="visually-hidden">'
        f'Source{of}: {where}</span>{icon("book-2")}<span aria-hidden="true">source</span>{marks}</summary>\n'
        f'  <div class="source-body">\n    <p class="source-title">{_title(fact)}</p>\n    {told}\n'
        f'    <p class="source-badges">{badges}</p>\n'
        f"{links}  </div>\n</details>\n"
    )


def _title(fact: FactView) -> str:
    name = escape(fact.source)
    linked = f'<a href="{escape(fact.address)}" rel="noreferrer">{name}</a>' if fact.address else name
    return f"{linked}, {escape(fact.pinpoint)}" if fact.pinpoint else linked


def _lines(fact: FactView, today: date) -> list[str]:
    lines = [escape(fact.note)] if fact.note else []
    lines.append(f"{provenance.sureness(fact.confidence)} {provenance.checking(fact.checked, today)}")
    if fact.start or fact.end:
        start = f"from {day_in_words(fact.start)}" if fact.start else ""
        end = f"until {day_in_words(fact.end)}, that day not included" if fact.end else ""
        lines.append(f"Holds {' '.join(filter(None, (start, end)))}.")
    if fact.observed:
        lines.append(f"Observed on {day_in_words(fact.observed)}, {age_in_words(fact.observed, today)}.")
    return lines


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"
