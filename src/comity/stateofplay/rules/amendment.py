"""The way of a draft amendment from the first words to the law in force, and what each step needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.people.rules.refusal import Refused
from comity.people.rules.texts import check_text

LONGEST = 20_000
SHORT = 200


class AmendmentState(StrEnum):
    """Where a draft amendment is."""

    DRAFT = "draft"
    IN_CONSULTATION = "in-consultation"
    BEFORE_PARLIAMENT = "before-parliament"
    ADOPTED = "adopted"
    IN_FORCE = "in-force"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def next(self) -> tuple[AmendmentState, ...]:
        """Where it can go from here. Parliament and consultation may send a text back; what was dropped may return."""
        return _NEXT[self]

    @property
    def is_open(self) -> bool:
        """Whether the text is still on its way."""
        return self not in {AmendmentState.IN_FORCE, AmendmentState.DROPPED}


_S = AmendmentState
_LABELS: Mapping[AmendmentState, str] = {
    _S.DRAFT: noted("draft"),
    _S.IN_CONSULTATION: noted("in consultation"),
    _S.BEFORE_PARLIAMENT: noted("before parliament"),
    _S.ADOPTED: noted("adopted"),
    _S.IN_FORCE: noted("in force"),
    _S.DROPPED: noted("dropped"),
}
_NEXT: Mapping[AmendmentState, tuple[AmendmentState, ...]] = {
    _S.DRAFT: (_S.IN_CONSULTATION, _S.BEFORE_PARLIAMENT, _S.DROPPED),
    _S.IN_CONSULTATION: (_S.BEFORE_PARLIAMENT, _S.DRAFT, _S.DROPPED),
    _S.BEFORE_PARLIAMENT: (_S.ADOPTED, _S.IN_CONSULTATION, _S.DRAFT, _S.DROPPED),
    _S.ADOPTED: (_S.IN_FORCE, _S.DROPPED),
    _S.IN_FORCE: (),
    _S.DROPPED: (_S.DRAFT,),
}
LADDER = (_S.DRAFT, _S.IN_CONSULTATION, _S.BEFORE_PARLIAMENT, _S.ADOPTED, _S.IN_FORCE)


class NotNow(Exception):
    """The amendment is not where this step begins. The text says what can be done instead."""


def check_step(
    here: AmendmentState, to: AmendmentState, day: date, *, last: date, today: date, remark: str, source: str
) -> None:
    """Raises NotNow for a step that does not lead on from here; Refused for a day before the last step or yet to come,
    a drop without reason, an adoption or entry into force without source."""
    if to not in here.next:
        raise NotNow(_not_next(here, to))
    if day > today:
        raise Refused("day", say("This day is yet to come. Note the step once it has been taken."))
    if day < last:
        raise Refused("day", say("The step before was on {day}. This one cannot be earlier.", day=last.isoformat()))
    check_text("remark", remark, LONGEST)
    check_text("source", source, LONGEST)
    if to is _S.DROPPED and not remark.strip():
        raise Refused("remark", say("Say why it is dropped."))
    if to in {_S.ADOPTED, _S.IN_FORCE} and not source.strip():
        raise Refused("source", say("Name where this is published: the official journal, with number and date."))


def _not_next(here: AmendmentState, to: AmendmentState) -> str:
    named, wanted = said(here.label), said(to.label)
    if not here.next:
        return say(
            "A text that is “{here}” cannot be “{wanted}” next. What can follow: nothing: it is the law.",
            here=named,
            wanted=wanted,
        )
    return say(
        "A text that is “{here}” cannot be “{wanted}” next. What can follow: {ways}.",
        here=named,
        wanted=wanted,
        ways=", ".join(said(state.label) for state in here.next),
    )


def may_edit(state: AmendmentState) -> None:
    """Raises NotNow unless the text is still on its way."""
    if not state.is_open:
        raise NotNow(
            say("This text is {state} and stays as it is. Start another draft to go further.", state=said(state.label))
        )


@dataclass(frozen=True, slots=True)
class AmendmentWords:
    """A working document's own words. `checks` answer, by the id of a model element or a safeguard, whether the draft
    covers it: True, False; what is not in it has not been looked at."""

    missing: str = ""
    wording: str = ""
    bill: str = ""
    remarks: str = ""
    checks: Mapping[str, bool] = field(default_factory=dict)


def checked(words: AmendmentWords, known: frozenset[str]) -> AmendmentWords:
    """The words without stray blanks, the checks of `known` ids only. Raises Refused with the field."""
    for name in ("missing", "wording", "remarks"):
        check_text(name, getattr(words, name), LONGEST)
    check_text("bill", words.bill, SHORT)
    return AmendmentWords(
        words.missing.strip(),
        words.wording.strip(),
        words.bill.strip(),
        words.remarks.strip(),
        {name: bool(said) for name, said in sorted(words.checks.items()) if name in known},
    )
