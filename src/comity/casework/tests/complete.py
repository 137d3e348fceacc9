"""Complete contents, on which tests break one thing at a time: a preservation request, and any kind from its fields."""

from __future__ import annotations

from datetime import date
from typing import Any

from comity.casework.rules.blocks.previous import NEW
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Shape

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


def complete_of(kind: Kind) -> dict[str, Any]:
    """Content of this kind that is in order on `TODAY`, with every field that can stand beside the others."""
    content: dict[str, Any] = {}
    for spec in kind:
        if spec.requirement.relevant(content):
            content[spec.name] = _value(kind, spec)
    return content


def _value(kind: Kind, spec: FieldSpec) -> Any:
    if spec.choices:
        return _chosen(kind, spec)
    known = (complete() | _FURTHER | _OF_KIND.get(kind.name, {})).get(spec.name)
    return _BY_SHAPE[spec.shape] if known is None else known


def _chosen(kind: Kind, spec: FieldSpec) -> Any:
    """Of one choice, the first on which most depends; of several, all that can stand together."""
    values = [choice.value for choice in spec.choices]
    wanted = [value for other in kind if other.requirement.field == spec.name for value in other.requirement.values]
    if spec.shape is Shape.CHOICES:
        return [value for value in values if value != NEW][:3] if spec.name != "offences" else ["2", "other"]
    return max(values, key=lambda value: (wanted.count(value), -values.index(value)))


_OF_KIND: dict[str, dict[str, Any]] = {
    "domain-registration": {"identifiers": [{"text": "shop.example.org"}], "requested_country": "MD"}
}

_FURTHER = {
    "authorised_until": "2026-04-30",
    "previous_own_reference": "GE-2026-00007",
    "previous_requester": "24/7 point of contact, Georgia\ncontact@example.org",
    "previous_responder": "Cyber Police Department, Ukraine",
    "previous_channel": "24/7 network",
    "previous_kind": "Preservation request",
    "preservation_reference": "UA-2026-00003",
    "preservation_date": "2026-01-05",
    "preservation_requester": "24/7 point of contact, Georgia",
    "preservation_responder": "Cyber Police Department, Ukraine",
    "preservation_channel": "24/7 network",
    "treaty_named": "European Convention on Mutual Assistance in Criminal Matters (ETS No. 30), Article 3",
    "decision": "City court, order no. 17 of 27 February 2026: disclosure of the log-in records of one account.",
    "legal_basis": "Article 136 of the Code of Criminal Procedure (request for a document or information).",
    "provider_address": "3 Example Street, example town",
    "provider_service": "Mail",
    "provider_channel": "https://requests.example.org",
    "emergency_facts": "A child of nine is missing since 1 March 2026, 18:00 (UTC+4); a ransom note came by mail.",
    "emergency_link": "The log-in records tell from where the sender of the note writes, and so where to search.",
    "emergency_until": "Every minute counts",
    "oral_when": "2 March 2026, 03:10 (UTC+4), duty officer of the 24/7 point of contact",
    "call_back_number": "+995 32 000 00 00",
    "call_back_listed": "24/7 directory",
    "return_contact": "24/7 point of contact, Georgia, contact@example.org",
    "answer_within": "Within 20 days of service",
    "answer_manner": "Encrypted e-mail, CSV, times in UTC",
    "special_procedures": "A statement of authenticity by the person who extracts the data.",
    "collection_period": {"from": "2026-03-05", "to": "2026-04-03"},
    "delivery": "Daily, through the 24/7 network",
    "subsidiarity": "Search and questioning were tried; the group meets nowhere else.",
    "third_parties": "Calls with counsel are not listened to and are deleted.",
    "information": "A server seized on 20 February 2026 holds credentials of customers of a bank in your country.",
    "origin": "Image of the server, verified by hash.",
    "usefulness": "The accounts can be locked, and an investigation begun.",
    "use_conditions": "Confidential; not as evidence without prior consent.",
    "withdrawal_reason": "The suspect was found by other means.",
    "supplement": "The source port of the first connection is 51514. The time zone is UTC+4.",
    "received_at": "03:10, UTC+4",
    "missing_words": "The source port of the second connection.",
    "forwarded_to": "Prosecutor General's Office",
    "given": "Log-in records of one account, 2 files, SHA-256 in the list attached.",
    "not_given": "Records before 20 February 2026 are no longer kept.",
    "executing_authority": "Investigation department, on an order of the city court.",
    "reasons": "The facts as described concern a matter that is being tried here; execution now would reveal it.",
    "way_forward": "A request limited to subscriber information could be executed now.",
    "possession_reason": "The address is registered to it, and it offers the service in your country.",
    "sought_how": "Order of 5 January 2026 under Article 7; not answered within thirty days.",
}

_BY_SHAPE: dict[Shape, Any] = {
    Shape.TEXT: "As agreed",
    Shape.LONG_TEXT: "As described in the file of the case.",
    Shape.EMAIL: "contact@example.org",
    Shape.TELEPHONE: "+995 32 000 00 00",
    Shape.DATE: "2026-03-02",
    Shape.PERIOD: {"from": "2026-02-20", "to": "2026-02-27"},
    Shape.ZONE: "Asia/Tbilisi",
    Shape.COUNTRY: "UA",
    Shape.YES_NO: True,
    Shape.NUMBER: 60,
    Shape.IDENTIFIERS: [{"text": "203.0.113.45:51514 2026-02-27 02:14:09 UTC+4"}],
}
