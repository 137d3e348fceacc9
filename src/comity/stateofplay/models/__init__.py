"""What the node keeps of the state of play: assessments with their answers, and what follows from them."""

from comity.stateofplay.models.amendment import Amendment
from comity.stateofplay.models.amendment_step import AmendmentStep
from comity.stateofplay.models.answer import Answer
from comity.stateofplay.models.assessment import Assessment
from comity.stateofplay.models.follow_up import FollowUp

__all__ = ["Amendment", "AmendmentStep", "Answer", "Assessment", "FollowUp"]
