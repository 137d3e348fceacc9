"""What the node keeps of the state of play: assessments with their answers, and what follows from them."""

from comity.stateofplay.models.answer import Answer
from comity.stateofplay.models.assessment import Assessment

__all__ = ["Answer", "Assessment"]
