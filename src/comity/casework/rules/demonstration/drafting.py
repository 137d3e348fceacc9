"""The demonstration world's stories: invented cases, in roles and example names only, one for each state of a request.

Dates are told relative to the day of loading, so that the desk of a new node shows clocks that run.
"""

from __future__ import annotations

from datetime import date, timedelta

from comity.casework.rules.demonstration.chain import marketplace
from comity.casework.rules.demonstration.papers import ORDER_AND_TRANSLATION
from comity.casework.rules.demonstration.story import Story
from comity.casework.rules.transitions import State


def _moment(today: date, days_ago: int, time: str) -> str:
    return f"{(today - timedelta(days=days_ago)).isoformat()} {time}"


def stories(today: date) -> tuple[Story, ...]:
    """Every story, the oldest first."""
    return (
        _hospital(today),
        marketplace(today),
        _phishing(today),
        _invoice(today),
        _threat(today),
        _wallet(today),
        _portal(today),
        _protected(today),
    )


_FRAUD = {
    "offences": ["2", "8"],
    "legal_qualification": "Unauthorised access to a computer system, and fraud by means of a computer system.",
    "penalties": "Imprisonment of up to five years for the first, and of up to seven years for the second.",
    "assistance_intended": True,
}


def _hospital(today: date) -> Story:
    return Story(
        title="Ransomware at a regional hospital",
        summary="Servers of a hospital were encrypted at night; a note demanded payment within 72 hours.",
        offence="Illegal access, data interference, system interference, extortion",
        country="UA",
        pasted=(
            f"VPN gateway log: login ok user=maint src=203.0.113.45:51514 {_moment(today, 51, '02:14:09 UTC+4')}\n"
            "ransom note signed: recovery-desk@mail.example.net"
        ),
        data=("subscriber", "traffic"),
        urgent=True,
        until=State.SENT,
        days_ago=48,
        drafter="duty",
        channel="24/7 network, e-mail",
        assistance_in=55,
        papers=ORDER_AND_TRANSLATION,
        content={
            "case_number": "112/041",
            "offences": ["2", "4", "5", "other"],
            "offence_other": "Extortion",
            "legal_qualification": "Unauthorised access; damage to computer data and systems; extortion.",
            "penalties": "Imprisonment of up to eight years.",
            "summary": (
                "An unknown person signed in to the hospital's VPN gateway with a stolen maintenance account and, two "
                "hours later, encrypted eleven servers, among them the one of the intensive care unit. A note left on "
                "them demands payment in a virtual currency and names a mailbox."
            ),
            "data_description": "Log-in records of the address at the time given; account data of the mailbox.",
            "relation": "The address was used to enter the encrypted system; the mailbox serves the extortion.",
            "custodian_known": "known",
            "service_provider": "Example Telecom (access provider of the address)",
            "necessity": "The records are the only trace of the intruder, and are overwritten by the provider in turn.",
            "urgency_reason": "The provider is believed to keep such records for a few weeks only.",
            "partial_disclosure": True,
            "assistance_intended": True,
        },
    )


def _phishing(today: date) -> Story:
    return Story(
        title="False log-in page of a bank",
        summary="Customers were lured by text messages to a copy of a bank's log-in page; 43 accounts were emptied.",
        offence="Computer-related forgery and fraud",
        country="MD",
        pasted=(
            "https://secure-bank.example.com/login resolved to "
            f"198.51.100.77 at {_moment(today, 4, '09:31:00 UTC+4')}\n"
            "registrant contact: support@secure-bank.example.com"
        ),
        data=("subscriber", "traffic", "content"),
        until=State.READY,
        days_ago=1,
        assistance_in=40,
        content={
            **_FRAUD,
            "offences": ["7", "8"],
            "case_number": "113/007",
            "summary": (
                "Between Monday and Wednesday, text messages led customers of a bank to a copy of its log-in page. "
                "With what they typed there, 43 accounts were emptied within hours."
            ),
            "relation": "The server holds the copy of the page, and the records of whoever placed it there.",
            "custodian_known": "known",
            "service_provider": "Example Hosting",
            "system_location": "Believed to stand in Chisinau.",
            "necessity": "Such servers are given up within days; with them go the page and its access records.",
        },
    )


