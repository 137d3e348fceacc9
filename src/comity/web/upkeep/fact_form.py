"""The form of a fact, built from the shape that its pack demands. Says what was answered; judges no fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from comity.kernel import clock
from comity.kernel.words import noted
from comity.upkeep.queries.fact import FactAt
from comity.upkeep.rules.difference import ABSENT, Change
from comity.upkeep.rules.facts import Verb, added, corrected, ended, followed, removed
from comity.upkeep.rules.shape import FieldShape, made
from comity.web.form import PlainForm, dress
from comity.web.upkeep.fact_field import Choices, fact_field

_PREFIX = "fact_"
_CONFIRMED = ("at", "checked", "confidence", "verify_by")


class FactForm(PlainForm):
    """What `verb` needs to know of the fact, then why."""

    reason = forms.CharField(
        label=noted("Why"),
        max_length=2000,
        help_text=noted("A sentence for the reviewer. The public history keeps it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    base = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(
        self,
        fact: FactAt,
        verb: Verb,
        sources: Choices,
        data: Any = None,
        after: Mapping[str, Any] | None = None,
        reason: str = "",
    ) -> None:
        super().__init__(data, initial={"base": fact.base, "reason": reason})
        self.fact, self.verb = fact, verb
        self.asked = tuple(shape for shape in fact.shapes if _is_asked(shape, verb))
        given = after if after is not None else _begun(fact, verb)
        for shape in self.asked:
            field = fact_field(shape, sources, given.get(shape.name))
            if verb in {Verb.END, Verb.FOLLOW} and shape.name == {Verb.END: "to", Verb.FOLLOW: "from"}[verb]:
                field.required = True
            dress(field)
            self.fields[_PREFIX + shape.name] = field
        self.order_fields([name for name in self.fields if name.startswith(_PREFIX)])

    @property
    def changes(self) -> tuple[Change, ...]:
        """What the answers change, of the version `fact` is of."""
        path, before = self.fact.place.path, self.fact.before
        given = {shape.name: self.cleaned_data[_PREFIX + shape.name] for shape in self.asked}
        if self.verb is Verb.REMOVE:
            return removed(path, before)
        if self.verb is Verb.END:
            return ended(path, before, given["to"].isoformat())
        after = made(self.asked, given, {} if before is ABSENT else before)
        if self.verb is Verb.ADD:
            return added(path, after, self.fact.whole)
        return followed(path, before, after) if self.verb is Verb.FOLLOW else corrected(path, before, after)

    def refuse(self, path: tuple[str | int, ...], sentence: str, pack: str) -> None:
        """Put what is wrong beside the field that it is about, or above all where it is about none."""
        own = self.fact.place.path
        steps = [str(step) for step in path[len(own) :]] if path[: len(own) - 1] == own[:-1] else []
        name = next((_PREFIX + step for step in steps if _PREFIX + step in self.fields), None)
        where = "" if name else f"{'.'.join(map(str, path))}: " if pack == self.fact.place.pack else f"{pack}: "
        self.add_error(name, where + sentence)


def _is_asked(shape: FieldShape, verb: Verb) -> bool:
    if verb is Verb.CONFIRM:
        return shape.name in _CONFIRMED
    if verb is Verb.END:
        return shape.name == "to"
    return verb is not Verb.REMOVE


def _begun(fact: FactAt, verb: Verb) -> Mapping[str, Any]:
    """What the form starts from: what stands there, but nobody has compared what is new with its source yet."""
    today = clock.today().isoformat()
    if fact.before is ABSENT:
        return {**{shape.name: shape.default for shape in fact.shapes}, "checked": today}
    if verb is Verb.CONFIRM:
        return {**fact.before, "checked": today, "verify_by": None}
    if verb is Verb.FOLLOW:
        unsaid = {"from": None, "to": None, "observed": None, "source": "", "at": "", "note": "", "verify_by": None}
        return {**fact.before, **unsaid, "checked": today, "confidence": ""}
    return fact.before if isinstance(fact.before, Mapping) else {}
