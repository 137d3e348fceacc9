"""The states a reader meets, each with its word, its icon and its tone: never colour alone. Decides no state itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour says; the stylesheet gives each its colours for light and dark."""

    GOOD = "good"
    ACTIVE = "active"
    CAUTION = "caution"
    WARNING = "warning"
    STOP = "stop"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Status:
    """How one state is drawn."""

    word: str
    icon: str
    tone: Tone


def status(state: str) -> Status:
    """How `state` is drawn. Raises LookupError for a state that has no drawing yet: give it one here."""
    found = _STATUSES.get(str(state).replace("_", "-"))
    if found is None:
        raise LookupError(f"The state “{state}” has no word, icon and tone. Add it to comity.web.components.status.")
    return found


def known_states() -> tuple[str, ...]:
    return tuple(_STATUSES)


_ROUTES = {
    "open": Status("Open", "circle-check", Tone.GOOD),
    "open-with-conditions": Status("Open with conditions", "list-check", Tone.CAUTION),
    "conditions": Status("Open with conditions", "list-check", Tone.CAUTION),
    "degraded": Status("Degraded", "trending-down", Tone.WARNING),
    "closed": Status("Closed", "ban", Tone.STOP),
    "unknown": Status("Unknown", "help", Tone.QUIET),
}
_WORDS = {
    "words-reviewed": Status("Reviewed", "circle-check", Tone.GOOD),
    "words-not-reviewed": Status("Not reviewed", "alert-circle", Tone.CAUTION),
}
_REQUESTS = {
    "draft": Status("Draft", "pencil", Tone.QUIET),
    "in-review": Status("In review", "eye", Tone.ACTIVE),
    "returned": Status("Returned for changes", "arrow-back-up", Tone.CAUTION),
    "approved": Status("Approved", "checks", Tone.ACTIVE),
    "signed-off": Status("Signed off", "checks", Tone.GOOD),
    "signed": Status("Signed", "writing-sign", Tone.GOOD),
    "ready": Status("Ready to send", "mail-forward", Tone.GOOD),
    "sent": Status("Sent", "send", Tone.GOOD),
    "received": Status("Received", "inbox", Tone.ACTIVE),
    "more-needed": Status("More information needed", "question-mark", Tone.CAUTION),
    "in-consultation": Status("In consultation", "message", Tone.ACTIVE),
    "postponed": Status("Postponed", "hourglass", Tone.CAUTION),
    "forwarded": Status("Forwarded", "mail-forward", Tone.ACTIVE),
    "partly-executed": Status("Partly executed", "circle-half-2", Tone.CAUTION),
    "acknowledged": Status("Acknowledged", "mail-check", Tone.GOOD),
    "executed": Status("Executed", "circle-check", Tone.GOOD),
    "refused": Status("Refused", "ban", Tone.STOP),
    "withdrawn": Status("Withdrawn", "circle-x", Tone.QUIET),
}
_ANSWERS = {
    "yes": Status("Yes", "check", Tone.GOOD),
    "no": Status("No", "x", Tone.STOP),
}
_POWERS = {
    "full": Status("Full", "circle-check", Tone.GOOD),
    "partial": Status("Partial", "circle-half-2", Tone.CAUTION),
    "none": Status("None", "circle-x", Tone.STOP),
}
_STANDINGS = {
    "party": Status("Party", "circle-check", Tone.GOOD),
    "signatory": Status("Signatory", "signature", Tone.CAUTION),
    "suspended": Status("Suspended or left", "ban", Tone.STOP),
    "not-party": Status("Not a Party", "circle-x", Tone.QUIET),
    "disputed": Status("Sources disagree", "scale", Tone.WARNING),
}
_FRESHNESS = {
    "fresh": Status("Fresh", "circle-check", Tone.GOOD),
    "ageing": Status("Ageing", "hourglass", Tone.CAUTION),
    "stale": Status("Stale", "hourglass-off", Tone.WARNING),
}
_ASKING = {
    "direct": Status("Direct", "send", Tone.GOOD),
    "through-state": Status("By MLA", "gavel", Tone.CAUTION),
}
_LEDGER = {
    "whole": Status("Whole", "shield-check", Tone.GOOD),
}
_DELIVERIES = {
    "waiting": Status("Waiting", "clock", Tone.ACTIVE),
    "failed": Status("Failed", "alert-triangle", Tone.STOP),
    "running": Status("Running", "refresh", Tone.ACTIVE),
}
_PINGS = {
    "due": Status("Due", "hourglass", Tone.CAUTION),
    "never": Status("Never tested", "help", Tone.CAUTION),
}
_TRUST = {
    "trusted": Status("Trusted", "shield-check", Tone.GOOD),
    "trust-to-come": Status("From a later day", "clock", Tone.QUIET),
    "trust-over": Status("No longer trusted", "hourglass-off", Tone.QUIET),
    "certificate-over": Status("Certificate ran out", "hourglass-off", Tone.CAUTION),
    "trust-withdrawn": Status("Withdrawn", "circle-x", Tone.STOP),
}
_CLOCKS = {
    "held": Status("Held", "hourglass", Tone.ACTIVE),
    "stopped": Status("Done", "circle-check", Tone.QUIET),
    "over": Status("Over", "alarm", Tone.STOP),
}
_CONTACTS = {
    "confirmed": Status("Confirmed", "checks", Tone.GOOD),
}
_TOKENS = {
    "holds": Status("Holds", "circle-check", Tone.GOOD),
    "expired": Status("Expired", "hourglass-off", Tone.WARNING),
    "revoked": Status("Revoked", "ban", Tone.QUIET),
}
_EFFECTS = {
    "effect-opened": Status("Opened", "circle-check", Tone.GOOD),
    "effect-known": Status("Known to be open", "eye", Tone.ACTIVE),
    "effect-upgraded": Status("Better", "arrow-up-right", Tone.GOOD),
    "effect-shortened": Status("Faster", "clock", Tone.ACTIVE),
    "effect-doubtful": Status("Not yet known", "help", Tone.CAUTION),
    "effect-worsened": Status("Worse", "trending-down", Tone.STOP),
    "effect-same": Status("As before", "point", Tone.QUIET),
}
_PRIORITIES = {
    "met": Status("Met", "circle-check", Tone.GOOD),
    "largely-met": Status("Largely met", "circle-check", Tone.GOOD),
    "partly-met": Status("Partly met", "circle-half-2", Tone.CAUTION),
    "hardly-met": Status("Hardly met", "circle-x", Tone.STOP),
    "not-met": Status("Not met", "circle-x", Tone.STOP),
}
_IMPORTS = {
    "import-checking": Status("Being checked", "circle-half-2", Tone.ACTIVE),
    "checked-import": Status("Ready to import", "check", Tone.ACTIVE),
    "to-mend": Status("To mend", "pencil", Tone.CAUTION),
    "import-importing": Status("Being imported", "circle-half-2", Tone.ACTIVE),
    "import-failed": Status("Not checked", "alert-triangle", Tone.STOP),
    "imported": Status("Imported", "circle-check", Tone.GOOD),
    "discarded": Status("Discarded", "circle-x", Tone.QUIET),
    "erased": Status("Waited too long", "hourglass-off", Tone.QUIET),
}
_REPORTS = {
    "report-waiting": Status("Waiting for its turn", "clock", Tone.QUIET),
    "report-making": Status("Being made", "circle-half-2", Tone.ACTIVE),
    "report-ready": Status("Ready", "circle-check", Tone.GOOD),
    "report-failed": Status("Not made", "alert-triangle", Tone.STOP),
}
_FOLLOW_UP = {
    "not-started": Status("Not started", "circle-x", Tone.STOP),
    "under-way": Status("Under way", "circle-half-2", Tone.CAUTION),
    "done": Status("Done", "circle-check", Tone.GOOD),
    "not-applicable": Status("Not applicable", "ban", Tone.QUIET),
    "overdue": Status("Overdue", "alarm", Tone.STOP),
    "no-draft": Status("No draft", "file-off", Tone.QUIET),
    "before-parliament": Status("Before parliament", "gavel", Tone.ACTIVE),
    "adopted": Status("Adopted", "checks", Tone.GOOD),
    "in-force": Status("In force", "circle-check", Tone.GOOD),
    "dropped": Status("Dropped", "circle-x", Tone.QUIET),
}
_DECISIONS = {
    "decision-open": Status("Open", "hourglass", Tone.ACTIVE),
    "carried-out": Status("Carried out", "circle-check", Tone.GOOD),
}
_ACTIVITIES = {
    "idea": Status("Idea", "point", Tone.QUIET),
    "planned": Status("Planned", "calendar-time", Tone.ACTIVE),
    "confirmed": Status("Confirmed", "check", Tone.ACTIVE),
    "held-activity": Status("Took place", "circle-check", Tone.GOOD),
    "reported": Status("Reported", "file-text", Tone.GOOD),
    "cancelled": Status("Cancelled", "circle-x", Tone.QUIET),
    "unconfirmed": Status("Unconfirmed", "help", Tone.CAUTION),
    "invited": Status("Invited", "mail-forward", Tone.ACTIVE),
    "registered": Status("Registered", "inbox", Tone.ACTIVE),
    "waiting-list": Status("Waiting list", "hourglass", Tone.CAUTION),
    "accepted": Status("Accepted", "check", Tone.ACTIVE),
    "attended": Status("Attended", "circle-check", Tone.GOOD),
    "absent": Status("Absent", "circle-x", Tone.CAUTION),
    "unaccounted": Status("Outcome not known", "help", Tone.CAUTION),
    "final": Status("Final", "checks", Tone.GOOD),
    "ended": Status("Ended", "circle-check", Tone.QUIET),
}
_BUDGET = {
    "no-rate": Status("No rate", "question-mark", Tone.STOP),
    "overspent": Status("Overspent", "alert-circle", Tone.STOP),
    "overpaid": Status("More paid than committed", "alert-circle", Tone.WARNING),
    "over-committed": Status("Committed beyond the line", "alert-triangle", Tone.WARNING),
    "over-forecast": Status("Forecast over budget", "alert-triangle", Tone.WARNING),
    "budget-differs": Status("Differs from the budget", "scale", Tone.CAUTION),
    "money-left": Status("Money left at the end", "hourglass", Tone.CAUTION),
    "reversed": Status("Reversed", "arrow-back-up", Tone.QUIET),
    "correction": Status("Correction", "pencil", Tone.ACTIVE),
    "sum-not-known": Status("Not known", "help", Tone.CAUTION),
}
_UPKEEP = {
    "published": Status("Published", "circle-check", Tone.GOOD),
    "declined": Status("Declined", "circle-x", Tone.QUIET),
    "corrected": Status("Corrected", "circle-check", Tone.GOOD),
    "dismissed": Status("No correction needed", "circle-x", Tone.QUIET),
}
_RESULTS = {
    "target-reached": Status("Target reached", "circle-check", Tone.GOOD),
    "on-the-way": Status("On the way", "circle-half-2", Tone.ACTIVE),
    "short-of-target": Status("Short of target", "trending-down", Tone.WARNING),
    "no-progress": Status("No progress", "circle-x", Tone.STOP),
    "to-come": Status("To come", "clock", Tone.QUIET),
}
_BUNDLE = {
    "ordered": Status("Ordered", "hourglass", Tone.CAUTION),
    "delivered": Status("Delivered, not certified", "inbox", Tone.CAUTION),
    "certified": Status("Certified", "certificate", Tone.GOOD),
    "redo": Status("To be done again", "refresh", Tone.WARNING),
    "not-received": Status("Not received yet", "hourglass", Tone.CAUTION),
}
_STATUSES = {
    **_BUNDLE,
    **_RESULTS,
    **_PRIORITIES,
    **_FOLLOW_UP,
    **_ROUTES,
    **_WORDS,
    **_REQUESTS,
    **_ANSWERS,
    **_POWERS,
    **_IMPORTS,
    **_REPORTS,
    **_STANDINGS,
    **_FRESHNESS,
    **_ASKING,
    **_DELIVERIES,
    **_CONTACTS,
    **_LEDGER,
    **_TOKENS,
    **_CLOCKS,
    **_PINGS,
    **_EFFECTS,
    **_ACTIVITIES,
    **_DECISIONS,
    **_BUDGET,
    **_UPKEEP,
    **_TRUST,
}
