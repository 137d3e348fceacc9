"""Letters as casework makes them, in the newest version of their form: a receipt of one page, a request of three.

Everything in them is invented. The words are the same for every typesetter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.registry import kind
from comity.documents.rules.letter import Letter

DAY = date(2026, 11, 24)
REFERENCE = "GE-2026-00012"
SIGNED_BY = "Duty officer"
BETWEEN = {
    "date": DAY.isoformat(),
    "requested_country": "UA",
    "requested_authority": "Cyber Police Department",
    "requesting_country": "GE",
    "requesting_organisation": "24/7 point of contact",
    "requesting_person": "Duty officer",
    "requesting_email": "duty@poc.example",
    "requesting_zone": "Asia/Tbilisi",
}
RECEIPT = BETWEEN | {
    "previous_own_reference": "UA-2026-00007",
    "received_on": DAY.isoformat(),
    "completeness": "incomplete",
    "missing_items": ["identifiers", "time-zone", "port"],
}
PRESERVATION = BETWEEN | {
    "case_number": "112/041",
    "status": "extension",
    "previous_reference": "UA-2026-00007",
    "previous_date": "2026-09-28",
    "requesting_address": "1 Example Street\nexample town",
    "requesting_telephone": "+995 32 000 00 00",
    "requesting_cell": "+995 500 00 00 00",
    "requesting_fax": "+995 32 000 00 01",
    "requesting_hours": "24/7",
    "response_expedited": True,
    "response_means": "24/7 network",
    "confirmation_name": "Head of unit",
    "confirmation_function": "Supervises the case",
    "confirmation_telephone": "+995 32 000 00 02",
    "confirmation_email": "head@poc.example",
    "investigating_differs": True,
    "investigating_organisation": "Investigation department",
    "investigating_person": "Investigator",
    "investigating_address": "2 Example Street",
    "investigating_email": "investigator@poc.example",
    "prosecution_office": "City prosecution office",
    "prosecution_case": "P-1",
    "court": "City court",
    "court_case": "C-1",
    "offences": ["2", "8", "other"],
    "offence_other": "Extortion",
    "legal_qualification": "Unauthorised access to a computer system, and fraud by means of a computer system.",
    "penalties": "Imprisonment of up to five years for the first, and of up to seven years for the second.",
    "summary": (
        "On 14 November 2026 between 20:05 and 20:40 (UTC+4), unknown persons entered the online banking of a company "
        "with stolen credentials and ordered three transfers. The sessions came from an address of the provider named "
        "below, which the provider had assigned to one of its subscribers at that time."
    ),
    "data": ["subscriber", "traffic"],
    "data_description": "Log-in records of the address at the time given; account data of the mailbox.",
    "relation": "The address was used to enter the system; the mailbox serves the extortion.",
    "identifiers": [{"text": "203.0.113.77:51834 2026-11-14 20:05:12 UTC+4"}, {"text": "account@mail.example.net"}],
    "data_period": {"from": "2026-11-07", "to": "2026-11-14"},
    "custodian_known": "known",
    "service_provider": "შპს მაგალითი, Приклад Телеком, Example Telecom",
    "system_location": "Kyiv",
    "necessity": "The records are the only trace, and are overwritten by the provider in turn.",
    "urgency": "urgent",
    "urgency_reason": "The provider is believed to keep such records for a few weeks only.",
    "partial_disclosure": True,
    "confidential": True,
    "do_not_alert": True,
    "confidentiality_reason": "The suspect would delete other traces.",
    "assistance_intended": True,
    "assistance_expected": "2027-01-15",
    "preservation_days": 90,
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A letter, and what is attached to it for machines."""

    letter: Letter
    attachment: bytes


def of_one_page() -> Paper:
    """An acknowledgement of receipt that says what is missing."""
    return _paper("receipt", RECEIPT)


def of_three_pages() -> Paper:
    """A preservation request with every section filled, in Latin, Georgian and Cyrillic."""
    return _paper("preservation", PRESERVATION)


def numbered(paper: Letter, number: int) -> Letter:
    """The letter under a reference of its own, so that no typesetter can give yesterday's answer."""
    return replace(paper, reference=f"GE-2026-{number:05d}")


def _paper(name: str, content: Mapping[str, Any]) -> Paper:
    """In English, in the version of the form that this kind's new letters have."""
    made = letter(kind(name), REFERENCE, content, today=DAY, signatory=signatory(SIGNED_BY, content))
    return Paper(made, attachment_bytes(kind(name), REFERENCE, content))
