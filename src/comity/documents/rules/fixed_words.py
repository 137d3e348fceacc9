"""The words that every letter has, whatever it says, for those forms of it that are not set in type: DOCX, text, page.

The signed file has its own, in the form that it is set in.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FixedWords:
    """`standing_*` say what the copy at hand is, `checking` how the signed file is checked."""

    date: str
    reference: str
    status: str
    signed_for: str
    place_and_date: str
    field: str
    content: str
    page: str
    of: str
    nothing: str
    standing_draft: str
    standing_copy: str
    checking: str


ENGLISH = FixedWords(
    date="Date",
    reference="Reference / case number",
    status="Request status",
    signed_for="For the",
    place_and_date="Place and date",
    field="Field",
    content="What the letter says",
    page="Page",
    of="of",
    nothing="–",
    standing_draft="DRAFT: nobody has signed this letter.",
    standing_copy="A copy of a signed letter, without its signature. What counts is the signed PDF.",
    checking="Anybody can check who signed the PDF, and that nothing was changed:",
)
