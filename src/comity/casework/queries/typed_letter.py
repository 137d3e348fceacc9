"""The letter as it would say what stands in a form at this moment, over what is saved. Saves nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.casework.queries.going_along import going_along
from comity.casework.queries.letter_languages import LetterLanguages, languages_for
from comity.casework.queries.request_letter import letter_of
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.content import from_form
from comity.casework.rules.direction import Direction
from comity.casework.rules.letter_languages import chosen_in
from comity.casework.rules.registry import kind
from comity.casework.rules.translations import spec_of
from comity.documents.rules.letter import Letter
from comity.kernel import clock
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class Typed:
    """The letter, and its languages beside those that the other side accepts."""

    letter: Letter
    languages: LetterLanguages


def typed_letter(user: User, reference: str, posted: Mapping[str, Sequence[str]]) -> Typed:
    """`posted` is the form's lists of values. Raises NotFound, for a request that others wrote too."""
    rows = visible_requests(user).filter(direction=Direction.OUTGOING.value, document=None)
    request = request_of(rows.select_related("follows__follows"), reference)
    request.languages = chosen_in(posted) or request.languages
    declared = kind(request.kind)
    typed = from_form(declared, posted)
    request.content = {**request.content, **{name: typed[name] for name in typed if spec_of(declared, name)}}
    along = going_along(request)
    return Typed(letter_of(request, "", clock.today(user.zone), along), languages_for(request, along))
