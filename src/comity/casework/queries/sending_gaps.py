"""What stops a request from being sent, or would better it: in its fields, and in what goes along with it."""

from __future__ import annotations

from datetime import date

from comity.casework.models.request import Request
from comity.casework.queries.going_along import GoingAlong, going_along
from comity.casework.queries.offered_kind import offered_kind
from comity.casework.queries.request_letter import letter_of
from comity.casework.rules.bundle.gaps import FIELD, NOTHING, Beside, waiting
from comity.casework.rules.direction import Direction
from comity.casework.rules.gap import Gap
from comity.casework.rules.gate import check
from comity.casework.rules.transitions import State
from comity.documents.queries.preview import draft_pdf
from comity.documents.rules.letter import Letter
from comity.documents.rules.printable import NotPrintable, check_printable, is_common

_BEFORE_SIGNATURE = frozenset({State.DRAFT, State.IN_REVIEW, State.APPROVED})


def gaps_of(request: Request, today: date) -> tuple[Gap, ...]:
    """What stops it, in the order of the form, what goes along with it last. `today` as in `gate.check`."""
    own = check(offered_kind(request), request.said_content, today)
    along = going_along(request)
    if gaps := (*own, *waiting(along.orders).gaps):
        return gaps
    letter = letter_of(request, "", today, along)
    return (_on_paper(letter) if along.attachments else ()) or _by_the_fonts(letter)


def beside_of(request: Request, along: GoingAlong) -> Beside:
    """What goes along with it and stops or would better it; nothing once it is signed, and for what arrived."""
    if request.direction == Direction.INCOMING or State(request.state) not in _BEFORE_SIGNATURE:
        return NOTHING
    return waiting(along.orders)


def _on_paper(letter: Letter) -> tuple[Gap, ...]:
    try:
        check_printable(letter)
    except NotPrintable as problem:
        return (Gap(FIELD, "Attachments", str(problem), ""),)
    return ()


def _by_the_fonts(letter: Letter) -> tuple[Gap, ...]:
    """A sign that no font has, found by setting the letter: only where one is unusual, since that takes a moment."""
    try:
        if not is_common(letter):
            draft_pdf(letter)
    except NotPrintable as problem:
        return (Gap("", "Letter", str(problem), ""),)
    return ()
