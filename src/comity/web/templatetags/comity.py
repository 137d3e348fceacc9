"""`{% load comity %}`: icon, status, clock, source, ring, step line, party tile, moments. Draws; decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.contrib.messages import constants as levels
from django.utils.html import format_html
from django.utils.safestring import SafeString

from comity.atlas.queries.fact import FactView
from comity.casework.queries.clock_view import ClockView
from comity.casework.rules import saying
from comity.kernel import clock as clocks
from comity.kernel import sayable
from comity.kernel.confidence import Confidence
from comity.kernel.country_words import country_in_sentence, country_words
from comity.web.components import clock_chip, deeds, marks, moments, party, ring, steps

register = template.Library()
Zone = tzinfo | str | None


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite. Decoration unless it has a label; icons.txt lists what the sprite holds."""
    return marks.icon(name, label)


@register.simple_tag(name="status")
def draw_status(state: str, word: str = "") -> SafeString:
    """The badge of a state: `{% status "open-with-conditions" %}`; `word` replaces the state's own word."""
    return marks.status_mark(state, word)


@register.simple_tag(name="confidence")
def draw_confidence(value: Confidence | str) -> SafeString:
    """What a reader must be told before relying on a fact; nothing where it was read in its source."""
    return marks.confidence_mark(value)


@register.inclusion_tag("web/components/clock.html", name="clock")
def draw_clock(due: datetime, began: datetime, zone: Zone = None, article: str = "") -> dict[str, Any]:
    """`{% clock due began zone="Asia/Tbilisi" article="Art. 29(7) Budapest Convention" %}`"""
    chip = clock_chip.clock_chip(began=began, due=due, zone=_zone(zone), article=article, now=clocks.now())
    return {"chip": chip}


@register.inclusion_tag("web/components/clock.html", name="clock_of")
def draw_clock_of(shown: ClockView) -> dict[str, Any]:
    """A request's clock as a chip, with its name and what it rests on: `{% clock_of page.line.clock %}`"""
    chip = clock_chip.clock_chip(
        began=shown.starts,
        due=shown.ends,
        zone=_zone(shown.zone),
        article=f"{shown.name}: {shown.rests_on}",
        now=clocks.now(),
        practice=shown.practice,
    )
    return {"chip": chip}


@register.filter
def still_open(shown: Sequence[ClockView]) -> list[ClockView]:
    """The clocks that run, ran out or are held."""
    return [each for each in shown if each.open]


@register.simple_tag(name="source", takes_context=True)
def draw_source(context: Mapping[str, Any], fact: FactView) -> SafeString:
    """Opens to where a fact stands: `{% source fact %}`. It is a block: not for inside a paragraph."""
    return marks.source_mark(fact, clocks.today(), deeds.deeds(context, fact.place))


@register.inclusion_tag("web/components/ring.html", name="ring")
def draw_ring(done: int, total: int, what: str = "complete") -> dict[str, Any]:
    return {"ring": ring.ring(done, total), "what": what}


@register.inclusion_tag("web/components/steps.html", name="steps")
def draw_steps(labels: Sequence[str], here: int, addresses: Sequence[str] = ()) -> dict[str, Any]:
    """`{% steps labels 2 addresses %}`: the step line with its second step as the current one."""
    line = steps.steps(labels, here, addresses)
    return {"steps": line, "here": line[here - 1], "total": len(line)}


@register.inclusion_tag("web/components/party.html", name="party")
def draw_party(part: str, country: str, authority: str, zone: Zone = None, number: str = "") -> dict[str, Any]:
    """`{% party "Requested" "UA" "National Police" zone="Europe/Kyiv" number="UA-2026-00017" %}`"""
    there = _zone(zone) if zone else None
    drawn = party.party(part=part, country=country, authority=authority, zone=there, now=clocks.now(), number=number)
    return {"party": drawn}


@register.inclusion_tag("web/components/timeline.html", name="timeline")
def draw_timeline(story: Sequence[Any], zone: Zone = None) -> dict[str, Any]:
    """The story of `comity.web.components.timeline.Moment`s, in the zone of the reader."""
    return {"moments": story, "zone": _zone(zone)}


@register.simple_tag
def moment(at: datetime, zone: Zone = None) -> SafeString:
    """A moment in words with its place, and exact for machines: `{% moment entry.at "Asia/Tbilisi" %}`."""
    words = moments.moment_in_words(at, _zone(zone), now=clocks.now())
    return format_html('<time datetime="{}">{}</time>', at.isoformat(timespec="seconds"), words)


@register.simple_tag
def from_now(length: timedelta, zone: Zone = None) -> str:
    """When `length` from now will be, in words."""
    return moments.moment_in_words(clocks.now() + length, _zone(zone), now=clocks.now())


@register.filter
def day(value: date) -> str:
    """“6 December 2026”."""
    return moments.day_in_words(value)


@register.filter
def place(zone: tzinfo) -> str:
    """The city that a time zone is named after."""
    return moments.place_of(zone)


@register.filter
def age(value: date) -> str:
    """“9 years ago”."""
    return moments.age_in_words(value, clocks.today())


@register.filter
def country(code: str) -> str:
    """A country's name by its code."""
    return country_words(code)


@register.filter(name="country_in_sentence")
def draw_country_in_sentence(code: str) -> str:
    """The same as it stands within a sentence."""
    return country_in_sentence(code)


@register.filter
def said(english: str) -> str:
    """A label or sentence of a table, in the reader's language: `{{ line.kind_label|said }}`."""
    return sayable.said(english)


@register.filter
def cited(words: str) -> str:
    """An article as its reader cites it: `{{ gap.article|cited }}`. “Article 29(2)(a)” has one sentence for all."""
    return saying.article(words)


@register.filter
def boxed(label: str) -> str:
    """The words beside a box of a request's form, with their article: as letters say them."""
    return saying.choice(label)


@register.filter
def message_look(level: int) -> dict[str, str]:
    """How a message to the user is drawn, and whether it interrupts a screen reader."""
    if level >= levels.ERROR:
        return {"tone": "stop", "icon": "alert-triangle", "role": "alert"}
    if level >= levels.WARNING:
        return {"tone": "caution", "icon": "alert-circle", "role": "alert"}
    tone, name = ("good", "circle-check") if level == levels.SUCCESS else ("active", "info-circle")
    return {"tone": tone, "icon": name, "role": "status"}


def _zone(zone: Zone) -> tzinfo:
    return ZoneInfo(zone) if isinstance(zone, str) else zone or UTC
