"""Sentences that stand in no call, since they are said where a table is drawn: labels of states, help of fields.

The labels of a kind's fields, its sections and choices are not here: they stand on letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from comity.atlas.queries.folder import folder_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.config.env import ROOT
from comity.config.programme_tables import programme
from comity.kernel.language import language_name

Found = Iterator[tuple[str, str]]


def tables() -> Found:
    """Pairs of where it stands and what it says, in English."""
    for place, sentences in (
        ("web/rail.py", _rail()),
        ("web/components/status.py", _statuses()),
        ("web/components/request_head.py", _tabs()),
        ("web/components/wizard.py", _wizard()),
        ("web/forms", _forms()),
        ("people/rules/roles.py", _roles()),
        ("atlas/rules/measure.py", _measures()),
        ("packs/channels", _channels()),
        ("packs/instruments", _clauses()),
        ("packs/countries", _languages()),
        ("routes/rules/competence.py", _competences()),
        ("kernel/identifiers/identifier_type.py", _identifiers()),
        ("casework/rules", _requests()),
        ("casework/rules/handling/fields.py", _steps()),
        ("casework/rules/kinds", _kinds()),
        ("packs/clocks", _clocks()),
        ("programme", programme()),
    ):
        yield from ((place, sentence) for sentence in dict.fromkeys(sentences) if sentence)


def _rail() -> Iterable[str]:
    from comity.web.rail import GROUPS

    for group in GROUPS:
        yield group.label
        yield from (entry.label for entry in group.entries)


def _statuses() -> Iterable[str]:
    from comity.web.components.status import known_states, status

    return (status(state).word for state in known_states())


def _tabs() -> Iterable[str]:
    from comity.web.components.request_head import INCOMING, OUTGOING

    return (label for _, label in (*OUTGOING, *INCOMING))


def _wizard() -> Iterable[str]:
    from comity.web.components.wizard import LABELS

    return LABELS


def _forms() -> Iterable[str]:
    from comity.web.form import PlainForm
    from comity.web.pages.requests import approval_forms

    for form in vars(approval_forms).values():
        if isinstance(form, type) and issubclass(form, PlainForm) and form is not PlainForm:
            for field in form.base_fields.values():
                yield from (str(field.label or ""), str(field.help_text))
                own = type(field).default_error_messages
                yield from (
                    str(text) for key, text in field.error_messages.items() if str(text) != str(own.get(key, ""))
                )


def _roles() -> Iterable[str]:
    from comity.people.rules.roles import Role

    for role in Role:
        yield from (role.label, role.sentence)


def _measures() -> Iterable[str]:
    from comity.atlas.rules.measure import DataType, Measure

    for measure in Measure:
        yield from (measure.need, measure.label)
    for kind in DataType:
        yield from (kind.label, kind.label.capitalize())


def _competences() -> Iterable[str]:
    from comity.atlas.rules.packs.country import Function
    from comity.routes.rules.competence import DIRECTORY, UNRECORDED

    for role in UNRECORDED.values():
        yield from (role, f"{role[0].upper()}{role[1:]}")
    yield from (function.label for function in Function)
    yield from DIRECTORY.values()


def _clauses() -> Iterable[str]:
    """What the instruments' own packs say of a request: its conditions, its duties, the grounds for refusing it."""
    for pack in _law().instruments.values():
        for basis in pack.instrument.bases:
            yield from (*basis.conditions, *basis.requirements)
        yield from (ground.says for ground in pack.instrument.grounds)
        for period in pack.instrument.clocks.values():
            yield from (period.label, period.bound, period.start)
        yield from (entry.substitutes_cost for entry in pack.instrument.articles.values())


def _languages() -> Iterable[str]:
    """Those in which the countries of the packs accept requests."""
    for pack in _law().countries.values():
        for fact in pack.country.request_languages:
            yield from (language_name(code) for code in fact.value)


def _channels() -> Iterable[str]:
    for entry in _law().channels.values():
        yield from (entry.label, *entry.risks)


def _identifiers() -> Iterable[str]:
    from comity.kernel.identifiers.identifier_type import IdentifierType

    return (kind.label for kind in IdentifierType)


def _requests() -> Iterable[str]:
    from comity.casework.rules.direction import Direction
    from comity.casework.rules.transitions import State, Verb

    for state in State:
        yield from (state.label, state.sentence)
    yield from (verb.label for verb in Verb)
    yield from (direction.label for direction in Direction)


def _steps() -> Iterable[str]:
    from comity.casework.rules.direction import Direction
    from comity.casework.rules.handling.fields import fields_of
    from comity.casework.rules.handling.table import TABLE

    for step, rule in TABLE.items():
        yield from (rule.label(direction) for direction in Direction)
        for spec in (*fields_of(step), *fields_of(step, closed=False)):
            yield from (spec.label, spec.help, spec.missing, *(choice.label for choice in spec.choices))


def _kinds() -> Iterable[str]:
    from comity.casework.rules.registry import kinds

    yield from ("Practice", "This node")
    for kind in kinds().values():
        yield from (kind.label, kind.provenance)
        for section in kind.sections:
            yield section.help
            for spec in section.fields:
                yield from (spec.help, spec.missing)


def _clocks() -> Iterable[str]:
    for rule in _law().clocks.values():
        yield rule.says
        yield rule.held.says if rule.held else ""
        for side in rule.sides.values():
            yield from (side.title, side.todo, side.over, *(start.assumption for start in side.starts_on))


@cache
def _law() -> Snapshot:
    return folder_snapshot(ROOT / "packs")
