"""What somebody says of themselves when they register, checked. Holds only what the registration asks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.participation import Asked, EventRole
from comity.programme.rules.registering import LONGEST_INSTITUTION, LONGEST_NAME
from comity.programme.rules.texts import needed, text


@dataclass(frozen=True, slots=True)
class Details:
    """`travel` None: not asked, or not answered."""

    name: str
    institution: str = ""
    country: str = ""
    role: str = ""
    travel: bool | None = None


def checked_details(said: Details, asks: Collection[str], *, consent: bool) -> Details:
    """What is kept: nothing that was not asked. Raises Refused with the field."""
    if not consent:
        raise Refused("consent", say("Without your consent nothing can be kept. Tick the box, or leave the page."))
    name = needed("name", " ".join(said.name.split()), say("Your name is needed."), LONGEST_NAME)
    institution = country = role = ""
    if Asked.INSTITUTION in asks:
        institution = text("institution", said.institution, LONGEST_INSTITUTION)
    if Asked.COUNTRY in asks and said.country:
        try:
            country = str(CountryCode(said.country[:10]))
        except ValueError:
            raise Refused("country", say("This is no country of the list. Choose yours.")) from None
    if Asked.ROLE in asks and said.role:
        if said.role not in set(EventRole):
            raise Refused("role", say("This is no role of the list. Choose yours."))
        role = said.role
    return Details(name, institution, country, role, said.travel if Asked.TRAVEL in asks else None)
