"""A complete preservation request, on which tests break one thing at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

TODAY = date(2026, 3, 2)


def complete() -> dict[str, Any]:
    """Every field that the kind can ask for, all in order on `TODAY`."""
    return {
        "date": "2026-03-02",
        "case_number": "112/041",
        "status": "extension",
        "previous_reference": "UA-2026-00007",
        "previous_date": "2026-01-05",
        "requested_country": "UA",
        "requested_authority": "Cyber Police Department",
        "requesting_country": "GE",
        "requesting_organisation": "24/7 point of contact",
        "requesting_person": "Duty officer",
        "requesting_address": "1 Example Street\nexample town",
        "requesting_telephone": "+995 32 000 00 00",
        "requesting_cell": "+995 500 00 00 00",
        "requesting_email": "contact@example.org",
        "requesting_fax": "+995 32 000 00 01",
        "requesting_hours": "24/7",
        "requesting_zone": "Asia/Tbilisi",
        "response_expedited": True,
        "response_means": "24/7 network",
        "confirmation_name": "Head of unit",
        "confirmation_title": "Head of unit",
        "confirmation_function": "Supervises the case",
        "confirmation_telephone": "+995 32 000 00 02",
        "confirmation_cell": "+995 500 00 00 01",
        "confirmation_email": "head@example.org",
        "investigating_differs": True,
        "investigating_organisation": "Investigation department",
        "investigating_person": "Investigator",
        "investigating_address": "2 Example Street",
        "investigating_telephone": "+995 32 000 00 03",
        "investigating_cell": "+995 500 00 00 02",
        "investigating_email": "investigator@example.org",
        "investigating_fax": "+995 32 000 00 04",
        "prosecution_office": "City prosecution office",
        "prosecution_case": "P-1",
        "court": "City court",
        "court_case": "C-1",
        "offences": ["2", "other"],
        "offence_other": "Extortion",
        "legal_qualification": "Articles 284 and 181 of the Criminal Code",
        "penalties": "Up to eight years of imprisonment",
        "summary": "A hospital's servers were encrypted.",
        "data": ["subscriber", "traffic"],
        "data_description": "Log-in records",
        "relation": "The address was used to enter the system.",
        "identifiers": [{"text": "203.0.113.45:51514 2026-02-27 02:14:09 UTC+4"}, {"text": "desk@mail.example.net"}],
        "data_period": {"from": "2026-02-20", "to": "2026-02-27"},
        "custodian_known": "known",
        "service_provider": "Example Telecom",
        "system_location": "Kyiv",
        "necessity": "The records are the only trace.",
        "urgency": "urgent",
        "urgency_reason": "They are kept for weeks only.",
        "partial_disclosure": True,
        "confidential": True,
        "do_not_alert": True,
        "confidentiality_reason": "The suspect would delete other traces.",
        "assistance_intended": True,
        "assistance_expected": "2026-04-15",
        "preservation_days": 90,
    }
