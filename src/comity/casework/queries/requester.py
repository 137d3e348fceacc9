"""Who asks: the node's own authority, as a new draft names it."""

from __future__ import annotations

from django.conf import settings

from comity.casework.queries.zone import country_zone
from comity.casework.rules.prefill import Requester
from comity.people.models.user import User


def requester_for(user: User) -> Requester:
    """The node's country and organisation, with `user` in charge of the request."""
    country = settings.ENV.country
    return Requester(
        country=country,
        organisation=settings.ENV.organisation,
        person=user.display_name,
        zone=country_zone(country),
        email=user.email,
    )
