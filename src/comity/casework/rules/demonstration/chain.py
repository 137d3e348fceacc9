"""The demonstration world's chain: a preservation that was acknowledged and granted under a condition, its extension,
and the request for the data that is being reviewed. Invented, in roles and example names only.
"""

from __future__ import annotations

from datetime import date, timedelta

from comity.casework.rules.demonstration.story import Following, Recorded, Story
from comity.casework.rules.handling.table import Step
from comity.casework.rules.transitions import State

_SENT_DAYS_AGO = 45


def marketplace(today: date) -> Story:
    """The story, told on `today`."""
    sent = today - timedelta(days=_SENT_DAYS_AGO)
    return Story(
        title="Card data sold on a marketplace",
        summary="A marketplace sells data of bank cards; its server stands abroad, its keeper is not known.",
        offence="Illegal access, misuse of devices, computer-related fraud",
        country="MD",
        pasted=(
            "shop address: market.example.net\n"
            f"keeper signed in from 192.0.2.14:44312 {sent - timedelta(days=2)} 21:08:55 UTC+2"
        ),
        data=("subscriber", "traffic", "content"),
        until=State.SENT,
        days_ago=_SENT_DAYS_AGO,
        drafter="duty",
        channel="24/7 network, e-mail",
        assistance_in=60,
        content={
            "case_number": "112/108",
            "offences": ["2", "6", "8"],
            "legal_qualification": "Unauthorised access; trade in access data; fraud by means of a computer system.",
            "penalties": "Imprisonment of up to six years.",
            "summary": "Data of some 4,000 bank cards were offered for sale; 60 of them were used within a week.",
            "relation": "The server holds the offers and the messages; the address was used by its keeper.",
            "custodian_known": "known",
            "service_provider": "Example Hosting",
            "necessity": "The server is rented by the month; with it go the offers, the messages and the log-ins.",
            "assistance_intended": True,
            "preservation_days": 60,
        },
        then=(
            Recorded(Step.ACKNOWLEDGE, {"their_reference": "MD-24/7-118"}, after=20),
            Recorded(Step.PRESERVE, {"until": (sent + timedelta(days=61)).isoformat()}, after=26),
            Recorded(
                Step.CONDITION,
                {"condition": "Only for the investigation named in the request; disclosure to others needs consent."},
                after=27,
            ),
        ),
        following=(
            Following(
                "extension",
                State.SENT,
                after=38,
                content={
                    "necessity": "The request for the data waits for a decision of a court, and comes within weeks.",
                    "assistance_intended": True,
                    "preservation_days": 60,
                },
                then=(Recorded(Step.ACKNOWLEDGE, {"their_reference": "MD-24/7-131"}, after=18),),
            ),
            Following(
                "mla-stored-data",
                State.IN_REVIEW,
                after=_SENT_DAYS_AGO,
                content={
                    "legal_basis": "The provisions of the code of criminal procedure on disclosing stored data.",
                    "assistance_sought": ["disclosure"],
                    "necessity": "Without offers, messages and log-ins neither the keeper nor the buyers can be found.",
                },
            ),
        ),
    )
