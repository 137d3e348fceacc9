"""What a provider may disclose or keep of its own free will: as its policy says, which the packs must record first."""

from __future__ import annotations

from comity.atlas.rules.law import Law
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.channels import Channel
from comity.kernel.answer import Answer
from comity.kernel.sayable import sayable
from comity.kernel.words import noted
from comity.routes.rules.compose import route
from comity.routes.rules.part import Part, Step
from comity.routes.rules.question import Question
from comity.routes.rules.reason import Missing, Reason
from comity.routes.rules.route import Route

MEASURES = frozenset({Measure.PRESERVE, Measure.SUBSCRIBER, Measure.TRAFFIC, Measure.EMERGENCY_DISCLOSURE})
"""What providers are known to consider without an order of their own State."""


def voluntary(law: Law, question: Question) -> Route:
    """The route to the provider itself; unknown until the provider and its policy are known."""
    reason = Reason(Answer.UNKNOWN, noted("Whether a provider acts on a foreign request depends on its policy."))
    missing = Missing(
        noted("which provider holds the data, and its policy"), noted("the provider’s guide for law enforcement")
    )
    steps = (
        Step(question.requester, noted("Investigating authority"), noted("asks the provider’s law enforcement desk")),
        Step(
            question.requested,
            noted("Service provider"),
            noted("decides under its policy and its own law"),
            "",
            "",
            known=False,
        ),
    )
    part = Part((reason,), missing=(missing,), steps=steps)
    return route(law, Channel.PROVIDER, title(law), (part,))


def title(law: Law) -> str:
    """What the way is called."""
    return sayable("{channel}, by its policy", channel=sayable(law.channels[Channel.PROVIDER].label))
