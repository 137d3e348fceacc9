"""Sentences of the programme's pages that stand in no call: labels of states and kinds, columns of imports, fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from importlib import import_module
from inspect import isclass

FORMS = (
    "activity_forms", "budget_forms", "decisions", "import_form", "paper_forms", "participant", "project_form",
    "register_forms", "registration", "results_forms", "team_forms",
)  # fmt: skip


def programme() -> Iterable[str]:
    """All of them, in English."""
    yield from _labels()
    yield from _imports()
    yield from _figures()
    yield from _changes()
    yield from _forms()


def _labels() -> Iterable[str]:
    from comity.atlas.rules.packs.overview import ActivityKind, Precision
    from comity.programme.rules.activity import ActivityState
    from comity.programme.rules.decision import DecisionKind
    from comity.programme.rules.decision_follow_up import DecisionState
    from comity.programme.rules.importing.run import ImportState
    from comity.programme.rules.participation import Asked, EventRole, ParticipantState
    from comity.programme.rules.project import Direction, Level
    from comity.programme.rules.study import StudyKind, StudyState
    from comity.programme.rules.team import MemberRole, TeamKind
    from comity.stateofplay.queries.report.files import ReportForm

    for kinds in (
        (*ActivityKind, *ActivityState, *Precision, *DecisionKind, *DecisionState, *ImportState, *Asked, *EventRole),
        (*ParticipantState, *Direction, *Level, *StudyKind, *StudyState, *MemberRole, *TeamKind, *ReportForm),
    ):
        yield from (kind.label for kind in kinds)


def _imports() -> Iterable[str]:
    from comity.programme.actions.importing.importable import IMPORTABLE

    for each in IMPORTABLE.values():
        yield each.declaration.many
        for column in each.declaration.columns:
            yield from (column.label, column.help)


def _figures() -> Iterable[str]:
    from comity.programme.queries.measures import MEASURES

    for measure in MEASURES.values():
        yield from (measure.label, measure.says, measure.unit)


def _changes() -> Iterable[str]:
    """What the ledger calls the fields that were changed, and what a page says where somebody else was first."""
    from comity.programme.rules.activity_words import ActivityWords
    from comity.programme.rules.study import StudyWords
    from comity.stateofplay.rules.refusal import ChangedMeanwhile

    for words in (ActivityWords, StudyWords):
        yield from (field.name.replace("_", " ").capitalize() for field in fields(words))
    yield str(ChangedMeanwhile())


def _forms() -> Iterable[str]:
    from comity.kernel.sayable import Sayable
    from comity.web.form import PlainForm

    for name in FORMS:
        for form in vars(import_module(f"comity.web.pages.programme.{name}")).values():
            if not (isclass(form) and issubclass(form, PlainForm) and form is not PlainForm):
                continue
            for field in form.base_fields.values():
                texts = (field.label or "", field.help_text, *field.error_messages.values())
                yield from (
                    text.english if isinstance(text, Sayable) else text for text in texts if isinstance(text, str)
                )
