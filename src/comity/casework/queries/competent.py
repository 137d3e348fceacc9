"""Which authority of a country the atlas names for a kind of request, by the way that leads to central authorities."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from comity.atlas.queries.country import exists
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.channels import Channel
from comity.casework.rules.declaration import Addressee, Kind, Lifecycle
from comity.kernel.country import CountryCode
from comity.routes.queries.plan import plan_view
from comity.routes.rules.question import Question
from comity.routes.rules.route import Status


def goes_elsewhere(kind: Kind, earlier: Kind) -> bool:
    """Whether `kind` is for another authority than `earlier` was: points of contact preserve, inform and help at night,
    central authorities receive requests for mutual assistance (Articles 27(2) and 35, Convention on Cybercrime)."""
    return _assistance(kind) and not _assistance(earlier)


def authorities_of(country: CountryCode, day: date) -> tuple[str, ...]:
    """Names of the country's authorities that the atlas knows of and that are not known to have ceased, by name."""
    pack = node_snapshot().countries.get(country)
    return tuple(sorted({one.name for one in pack.authorities if exists(one, day)})) if pack else ()


def _assistance(kind: Kind) -> bool:
    asks = kind.lifecycle is Lifecycle.REQUEST and kind.addressee is Addressee.AUTHORITY
    return asks and not kind.preserves and not kind.emergency


def competent_for(kind: Kind, country: CountryCode, day: date) -> str:
    """Its name; empty where the atlas knows no open way to one, or names nobody."""
    snapshot = node_snapshot()
    plan = plan_view(snapshot, Question(settings.ENV.country, country, Measure(kind.measures[0]), day))
    ways = (route for route in plan.routes if route.channel == Channel.CENTRAL and route.status != Status.CLOSED)
    identity = next((route.authority for route in ways if route.authority), "")
    pack = snapshot.countries.get(country)
    return next((one.name for one in pack.authorities if one.id == identity), "") if pack and identity else ""