def _invoice(today: date) -> Story:
    return Story(
        title="Changed bank details on an exporter's invoices",
        summary="Somebody read an exporter's mail for weeks, then sent its customers new bank details.",
        offence="Illegal access, computer-related fraud",
        country="AM",
        pasted=(
            f"webmail access by 192.0.2.190:40822 {_moment(today, 9, '18:03:44 UTC+4')}\n"
            "mailbox: sales@export.example.org"
        ),
        data=("subscriber", "traffic"),
        until=State.APPROVED,
        assistance_in=60,
        content={
            **_FRAUD,
            "summary": (
                "A stranger had access to an exporter's mailbox and, from a similar address, asked three customers to "
                "pay into another account. Two of them paid."
            ),
            "relation": "The mailbox was read from this address on the day on which the false invoices were sent.",
            "custodian_known": "not-known",
            "necessity": "Only the provider of the address can say whose connection it was.",
        },
    )


def _threat(today: date) -> Story:
    return Story(
        title="Threats against a school",
        summary="A messenger account announces an attack on a school for the coming week.",
        offence="Threat of a crime against life",
        country="UA",
        pasted=(
            f"Telegram: @example_school_watch\nlast seen from 203.0.113.201:6021 {_moment(today, 1, '22:47:10 UTC+2')}"
        ),
        data=("subscriber", "traffic", "content"),
        urgent=True,
        until=State.IN_REVIEW,
        drafter="duty",
        assistance_in=14,
        content={
            "offences": ["other"],
            "offence_other": "Threat of a crime against life",
            "legal_qualification": "Threat of killing or of grave bodily harm, made in public.",
            "summary": "An account in a messenger announced an attack on a named school, with a day and an hour.",
            "relation": "The account published the threat, and was used from this address minutes later.",
            "custodian_known": "not-known",
            "necessity": "Without these records the author cannot be found before the day that was announced.",
            "urgency_reason": "The day announced is less than a week away.",
            "assistance_intended": True,
        },
    )


def _wallet(today: date) -> Story:
    return Story(
        title="Emptied virtual wallets",
        summary="Owners of wallets installed a false update; their holdings were moved within minutes.",
        offence="Illegal access, computer-related fraud",
        country="MD",
        pasted=f"update server update.wallet.example.com, 198.51.100.12, {_moment(today, 6, '11:20:00 UTC')}",
        data=("traffic",),
        until=State.DRAFT,
        returned="Say why the server's records show who moved the holdings: the relation to the offence is too thin.",
        mended={
            "relation": "The update came from this server. Its log shows each wallet that took it, and the address to "
            "which the keys went.",
        },
        content={
            **_FRAUD,
            "summary": "A false update of a wallet's software took the owners' keys; 19 wallets were emptied.",
            "relation": "The update came from this server.",
            "custodian_known": "not-known",
            "necessity": "Rented servers of this sort are wiped at the end of the month.",
        },
    )


def _portal(today: date) -> Story:
    return Story(
        title="Tax portal out of reach",
        summary="A flood of requests kept the tax portal out of reach on the last day of filing.",
        offence="System interference",
        country="AZ",
        pasted=f"top source of flood: 192.0.2.66 {_moment(today, 2, '14:05:31')}",
        data=("traffic",),
        until=State.DRAFT,
        content={"offences": ["5"], "custodian_known": "not-known"},
    )


def _protected(today: date) -> Story:
    return Story(
        title="Report of a hotline about a forum",
        summary="A hotline reported a closed forum on which abuse material is exchanged.",
        offence="Offences related to child pornography",
        country="UA",
        pasted=f"forum.example.net administrator signed in from 203.0.113.9:3391 {_moment(today, 3, '20:15:00 UTC+2')}",
        data=("subscriber", "traffic"),
        restricted=True,
        until=State.DRAFT,
        content={"offences": ["9"]},
    )
