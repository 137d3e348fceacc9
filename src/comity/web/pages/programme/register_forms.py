"""The forms by which people register, for themselves. They hold no field that the registration does not ask."""

from __future__ import annotations

from typing import Any

from django import forms

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel.words import say
from comity.programme.queries.registration import OwnView, RegistrationView
from comity.programme.rules.details import Details
from comity.programme.rules.participation import Asked, EventRole
from comity.programme.rules.registering import LONGEST_INSTITUTION, LONGEST_NAME
from comity.web.components.countries import all_countries
from comity.web.form import PlainForm
from comity.web.pages.programme.form_fields import labelled

_ASKED = {"institution": Asked.INSTITUTION, "country": Asked.COUNTRY, "role": Asked.ROLE, "travel": Asked.TRAVEL}


class OwnForm(PlainForm):
    """What somebody says of themselves who has a personal link, and so an address that is known."""

    name = forms.CharField(
        label="Your name", max_length=LONGEST_NAME, help_text="As it shall stand on your certificate."
    )
    institution = forms.CharField(label="Institution", max_length=LONGEST_INSTITUTION, required=False)
    country = forms.ChoiceField(label="Country", required=False)
    role = forms.ChoiceField(
        label="Role at the event",
        required=False,
        choices=lambda: [("", say("Choose")), *labelled(EventRole)],
    )
    travel = forms.ChoiceField(
        label="Do you need travel support?",
        required=False,
        choices=lambda: [("", say("Choose")), ("yes", say("Yes")), ("no", say("No"))],
    )
    consent = forms.BooleanField(required=False)

    def __init__(self, terms: RegistrationView, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        for name, asked in _ASKED.items():
            if asked not in terms.asks:
                del self.fields[name]
        if "country" in self.fields:
            field: Any = self.fields["country"]
            field.choices = [("", say("Choose")), *all_countries(node_snapshot())]
        self.fields["consent"].label = terms.consent

    @property
    def details(self) -> Details:
        """What was said; of what was not asked, nothing."""
        said = self.cleaned_data
        return Details(
            name=said["name"],
            institution=said.get("institution", ""),
            country=said.get("country", ""),
            role=said.get("role", ""),
            travel={"yes": True, "no": False}.get(said.get("travel", "")),
        )


class RegisterForm(OwnForm):
    """What somebody says who has the public link."""

    email = forms.CharField(
        label="E-mail address",
        max_length=254,
        help_text="The organisers write to this address.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ("name", "email", "institution", "country", "role", "travel", "consent")


def said_by(view: OwnView) -> dict[str, Any]:
    """What the form shows of what is kept."""
    travel = {True: "yes", False: "no", None: ""}[view.travel_asked]
    known = {"name": view.name, "institution": view.institution, "country": view.country, "role": view.role}
    return {**known, "travel": travel}
