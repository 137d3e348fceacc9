"""What must be said with each step of handling a request. Page, API and checks are made from these declarations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from comity.casework.rules.blocks.data import DATA
from comity.casework.rules.blocks.missing import MISSING_ITEMS
from comity.casework.rules.fields import OPTIONAL, REQUIRED, Choice, FieldSpec, Shape
from comity.casework.rules.forged import misfit
from comity.casework.rules.gap import Gap
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import Refused
from comity.casework.rules.shapes import blank, trouble
from comity.kernel.words import say

VERIFIED = "verified"
NOT_VERIFIED = "not-verified"
NO_GROUND = Choice("", "The law on this node lists no ground")


def fields_of(step: Step, grounds: Sequence[Choice] = (), *, closed: bool = True) -> tuple[FieldSpec, ...]:
    """The fields of a step; `grounds` is the closed list of this request's article, for refusing and postponing.

    Where it is not `closed`, a provider was asked: it may decline for reasons of its own, and nobody need consult.
    """
    fields = _FIELDS.get(step, ())
    if step not in {Step.REFUSE, Step.POSTPONE}:
        return fields
    if closed:
        return (_ground(step, tuple(grounds)), *fields)
    own = tuple(spec for spec in fields if spec.name != "consulted")
    return (_ground_of_the_party(tuple(grounds)), *own) if grounds else own


def answered(fields: Sequence[FieldSpec], answers: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The answers that say something, checked. Raises Refused: unknown field, missing answer, or one out of shape."""
    known = {spec.name: spec for spec in fields}
    gaps = [
        Gap(
            str(name)[:60],
            str(name)[:60],
            say("“{name}” is not asked for in this step. Leave it out.", name=str(name)[:60]),
            "",
        )
        for name in answers
        if name not in known
    ]
    gaps += [
        Gap(spec.name, spec.label, text, spec.article) for spec in fields if (text := _fault(spec, answers, today))
    ]
    if gaps:
        raise Refused(*gaps)
    return {spec.name: _tidy(answers[spec.name]) for spec in fields if not blank(answers.get(spec.name))}


def _fault(spec: FieldSpec, answers: Mapping[str, Any], today: date) -> str:
    value = answers.get(spec.name)
    if value is None or (not isinstance(value, dict | list) and blank(value)):
        return say(spec.missing) if spec.requirement.applies(answers) else ""
    return misfit(spec, value) or (say(spec.missing) if blank(value) else trouble(spec, value, today))


