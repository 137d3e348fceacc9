"""The words that every letter has, whatever it says, for those forms of it that are not set in type: DOCX, text, page.

The signed file has its own, in the form that it is set in.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FixedWords:
    """`standing_*` say what the copy at hand is, `check` how the signed file is checked."""

    date: str
    reference: str
    status: str
    signed_for: str
    place_and_date: str
    field: str
    content: str
    page: str
    nothing: str
    standing_draft: str
    standing_copy: str
    check: str


ENGLISH = FixedWords(
    date="Date",
    reference="Reference / case number",
    status="Request status",
    signed_for="For the",
    place_and_date="Place and date",
    field="Field",
    content="What the letter says",
    page="Page {number} of {total}",
    nothing="–",
    standing_draft="DRAFT: nobody has signed this letter.",
    standing_copy="A copy of a signed letter, without its signature. What counts is the signed PDF.",
    check="Anybody can check who signed it, and that nothing was changed: {address}",
)
