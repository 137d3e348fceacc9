"""Sentences that stand in no call, since they are said where a table is drawn: labels of states, help of fields.

The labels of a kind's fields, its sections and choices stand on letters; here are those that no letter prints.
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
        ("atlas/rules/packs/provider.py", _providers()),
        ("packs/instruments", _clauses()),
        ("packs/countries", _languages()),
        ("routes/rules/competence.py", _competences()),
        ("routes/rules/phrases.py", _phrases()),
        ("stateofplay/rules", _state_of_play()),
        ("upkeep/rules/shape.py", _facts()),
        ("kernel/identifiers/identifier_type.py", _identifiers()),
        ("casework/rules", _requests()),
        ("casework/rules/handling/fields.py", _steps()),
        ("casework/rules/kinds", _kinds()),
        ("packs/clocks", _clocks()),
        ("atlas/models/loaded_pack.py", _packs()),
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
    from comity.atlas.rules.measure import DataType, Measure, Stage

    for measure in Measure:
        yield from (measure.need, measure.label)
    for kind in DataType:
        yield from (kind.label, kind.label.capitalize())
    yield from (measure.label[0].upper() + measure.label[1:] for measure in Measure)
    yield from (stage.label for stage in Stage)


def _competences() -> Iterable[str]:
    from comity.atlas.rules.packs.country import Function
    from comity.routes.rules.competence import DIRECTORY, UNRECORDED

    for role in UNRECORDED.values():
        yield from (role, f"{role[0].upper()}{role[1:]}")
    for function in Function:
        yield from (function.label, function.label[0].upper() + function.label[1:])
    yield from DIRECTORY.values()


def _phrases() -> Iterable[str]:
    from comity.routes.rules.phrases import for_some

    return for_some()


def _state_of_play() -> Iterable[str]:
    from comity.atlas.rules.packs.country import Topic
    from comity.atlas.rules.packs.recommendations import Addressee

    yield from (topic.label for topic in Topic)
    yield from (addressee.label for addressee in Addressee)


def _facts() -> Iterable[str]:
    """The fields of facts by their names, and the words that some of a country's are answered with."""
    from comity.atlas.rules.packs.kinds import KINDS
    from comity.upkeep.rules.shape import label_of

    for kind in KINDS:
        schema = kind.shape.model_json_schema(by_alias=True)
        for record in (schema, *schema.get("$defs", {}).values()):
            names = record.get("properties", ())
            yield from (label_of(name) for name in names if "source" in names)
            if kind.name == "country":
                yield from (str(value).replace("-", " ").capitalize() for value in record.get("enum", ()))


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


def _providers() -> Iterable[str]:
    """What they are asked for, as a name, a choice and the head of a column; and by what."""
    from comity.atlas.rules.packs.provider import Asked, Process

    for asked in Asked:
        yield from (asked.label, asked.label.capitalize(), asked.value.capitalize())
    yield from (process.label for process in Process)


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
    from comity.casework.rules.printed_words import printed_words
    from comity.casework.rules.registry import kinds
    from comity.casework.rules.versions.history import MARKS

    yield from ("Practice", "This node", *MARKS.values())
    printed = set(printed_words(kinds().values(), ()))
    for kind in kinds().values():
        yield from (kind.label, kind.provenance)
        for section in kind.sections:
            yield from (section.help, "" if section.title in printed else section.title)
            for spec in section.fields:
                yield from (spec.help, spec.missing, "" if spec.label in printed else spec.label)


def _packs() -> Iterable[str]:
    from comity.atlas.models.loaded_pack import Origin
    from comity.atlas.rules.packs.kinds import KINDS

    yield from (str(origin.label) for origin in Origin)
    yield from (kind.name for kind in KINDS)


def _clocks() -> Iterable[str]:
    for rule in _law().clocks.values():
        yield rule.says
        yield rule.held.says if rule.held else ""
        for side in rule.sides.values():
            yield from (
                side.title,
                side.todo,
                side.over,
                *(text for start in side.starts_on for text in (start.told, start.assumption)),
            )


@cache
def _law() -> Snapshot:
    return folder_snapshot(ROOT / "packs")