def _tidy(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _words(
    name: str, label: str, help_: str, article: str, *, required: bool = False, shape: Shape = Shape.LONG_TEXT
) -> FieldSpec:
    return FieldSpec(
        name=name,
        label=label,
        help=help_,
        article=article,
        shape=shape,
        max_length=200 if shape is Shape.TEXT else 4000,
        missing=f"{label}: nothing is written here. Write a few words.",
        requirement=REQUIRED if required else OPTIONAL,
    )


def _ground(step: Step, grounds: tuple[Choice, ...]) -> FieldSpec:
    verb = "refuse" if step is Step.REFUSE else "postpone"
    return FieldSpec(
        name="ground",
        label="Ground",
        help="One of the grounds that are listed; there are no others.",
        article="",
        shape=Shape.CHOICE,
        choices=grounds or (NO_GROUND,),
        requirement=REQUIRED,
        missing=f"No ground is chosen. A request can be {verb}d only on a ground of its article: choose one.",
    )


def _ground_of_the_party(grounds: tuple[Choice, ...]) -> FieldSpec:
    return FieldSpec(
        name="ground",
        label="Ground of the provider's Party",
        help="Only where its Party told the provider not to disclose. A provider that declines by itself needs none.",
        article="",
        shape=Shape.CHOICE,
        choices=grounds,
    )


def _reference(article: str) -> FieldSpec:
    return _words(
        "their_reference",
        "Their ticket or reference number",
        "As the other side writes it; follow-ups will quote it.",
        article,
        shape=Shape.TEXT,
    )


_OWED = "In words, so that the other side understands, and may mend its request."
_NOTE = _words("note", "Note", "Whatever a colleague should know.", "")
_OUTCOME = FieldSpec(
    name="outcome",
    label="Outcome",
    help="Whether there were data.",
    article="Article 27(7)",
    shape=Shape.CHOICE,
    choices=(Choice("given", "Data or assistance given"), Choice("no-data", "There were no data")),
    requirement=REQUIRED,
    missing="Nothing says how it ended. Choose one of the two.",
)
_DATA_GIVEN = FieldSpec(
    name="data", label="Data given", help="Kinds of data.", article="", shape=Shape.CHOICES, choices=DATA
)

_FIELDS: dict[Step, tuple[FieldSpec, ...]] = {
    Step.ACKNOWLEDGE: (_reference("T-CY(2013)17, recommendation 9"), _NOTE),
    Step.ASK: (
        FieldSpec(
            name="missing",
            label="What is missing",
            help="Tick everything: asking once is quicker than asking twice.",
            article="T-CY(2013)17, recommendation 12",
            shape=Shape.CHOICES,
            choices=MISSING_ITEMS,
            requirement=REQUIRED,
            missing="Nothing says what is missing. Tick at least one item.",
        ),
        _words("words", "In words", "What exactly, so that the other side can act at once.", ""),
    ),
    Step.COMPLETE: (_NOTE,),
    Step.CONSULT: (
        _words(
            "about", "What about", "For example “keeping it confidential may fail”.", "Article 29(6)", required=True
        ),
    ),
    Step.RESUME: (_NOTE,),
    Step.FORWARD: (
        _words(
            "authority",
            "Competent authority",
            "To whom it goes. The list offers those that the atlas knows.",
            "Article 27(9)(c)",
            required=True,
            shape=Shape.TEXT,
        ),
        FieldSpec(
            name="informed",
            label="The requesting authority is told directly that it was forwarded",
            help="Whoever asked must know who has the request now.",
            article="Article 27(9)(c)",
            shape=Shape.YES_NO,
            requirement=REQUIRED,
            missing="Whoever asked must be told where the request went. Tell them, then tick this.",
        ),
    ),
    Step.SERVE: (
        _words(
            "provider",
            "Provider served",
            "The legal name of the entity on which the order was served.",
            "Article 8(6), CETS 224",
            required=True,
            shape=Shape.TEXT,
        ),
        _words("manner", "How it was served", "For example “through its portal”.", "", shape=Shape.TEXT),
        _NOTE,
    ),
    Step.CALL_BACK: (
        FieldSpec(
            name="result",
            label="Result",
            help="Call the number in a directory you trust, never one that came with the request.",
            article="",
            shape=Shape.CHOICE,
            choices=(
                Choice(VERIFIED, "They confirm the request"),
                Choice(NOT_VERIFIED, "They do not know it, or could not be reached"),
            ),
            requirement=REQUIRED,
            missing="Nothing says what the call-back showed. Choose one of the two.",
        ),
        _words(
            "number_from",
            "Where the number came from",
            "For example “24/7 directory, checked today”.",
            "",
            required=True,
            shape=Shape.TEXT,
        ),
        _words("spoken_with", "Spoken with", "The function, not the name.", "", shape=Shape.TEXT),
    ),
    Step.CONDITION: (
        _words(
            "condition",
            "Condition or limit of use",
            "For example “only for the proceedings named in the request”.",
            "Article 28(2)",
            required=True,
        ),
    ),
    Step.PRESERVE: (
        FieldSpec(
            name="until",
            label="Preserved until",
            help="The last day, as the other side or the order says. Leave it empty if nobody said.",
            article="Article 29(7)",
            shape=Shape.DATE,
        ),
        _reference(""),
        _NOTE,
    ),
    Step.GIVE_PART: (
        replace(
            _DATA_GIVEN,
            help="Their period ends; that of the others goes on.",
            requirement=REQUIRED,
            missing="Nothing says which data were given. Tick at least one kind.",
        ),
        _words("given", "What was given", "Briefly.", ""),
        _words("rest", "What is to follow", "And when, if it can be said.", ""),
    ),
    Step.EXECUTE: (_OUTCOME, _DATA_GIVEN, _words("given", "What was given", "Briefly.", "")),
    Step.EXECUTE_PARTLY: (
        _DATA_GIVEN,
        _words("given", "What was given", "Briefly.", "Article 27(6)", required=True),
        _words("not_given", "What was not, and why", "Briefly.", "Article 27(7)", required=True),
    ),
    Step.REFUSE: (
        _words("reason", "Reasons", _OWED, "Article 27(7)", required=True),
        FieldSpec(
            name="consulted",
            label="The other side was consulted, and partial or conditional execution considered",
            help="Both come before a refusal.",
            article="Article 27(6)",
            shape=Shape.YES_NO,
        ),
    ),
    Step.POSTPONE: (
        _words("reason", "Reasons", _OWED, "Article 27(7)", required=True),
        FieldSpec(name="until", label="Until", help="If it can be said.", article="Article 27(5)", shape=Shape.DATE),
    ),
    Step.WITHDRAW: (_words("reason", "Reason", "Why it is no longer needed.", "", required=True),),
}
