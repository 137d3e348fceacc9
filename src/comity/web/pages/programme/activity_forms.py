"""Forms of an activity: what is said of it, its next state, its confirmation, a document. Rules are the domain's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.kernel.country_words import country_words
from comity.kernel.words import say
from comity.programme.rules.activity import NEXT, ActivityState
from comity.programme.rules.activity_words import ActivityWords
from comity.programme.rules.document_file import KINDS
from comity.web.day_field import day_field
from comity.web.form import PlainForm
from comity.web.pages.programme.form_fields import codes_in, labelled, lines_field, long_field


class ActivityForm(PlainForm):
    """What is said of an activity."""

    title = forms.CharField(label="Title", help_text="What happens, for whom.", max_length=300)
    kind = forms.ChoiceField(label="Kind", choices=lambda: labelled(ActivityKind))
    precision = forms.ChoiceField(
        label="How exactly the time is known",
        choices=lambda: labelled(Precision),
        help_text="Where only months are known, any day of the first and of the last month will do.",
    )
    starts = day_field("First day")
    ends = day_field("Last day", required=False, help_text="Empty: the same day, or month.")
    unconfirmed = forms.BooleanField(label="Unconfirmed: it may not take place", required=False)
    venue = forms.CharField(label="Place", required=False, max_length=200, help_text="Town, or building and town.")
    host = forms.ChoiceField(label="Host country", required=False)
    countries = forms.MultipleChoiceField(
        label="Countries that take part", required=False, widget=forms.CheckboxSelectMultiple
    )
    others = forms.CharField(
        label="Other countries", required=False, max_length=400, help_text="Two letters each: BG RO TR"
    )
    result = forms.ChoiceField(label="Expected result that it serves", required=False)
    shared_with = forms.MultipleChoiceField(
        label="Shared with", required=False, widget=forms.CheckboxSelectMultiple, help_text="Projects that take part."
    )
    teams = forms.MultipleChoiceField(
        label="Teams that are at it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="A team that would be at two activities at once is shown as a conflict.",
    )
    organisers = lines_field("Organisers", "Institutions, one a line. No names of persons.")
    expected = long_field("What it is to bring", 4)
    outcome = long_field("What it brought", 4)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(
        self,
        *,
        hosts: Any,
        region: Iterable[str],
        results: Iterable[tuple[str, str]],
        projects: Sequence[tuple[str, str]],
        teams: Sequence[str],
        words: ActivityWords | None = None,
        version: int = 0,
        data: Any = None,
    ) -> None:
        known = sorted(set(region) | set(words.countries if words else ()))
        super().__init__(data, initial=_initial(words, version) if words else {"countries": [], "precision": "day"})
        self._choose("host", [("", say("Not known, or none")), *hosts])
        self._choose("countries", [(code, country_words(code)) for code in known])
        self._choose("result", [("", say("None")), *((number, f"{number}. {says}"[:120]) for number, says in results)])
        self._choose("shared_with", list(projects))
        self._choose("teams", [(title, title) for title in teams])
        if not projects:
            del self.fields["shared_with"]
        if not teams:
            del self.fields["teams"]

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    @property
    def words(self) -> ActivityWords:
        """What was said, once the form is clean."""
        said = self.cleaned_data
        return ActivityWords(
            title=said["title"],
            kind=ActivityKind(said["kind"]),
            starts=said["starts"],
            ends=said["ends"],
            precision=Precision(said["precision"]),
            unconfirmed=said["unconfirmed"],
            result=said["result"],
            venue=said["venue"],
            host=said["host"],
            countries=(*said["countries"], *codes_in(said["others"])),
            organisers=tuple(said["organisers"].splitlines()),
            shared_with=tuple(said.get("shared_with", ())),
            teams=tuple(said.get("teams", ())),
            expected=said["expected"],
            outcome=said["outcome"],
        )


def _initial(words: ActivityWords, version: int) -> dict[str, Any]:
    return {
        **{name: getattr(words, name) for name in words.__slots__},
        "kind": words.kind.value,
        "precision": words.precision.value,
        "organisers": "\n".join(words.organisers),
        "version": version,
    }


class MoveForm(PlainForm):
    """Which state comes next."""

    state = forms.ChoiceField(label="It is now")
    outcome = long_field("What it brought", 3, "Needed once it is reported.")
    reason = long_field("Why", 2, "Needed where it is cancelled. Everybody can read it.")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, here: ActivityState, version: int, data: Any = None) -> None:
        super().__init__(data, initial={"version": version}, prefix="move")
        field = self.fields["state"]
        if isinstance(field, forms.ChoiceField):
            field.choices = labelled(NEXT[here])


class ConfirmForm(PlainForm):
    """By whom it is confirmed."""

    prefix = "confirm"
    remark = forms.CharField(
        label="By whom", required=False, max_length=200, help_text="The institution, the letter. No names of persons."
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class AttachForm(PlainForm):
    """What the page says beside the file itself, which the template draws: it is taken into memory by the page."""

    title = forms.CharField(label="Title", required=False, max_length=200, help_text="Empty: the file's name.")
    public = forms.BooleanField(label="Everybody may read it", required=False)
    kinds = ", ".join(kind.upper() for kind in KINDS)
