"""The pages of a country's profile, one beside the other, for the line of links on each of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from comity.kernel.words import noted
from comity.web.atlas.day_form import query
from comity.web.atlas.opened import Opened

PAGES = (
    ("country", noted("How to ask")),
    ("country-legal", noted("Legal profile")),
    ("country-authorities", noted("Authorities")),
    ("country-procedures", noted("Procedures")),
    ("country-practice", noted("Practice")),
)


@dataclass(frozen=True, slots=True)
class ProfileLink:
    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class ProfileNav:
    """The links, the address of the profile on paper, and that of a comparison which begins with this country."""

    links: tuple[ProfileLink, ...]
    paper: str
    compare: str


def profile_nav(opened: Opened, here: str) -> ProfileNav:
    """Links that carry the day, and who asks, along."""
    day = {} if opened.asked.is_today else {"at": opened.asked.day.isoformat()}
    carried = query({**dict(opened.asked.kept), **day})
    return ProfileNav(
        tuple(ProfileLink(label, reverse(name, args=[opened.code]) + carried, name == here) for name, label in PAGES),
        reverse("country-paper", args=[opened.code]) + carried,
        reverse("compare") + query({"countries": opened.code, **day}),
    )
