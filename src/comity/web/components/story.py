"""The story of a case or request as moments to draw; edits that follow each other are told once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from comity.casework.rules import events
from comity.casework.rules.duty.events import OralRequestMade, PhoneCallLogged
from comity.casework.rules.timeline import Told
from comity.web.components.status import Tone
from comity.web.components.timeline import Moment


def story(told: Sequence[Told], *, naming: bool = False) -> tuple[Moment, ...]:
    """In the order in which things happened; with `naming`, each says which request it is about."""
    runs = groupby(told, key=lambda line: (line.subject, line.who, line.name) if _is_edit(line) else id(line))
    return tuple(_moment(list(lines), naming=naming) for _, lines in runs)


def _is_edit(line: Told) -> bool:
    return line.name == events.RequestEdited.name


def _moment(lines: Sequence[Told], *, naming: bool) -> Moment:
    last = lines[-1]
    icon, tone = _LOOKS.get(last.name, ("point", Tone.QUIET))
    sentence = last.sentence if len(lines) == 1 else f"{last.who} filled in the request, saving {len(lines)} times."
    about = last.subject.removeprefix("request:") if naming and last.subject.startswith("request:") else ""
    return Moment(last.at, sentence, about, note=last.reason, icon=icon, tone=tone)


_LOOKS = {
    events.CaseOpened.name: ("folder-plus", Tone.QUIET),
    events.CaseMemberAdmitted.name: ("user-check", Tone.QUIET),
    events.CaseNoteAdded.name: ("note", Tone.QUIET),
    events.RequestDrafted.name: ("pencil", Tone.QUIET),
    events.RequestEdited.name: ("pencil", Tone.QUIET),
    events.RequestSubmitted.name: ("eye", Tone.ACTIVE),
    events.RequestReturned.name: ("arrow-back-up", Tone.CAUTION),
    events.RequestApproved.name: ("checks", Tone.ACTIVE),
    events.RequestSigned.name: ("writing-sign", Tone.GOOD),
    events.RequestReleased.name: ("mail-forward", Tone.GOOD),
    events.RequestHeld.name: ("alert-triangle", Tone.STOP),
    events.RequestSent.name: ("send", Tone.GOOD),
    events.RequestWithdrawn.name: ("circle-x", Tone.QUIET),
    PhoneCallLogged.name: ("phone", Tone.QUIET),
    OralRequestMade.name: ("phone", Tone.ACTIVE),
}
