"""A country's profile gathered for paper: how to ask, profile, authorities, law, procedures, practice, instruments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from comity.atlas.queries.country import CountryView, country_view
from comity.atlas.queries.fact import FactView
from comity.atlas.queries.legal_profile import legal_profile
from comity.atlas.queries.procedures import measure_views
from comity.atlas.queries.profile import ProfilePart, practice_parts, profile_parts
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.routes.queries.ask import how_to_ask
from comity.stateofplay.rules.profile_sheet import NOT_KNOWN, Block, ProfileSheet, Said, Section, Table


class _Citing:
    """Numbers the sources in the order in which they are first cited."""

    def __init__(self) -> None:
        self.sources: dict[str, int] = {}

    def said(self, text: str, facts: Iterable[FactView]) -> Said:
        known = list(facts)
        numbers = [self.sources.setdefault(_source(fact), len(self.sources) + 1) for fact in known]
        return Said(text, tuple(dict.fromkeys(numbers)), any(fact.assumed for fact in known))


def _source(fact: FactView) -> str:
    return f"{fact.source}{f' <{fact.address}>' if fact.address else ''}. Checked {fact.checked.isoformat()}."


def profile_sheet(snapshot: Snapshot, code: CountryCode, requester: CountryCode, day: date) -> ProfileSheet:
    """The profile as of `day`, as asked by `requester`. Raises LookupError where nothing is recorded of the country."""
    view, cite = country_view(snapshot, code, day), _Citing()
    sections = (
        _ask(snapshot, view, requester, day),
        Section("Profile", "", tuple(_part(part, cite) for part in profile_parts(snapshot, code, day))),
        Section("Authorities", "", (_authorities(view, cite),)),
        *_law(snapshot, code, day, cite),
        _procedures(snapshot, code, day, cite),
        Section(
            "Practice of mutual assistance",
            "",
            tuple(_part(part, cite) for part in practice_parts(snapshot, code, day)),
        ),
        Section("Instruments", "", (_standings(view, cite), _statements(view, cite))),
    )
    lead = f"As of {day.isoformat()}. In our own words, no legal advice. “Not known” is never “no”: nobody recorded it."
    return ProfileSheet(f"{view.name}: how to ask, and its law", lead, day, sections, tuple(cite.sources))


def _ask(snapshot: Snapshot, view: CountryView, requester: CountryCode, day: date) -> Section:
    rows = tuple(
        (
            (Said(line.need), Said(line.label)),
            (Said(line.status_label[:1].upper() + line.status_label[1:]),),
            (Said(line.best[:1].upper() + line.best[1:] or NOT_KNOWN),),
            (Said(line.receiver or NOT_KNOWN),),
        )
        for line in how_to_ask(snapshot, requester, CountryCode(view.code), day)
        if line.routes or line.best
    )
    table = Table(("What you need", "Status", "Best way", "Who receives it"), (1.4, 0.9, 1.3, 1.2), rows)
    return Section(f"How to ask {view.name}", f"As asked by {requester.english_name}.", (Block("", table=table),))


def _part(part: ProfilePart, cite: _Citing) -> Block:
    return Block(part.label, tuple(cite.said(fact.value, [fact]) for fact in part.facts) or (Said(NOT_KNOWN),))


def _authorities(view: CountryView, cite: _Citing) -> Block:
    rows = tuple(
        (
            (Said(authority.name),),
            tuple(
                cite.said(", ".join((item.function, *item.stages)), item.facts)
                for item in authority.competences
                if item.current
            )
            or (Said(NOT_KNOWN),),
        )
        for authority in view.authorities
        if authority.exists
    )
    return (
        Block("", table=Table(("Authority", "Competent for"), (1, 1.2), rows))
        if rows
        else Block("", (Said(NOT_KNOWN),))
    )


def _law(snapshot: Snapshot, code: CountryCode, day: date, cite: _Citing) -> Iterable[Section]:
    for part in legal_profile(snapshot, code, day):
        rows = tuple(
            (
                (Said(f"Article {row.article}: {row.title}"),),
                (Said("sources disagree" if row.disputed else row.level if row.known else NOT_KNOWN),),
                tuple(cite.said(one.provision or "(names no provision)", [one.fact]) for one in row.provisions)
                or (Said(NOT_KNOWN),),
            )
            for row in part.rows
        )
        table = Table(("Article", "How far", "Domestic provision"), (1.3, 0.5, 1.5), rows)
        yield Section(f"Law: {part.title}", part.short, (Block("", table=table),))


def _procedures(snapshot: Snapshot, code: CountryCode, day: date, cite: _Citing) -> Section:
    blocks = [
        Block(
            view.label[:1].upper() + view.label[1:] if first else "",
            (cite.said(item.fact.value, [item.fact]),),
            Table(
                ("Point", "What holds"),
                (0.5, 1.5),
                tuple(((Said(label),), (Said(text),)) for label, text in item.points),
            )
            if item.points
            else None,
        )
        for view in measure_views(snapshot, code, day)
        for first, item in zip((True, *(False,) * len(view.procedures)), view.procedures, strict=False)
    ]
    return Section("Procedures by measure", "", tuple(blocks) or (Block("", (Said(NOT_KNOWN),)),))


def _standings(view: CountryView, cite: _Citing) -> Block:
    rows = tuple(
        (
            (Said(one.short),),
            (cite.said("not a Party" if one.standing == "none" else one.standing, one.current),),
            (Said(one.since.isoformat() if one.since else NOT_KNOWN),),
        )
        for one in view.standings
        if one.current
    )
    return Block("Standing", table=Table(("Instrument", "Standing", "Since"), (1.4, 1, 0.7), rows))


def _statements(view: CountryView, cite: _Citing) -> Block:
    said = tuple(
        cite.said(f"{one.instrument}, Article {one.article}: {one.says}", [one.fact]) for one in view.statements
    )
    return Block("Reservations and declarations", said or (Said(NOT_KNOWN),))
