"""What others ask of the demonstration's node: one story for each state. Invented, in roles and example names only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from comity.casework.rules.blocks.previous import NEW
from comity.casework.rules.demonstration.story import MAILBOX, IncomingStory, Recorded
from comity.casework.rules.handling.table import Step

_NETWORK = "24/7 network, e-mail"


def incoming_stories(today: date) -> tuple[IncomingStory, ...]:
    """Every story, the oldest first."""
    return (
        _preserved(today),
        _refused(today),
        _forwarded(today),
        _incomplete(today),
        _to_decide(today),
        _just_arrived(today),
    )


def _asked(country: str, authority: str, zone: str, today: date, **content: Any) -> dict[str, Any]:
    """What every request says: who asks, when, and why it hurries or not."""
    return {
        "date": today.isoformat(),
        "requesting_country": country,
        "requesting_organisation": authority,
        "requesting_person": "Duty officer",
        "requesting_email": MAILBOX,
        "requesting_zone": zone,
        "requesting_hours": "24/7",
        "response_expedited": True,
        "custodian_known": "not-known",
        "urgency": "routine",
        "confidential": True,
        **content,
    }


_PRESERVE = {"status": NEW, "assistance_intended": True, "preservation_days": 90}
_ASSIST = {"status": [NEW]}


def _preserved(today: date) -> IncomingStory:
    day = today - timedelta(days=21)
    return IncomingStory(
        title="Asked by Armenia: emptied savings",
        country="AM",
        kind="preservation",
        content=_asked(
            "AM",
            "24/7 point of contact",
            "Asia/Yerevan",
            day,
            offences=["8"],
            legal_qualification="Fraud by means of a computer system.",
            summary="Savings of 14 persons were moved after calls in the name of a bank.",
            data=["subscriber", "traffic"],
            relation="The calls were placed through a service that was used from this address.",
            identifiers=[{"text": f"198.51.100.40:50122 {day - timedelta(days=3)} 16:20:11 UTC+4"}],
            necessity="The provider keeps such records for weeks only.",
            **_PRESERVE,
        ),
        hours_ago=21 * 24,
        channel=_NETWORK,
        their_reference="AM-2041",
        steps=(
            Recorded(Step.ACKNOWLEDGE, after=1),
            Recorded(Step.CONDITION, {"condition": "Not to be used as evidence before a request for assistance."}, 30),
            Recorded(Step.PRESERVE, {"until": (day + timedelta(days=90)).isoformat()}, after=31, by="approver"),
        ),
    )


def _refused(today: date) -> IncomingStory:
    day = today - timedelta(days=16)
    return IncomingStory(
        title="Asked by Moldova: insult on a web page",
        country="MD",
        kind="mla-subscriber",
        content=_asked(
            "MD",
            "Central authority for mutual legal assistance",
            "Europe/Chisinau",
            day,
            offences=["other"],
            offence_other="Insult",
            summary="A web page calls the owner of a shop names.",
            relation="The page was filled in from this address.",
            identifiers=[{"text": "198.51.100.201"}],
            **_ASSIST,
        ),
        hours_ago=16 * 24,
        channel="Central authority, post",
        their_reference="MD-CA-77",
        steps=(
            Recorded(Step.ACKNOWLEDGE, after=20),
            Recorded(Step.CONSULT, {"about": "The conduct is no offence here. Is there more to the facts?"}, 60),
            Recorded(Step.RESUME, {"note": "No further facts were given."}, after=150),
            Recorded(
                Step.REFUSE,
                {
                    "ground": "ets185:25(5)",
                    "reason": "Insult is no offence under our law, which allows the measure for offences only.",
                    "consulted": True,
                },
                after=160,
                by="approver",
            ),
        ),
    )


def _forwarded(today: date) -> IncomingStory:
    day = today - timedelta(days=9)
    return IncomingStory(
        title="Asked by Ukraine: false investment platform",
        country="UA",
        kind="mla-stored-data",
        content=_asked(
            "UA",
            "Cyber Police Department",
            "Europe/Kyiv",
            day,
            offences=["8"],
            legal_qualification="Fraud by means of a computer system.",
            penalties="Imprisonment of up to eight years.",
            summary="A platform promised returns and kept what was paid in.",
            data=["content"],
            relation="The mailbox received the victims' payments' confirmations.",
            identifiers=[{"text": "support@invest.example.com"}],
            **_ASSIST,
        ),
        hours_ago=9 * 24,
        channel=_NETWORK,
        their_reference="UA-CP-5120",
        steps=(
            Recorded(Step.ACKNOWLEDGE, after=1),
            Recorded(
                Step.FORWARD,
                {"authority": "Prosecution service, department for international cooperation", "informed": True},
                after=26,
            ),
        ),
    )


def _incomplete(today: date) -> IncomingStory:
    day = today - timedelta(days=4)
    return IncomingStory(
        title="Asked by Azerbaijan: log-ins at a registry",
        country="AZ",
        kind="preservation",
        content=_asked(
            "AZ",
            "24/7 point of contact",
            "Asia/Baku",
            day,
            offences=["2"],
            legal_qualification="Unauthorised access to a computer system.",
            summary="Entries of a registry were changed from outside.",
            data=["traffic"],
            relation="The changes were made from this address.",
            identifiers=[{"text": f"192.0.2.77 {day - timedelta(days=1)} 08:02:00"}],
            **_PRESERVE,
        ),
        hours_ago=4 * 24,
        channel=_NETWORK,
        their_reference="AZ-0093",
        steps=(
            Recorded(Step.ACKNOWLEDGE, after=1),
            Recorded(
                Step.ASK,
                {
                    "missing": ["time-zone", "port", "necessity"],
                    "words": "The address is shared by many: which port, and at what time in which zone?",
                },
                after=2,
            ),
        ),
    )


def _to_decide(today: date) -> IncomingStory:
    day = today - timedelta(days=1)
    return IncomingStory(
        title="Asked by Ukraine: attack on a grid operator",
        country="UA",
        kind="preservation",
        content=_asked(
            "UA",
            "Cyber Police Department",
            "Europe/Kyiv",
            day,
            offences=["2", "5"],
            legal_qualification="Unauthorised access; interference with a system.",
            summary="Workstations of a grid operator were switched off from outside.",
            data=["subscriber", "traffic"],
            relation="The commands came through this rented server.",
            identifiers=[{"text": f"203.0.113.161:8443 {day - timedelta(days=1)} 04:11:09 UTC+2"}],
            necessity="The server is rented by the week.",
            **_PRESERVE,
        ),
        hours_ago=26,
        channel=_NETWORK,
        their_reference="UA-CP-5177",
        steps=(Recorded(Step.ACKNOWLEDGE, after=1),),
    )


def _just_arrived(today: date) -> IncomingStory:
    return IncomingStory(
        title="Asked by Moldova: threats by messenger",
        country="MD",
        kind="preservation",
        content=_asked(
            "MD",
            "24/7 point of contact",
            "Europe/Chisinau",
            today,
            offences=["other"],
            offence_other="Threat of a crime against life",
            legal_qualification="Threat of killing, made in public.",
            summary="A messenger account threatens to harm a family within two days.",
            data=["subscriber", "traffic"],
            relation="The account was used from this address.",
            identifiers=[{"text": f"192.0.2.230:33001 {today - timedelta(days=1)} 23:40:02 UTC+2"}],
            necessity="Without these records the author cannot be found before the day announced.",
            urgency="urgent",
            urgency_reason="The threat names the day after tomorrow.",
            **_PRESERVE,
        ),
        hours_ago=2,
        channel=_NETWORK,
        their_reference="MD-24/7-140",
    )
