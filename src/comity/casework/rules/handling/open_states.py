"""The states in which somebody still owes something: what a list calls open. Derived, so that it cannot disagree."""

from __future__ import annotations

from comity.casework.rules.handling.table import ENDED
from comity.casework.rules.transitions import State

OPEN_STATES = tuple(state.value for state in State if state not in ENDED)
"""In the order of `State`; an index of requests holds exactly these."""
