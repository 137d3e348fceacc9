"""The start of three other actions: the shift that they are about, held until they are done."""

from __future__ import annotations

from comity.kernel.words import say
from comity.people.models.shift import Shift
from comity.people.rules.refusal import Refused


def find_shift(number: int) -> Shift:
    """The shift of this number, locked to the end of the transaction. Raises Refused where there is none."""
    shift = Shift.objects.select_for_update(of=("self",), no_key=True).select_related("user").filter(pk=number).first()
    if shift is None:
        raise Refused("shift", say("This shift is not on the roster any more. Perhaps somebody cancelled it."))
    return shift
