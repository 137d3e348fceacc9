"""Writing made-up requests and what belongs to them by COPY. Knows the tables; invents nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models

from comity.casework.models.case import Case
from comity.casework.models.request import Request
from comity.casework.models.request_identifier import RequestIdentifier
from comity.casework.rules.made_up.node import MadeUpCase, Written
from comity.casework.rules.made_up.rows import document_columns, request_columns
from comity.casework.rules.made_up.step import Hand
from comity.documents.models.document import Document
from comity.ledger.actions.copy_rows import copy_rows, count_on, last_number
from comity.ledger.rules.actor import Actor
from comity.people.models.user import User

TABLES = (Case, Case.members.through, Document, Request, Request.editors.through, RequestIdentifier)
"""In the order in which they must be filled."""

Row = dict[str, Any]


class MadeUpRows:
    """Remembers the numbers that rows were given, so that requests find their case and what they follow."""

    def __init__(self, cast: Mapping[Hand, Sequence[User]]) -> None:
        self._actors = {hand: [user.actor for user in users] for hand, users in cast.items()}
        self._keys = {hand: [user.pk for user in users] for hand, users in cast.items()}
        self._case = last_number(Case)
        self._request = last_number(Request)
        self._cases: dict[str, int] = {}
        self._newest: dict[str, int] = {}

    def actors(self, number: int) -> dict[Hand, Actor]:
        """Who works on the request of this number, as the ledger names them."""
        return {hand: actors[number % len(actors)] for hand, actors in self._actors.items()}

    def write(self, numbered: Iterable[tuple[int, Written]]) -> None:
        """Copy requests, the cases that they open, their letters, editors and identifiers."""
        rows: dict[type[models.Model], list[Row]] = {table: [] for table in TABLES}
        for number, written in numbered:
            hands = {hand: keys[number % len(keys)] for hand, keys in self._keys.items()}
            if written.case:
                self._open(written.case, hands, rows)
            self._add(written, hands, rows)
        for table, found in rows.items():
            copy_rows(table, found)

    def finish(self) -> None:
        """Let the numbers that the database gives begin after those given here."""
        for table in TABLES:
            if table is not Document:
                count_on(table)

    def _open(self, case: MadeUpCase, hands: Mapping[Hand, int], rows: dict[type[models.Model], list[Row]]) -> None:
        self._case += 1
        self._cases[case.reference] = self._case
        rows[Case].append(
            {
                "id": self._case,
                "reference": case.reference,
                "title": case.title,
                "summary": case.summary,
                "offence_summary": case.title.partition(",")[0],
                "opened_at": case.opened_at,
                "opened_by_id": hands[Hand.DRAFTER],
                "restricted": case.restricted,
            }
        )
        if case.restricted:
            rows[Case.members.through] += [
                {"case_id": self._case, "user_id": hands[hand]} for hand in (Hand.APPROVER, Hand.DUTY)
            ]

    def _add(self, written: Written, hands: dict[Hand, int], rows: dict[type[models.Model], list[Row]]) -> None:
        made = written.made
        self._request += 1
        columns = request_columns(written, hands)
        rows[Request].append(
            {
                "id": self._request,
                "case_id": self._cases[made.case],
                "follows_id": self._newest.get(made.case) if made.follows else None,
                "content": made.written,
                "requesting_country": made.content.get("requesting_country", made.counterpart),
                "requested_country": made.content.get("requested_country", made.counterpart),
                "urgent": written.urgent,
                "reference": made.reference,
                "kind": made.kind,
                "counterpart": made.counterpart,
                "direction": made.direction.value,
                "requested_zone": made.zone,
                **columns,
                **_NOTHING,
            }
        )
        self._newest[made.case] = self._request
        rows[Request.editors.through].append({"request_id": self._request, "user_id": columns["drafted_by_id"]})
        rows[RequestIdentifier] += [
            {"request_id": self._request, "type": kind, "value": value} for kind, value in written.named
        ]
        if document := document_columns(written):
            rows[Document].append(document)


_NOTHING: Row = {
    "version": 1,
    "requested_authority_id": "",
    "plan": "{}",
    "languages": "[]",
    "hold_reason": "",
    "return_reason": "",
    "sent_reference": "",
}
