"""Which time-stamp authority this node asks: the one its settings name, the built-in test authority, or none."""

from __future__ import annotations

from django.conf import settings
from pyhanko_certvalidator import ValidationContext

from comity.documents.adapters.asking.revocation import Asking
from comity.documents.adapters.keys.node_key import NodeKey
from comity.documents.adapters.timestamps.time_authority import NoTimeStamp, TimeAuthority
from comity.documents.adapters.timestamps.time_test_authority import InProcessTimeStamper, time_test_stamper

Stamper = TimeAuthority | InProcessTimeStamper


def time_stamper(own: NodeKey, context: ValidationContext, asking: Asking | None) -> Stamper:
    """Raises NoTimeStamp where the node has none."""
    env = settings.ENV
    if env.timestamps == "none":
        raise NoTimeStamp("This node has no time-stamp authority: the administrator names one in COMITY_TIMESTAMPS.")
    if env.timestamps == "test":
        return time_test_stamper(env.home, own, country=str(env.country), organisation=env.organisation)
    return TimeAuthority(env.timestamps, context, asking)
