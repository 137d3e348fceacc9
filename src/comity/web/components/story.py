"""The story of a case or request as moments to draw; edits that follow each other are told once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta, tzinfo
from itertools import groupby

from comity.casework.rules import events, signing_events
from comity.casework.rules.arrival.events import RegistrationCorrected, RequestAmended
from comity.casework.rules.clock_events import ClockRanOut, ReminderRaised
from comity.casework.rules.duty.events import OralRequestConfirmed, OralRequestMade, PhoneCallLogged
from comity.casework.rules.handling import events as handled
from comity.casework.rules.timeline import Told
from comity.kernel.words import say
from comity.web.components.moments import moment_in_words
from comity.web.components.status import Tone
from comity.web.components.timeline import Moment


def story(told: Sequence[Told], *, naming: bool = False, zone: tzinfo = UTC) -> tuple[Moment, ...]:
    """In the order in which things were recorded; with `naming`, each says which request it is about. `zone` is the
    reader's, for what was recorded later than it happened."""
    runs = groupby(told, key=lambda line: (line.subject, line.who, line.name) if _is_edit(line) else id(line))
    return tuple(_moment(list(lines), naming=naming, zone=zone) for _, lines in runs)


def _is_edit(line: Told) -> bool:
    return line.name == events.RequestEdited.name


def _moment(lines: Sequence[Told], *, naming: bool, zone: tzinfo) -> Moment:
    last = lines[-1]
    icon, tone = _LOOKS.get(last.name, ("point", Tone.QUIET))
    sentence = (
        last.sentence
        if len(lines) == 1
        else say("{who} filled in the request, saving {count} times.", who=last.who, count=len(lines))
    )
    about = last.subject.removeprefix("request:") if naming and last.subject.startswith("request:") else ""
    at = last.happened_at or last.at
    note = say("Recorded {moment}.", moment=moment_in_words(last.at, zone, now=last.at)) + " " if _later(last) else ""
    return Moment(at, sentence, about, note=f"{note}{last.reason}".strip(), icon=icon, tone=tone)


def _later(line: Told) -> bool:
    """Whether it was recorded later than it happened."""
    return line.happened_at is not None and line.at - line.happened_at >= timedelta(minutes=5)


_LOOKS = {
    events.CaseOpened.name: ("folder-plus", Tone.QUIET),
    events.CaseMemberAdmitted.name: ("user-check", Tone.QUIET),
    events.CaseNoteAdded.name: ("note", Tone.QUIET),
    events.RequestDrafted.name: ("pencil", Tone.QUIET),
    events.RequestEdited.name: ("pencil", Tone.QUIET),
    events.RequestLanguagesChosen.name: ("message", Tone.QUIET),
    events.RequestSubmitted.name: ("eye", Tone.ACTIVE),
    events.RequestReturned.name: ("arrow-back-up", Tone.CAUTION),
    events.RequestApproved.name: ("checks", Tone.ACTIVE),
    events.RequestSigned.name: ("writing-sign", Tone.GOOD),
    signing_events.RequestLetterSet.name: ("file-type-pdf", Tone.QUIET),
    signing_events.RequestCosigned.name: ("writing-sign", Tone.ACTIVE),
    events.RequestReleased.name: ("mail-forward", Tone.GOOD),
    events.RequestHeld.name: ("alert-triangle", Tone.STOP),
    events.RequestSent.name: ("send", Tone.GOOD),
    events.RequestWithdrawn.name: ("circle-x", Tone.QUIET),
    ReminderRaised.name: ("alarm", Tone.QUIET),
    ClockRanOut.name: ("alarm", Tone.CAUTION),
    PhoneCallLogged.name: ("phone", Tone.QUIET),
    OralRequestMade.name: ("phone", Tone.ACTIVE),
    OralRequestConfirmed.name: ("mail-check", Tone.GOOD),
    handled.RequestRegistered.name: ("inbox", Tone.ACTIVE),
    handled.RequestAcknowledged.name: ("mail-check", Tone.GOOD),
    handled.RequestMoreAsked.name: ("question-mark", Tone.CAUTION),
    handled.RequestCompleted.name: ("check", Tone.GOOD),
    handled.RequestConsulted.name: ("message", Tone.ACTIVE),
    handled.RequestResumed.name: ("refresh", Tone.ACTIVE),
    handled.RequestForwarded.name: ("mail-forward", Tone.ACTIVE),
    handled.RequestServed.name: ("gavel", Tone.ACTIVE),
    handled.CallBackMade.name: ("phone", Tone.ACTIVE),
    handled.UseConditionRecorded.name: ("lock", Tone.CAUTION),
    handled.RequestPreserved.name: ("shield-check", Tone.GOOD),
    handled.RequestPartGiven.name: ("circle-half-2", Tone.ACTIVE),
    handled.RequestExecuted.name: ("circle-check", Tone.GOOD),
    handled.RequestPartlyExecuted.name: ("circle-half-2", Tone.CAUTION),
    handled.RequestRefused.name: ("ban", Tone.STOP),
    handled.RequestPostponed.name: ("hourglass", Tone.CAUTION),
    handled.RequestTakenBack.name: ("circle-x", Tone.QUIET),
    handled.FollowUpMoved.name: ("arrow-right", Tone.QUIET),
    handled.EventCorrected.name: ("history", Tone.CAUTION),
    RequestAmended.name: ("history", Tone.CAUTION),
    RegistrationCorrected.name: ("history", Tone.CAUTION),
}
