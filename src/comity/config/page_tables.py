"""Sentences that stand in no call, since they are said where a table is drawn: labels of states, help of fields.

The labels of a kind's fields, its sections and choices are not here: they stand on letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from comity.atlas.queries.folder import folder_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.config.env import ROOT

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
        ("kernel/identifiers/identifier_type.py", _identifiers()),
        ("casework/rules", _requests()),
        ("casework/rules/handling/fields.py", _steps()),
        ("casework/rules/kinds", _kinds()),
        ("packs/clocks", _clocks()),
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

    for kind in kinds().values():
        yield kind.label
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
