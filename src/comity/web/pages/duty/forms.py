"""The forms of the phone log and of test calls: what a field looks like. Whether it is right, casework says."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import Any

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.rules.duty.calls import LONGEST_FUNCTION, LONGEST_SUMMARY, CallChannel, CallDirection
from comity.casework.rules.duty.ping import PingResult
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.access import Person
from comity.web.components.choices import Grouped
from comity.web.components.countries import all_countries
from comity.web.components.moments import place_of
from comity.web.form import PlainForm

_DEFAULT = "Duty officer"


class MomentField(forms.Field):
    """A moment on the reader's clock, to the minute; one that states its own offset keeps it."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    zone: tzinfo = UTC

    def to_python(self, value: Any) -> datetime | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            moment = parse_datetime(text)
        except ValueError:
            moment = None
        if moment is None:
            raise forms.ValidationError(say("This is not a day and a time. Write them as 2026-05-01 03:10."))
        return moment if moment.tzinfo else moment.replace(tzinfo=self.zone)


class QuickForm(PlainForm):
    """A form that shows few fields; the others have a value already, and stand behind a fold."""

    quick: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def quick_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.quick]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.more]

    @property
    def opened(self) -> bool:
        """Whether the fold must be open: something in it is wrong."""
        return any(name in self.errors for name in self.more)


class CallForm(QuickForm):
    """Three fields to fill."""

    country = forms.ChoiceField(
        label=gettext_lazy("Country"),
        help_text=gettext_lazy("Type its first letters."),
        error_messages={
            "required": gettext_lazy("Nothing says which country it was. Choose it; type its first letters.")
        },
    )
    spoken_with = forms.CharField(
        label=gettext_lazy("Spoken with"),
        max_length=LONGEST_FUNCTION,
        initial=_DEFAULT,
        help_text=gettext_lazy("The function, not the name."),
        error_messages={
            "required": gettext_lazy("Nothing says with whom. Write the function, for example “duty officer”.")
        },
    )
    summary = forms.CharField(
        label=gettext_lazy("What was said"),
        max_length=LONGEST_SUMMARY,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("As you noted it. Identifiers in it are recognised later."),
        error_messages={"required": gettext_lazy("Nothing is written here. Write down what was said.")},
    )
    urgent = forms.BooleanField(required=False, label=gettext_lazy("Urgent: hours matter"))
    direction = forms.ChoiceField(
        label=gettext_lazy("Who called"),
        choices=lambda: [(way.value, said(way.label)) for way in CallDirection],
        required=False,
    )
    channel = forms.ChoiceField(
        label=gettext_lazy("By what means"),
        choices=lambda: [(channel.value, said(channel.label)) for channel in CallChannel],
        required=False,
    )
    at = MomentField(required=False, label=gettext_lazy("When"))
    request_reference = forms.CharField(
        required=False,
        max_length=30,
        label=gettext_lazy("About our request"),
        help_text=gettext_lazy("Its reference, if it is about one."),
    )

    quick = ("country", "spoken_with", "summary", "urgent")
    more = ("direction", "channel", "at", "request_reference")

    def __init__(self, *args: Any, reader: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_countries(self)
        _on_the_clock_of(self, reader)

    def answers(self) -> dict[str, Any]:
        """What `log_call` takes."""
        given = dict(self.cleaned_data)
        return given | {
            "direction": given["direction"] or CallDirection.THEY_CALLED,
            "channel": given["channel"] or CallChannel.TELEPHONE,
        }


class PingForm(QuickForm):
    """A test call that was made."""

    country = forms.ChoiceField(
        label=gettext_lazy("Country"), error_messages={"required": gettext_lazy("Choose the country that you called.")}
    )
    result = forms.ChoiceField(
        label=gettext_lazy("Result"),
        choices=lambda: [(result.value, said(result.label)) for result in PingResult],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Nothing says what came of it. Choose the result.")},
    )
    minutes = forms.IntegerField(
        required=False,
        label=gettext_lazy("Minutes to the answer"),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("Where somebody answered. 0: at once."),
        error_messages={"invalid": gettext_lazy("Give whole minutes.")},
    )
    authority_id = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Point of contact"),
        help_text=gettext_lazy("As the atlas names it; numbers stay in your directory."),
    )
    channel = forms.ChoiceField(
        label=gettext_lazy("By what means"),
        choices=lambda: [(channel.value, said(channel.label)) for channel in CallChannel],
    )
    at = MomentField(required=False, label=gettext_lazy("When"))
    note = forms.CharField(
        required=False,
        label=gettext_lazy("Note"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("No numbers, no names."),
    )

    quick = ("country", "authority_id", "result", "minutes")
    more = ("channel", "at", "note")

    def __init__(self, *args: Any, reader: Person, points: Grouped, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_countries(self)
        known = self.fields["authority_id"]
        assert isinstance(known, forms.ChoiceField)  # noqa: S101  as declared above
        known.choices = [("", say("Not one that the atlas names")), *points]
        known.error_messages["invalid_choice"] = say("The atlas knows no such authority there. Choose from the list.")
        _on_the_clock_of(self, reader)


def _offer_countries(form: forms.Form) -> None:
    field = form.fields["country"]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  as both forms declare it
    field.choices = [("", say("Choose a country")), *all_countries(node_snapshot())]
    field.error_messages["invalid_choice"] = say("This is no country of the list. Choose one.")


def _on_the_clock_of(form: forms.Form, reader: Person) -> None:
    field = form.fields["at"]
    assert isinstance(field, MomentField)  # noqa: S101  as both forms declare it
    field.zone = reader.zone
    field.help_text = say("Left empty: now. In the time of {place}.", place=place_of(reader.zone))
