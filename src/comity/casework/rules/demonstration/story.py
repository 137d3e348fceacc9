"""What a story of the demonstration world is made of: a request of ours or of others, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.handling.table import Step
from comity.casework.rules.transitions import State

MAILBOX = "contact@example.org"
ADDRESS = "1 Example Street, example town"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A step that was recorded `after` so many hours, by the drafter of an outgoing request or by `by`."""

    step: Step
    answers: Mapping[str, Any] = field(default_factory=dict)
    after: int = 1
    by: str = "duty"


@dataclass(frozen=True, slots=True)
class Following:
    """The next ticket of a chain: drafted `after` so many days, with `content` filled in by hand."""

    kind: str
    until: State
    after: int
    content: Mapping[str, Any] = field(default_factory=dict)
    channel: str = "24/7 network, e-mail"
    then: tuple[Recorded, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that goes along with the request: what it is and what stands on it, line by line. A sworn translation is
    one of the paper before it, and certified by `certified_by`."""

    sort: Nature
    title: str
    name: str
    language: str
    lines: tuple[str, ...]
    certified_by: str = ""


@dataclass(frozen=True, slots=True)
class IncomingStory:
    """A request that arrived `hours_ago` in a case of this title, and the `steps` that were taken with it."""

    title: str
    country: str
    kind: str
    content: Mapping[str, Any]
    hours_ago: int
    channel: str
    their_reference: str
    steps: tuple[Recorded, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A case and its one request. `pasted` goes through the wizard, `content` is filled in by hand, `until` is how far
    it came; `days_ago` is when. `returned` is the reason why it went back to draft, `mended` what the drafter changed
    then; `drafter` is a username of the cast. `papers` go along with it.
    Once it is sent, `then` is what the other side did, and `following` the tickets that come after it.
    """

    title: str
    summary: str
    offence: str
    country: str
    pasted: str
    data: tuple[str, ...]
    until: State
    content: Mapping[str, Any] = field(default_factory=dict)
    days_ago: int = 0
    drafter: str = "drafter"
    urgent: bool = False
    restricted: bool = False
    returned: str = ""
    mended: Mapping[str, Any] = field(default_factory=dict)
    channel: str = ""
    assistance_in: int = 0
    papers: tuple[Paper, ...] = ()
    then: tuple[Recorded, ...] = ()
    following: tuple[Following, ...] = ()

    def filled(self, today: date) -> dict[str, Any]:
        """The content as it stands on `today`, the day of the story."""
        expected = {}
        if self.assistance_in:
            expected = {"assistance_expected": (today + timedelta(days=self.assistance_in)).isoformat()}
        return {"requesting_email": MAILBOX, "requesting_address": ADDRESS, **self.content, **expected}
