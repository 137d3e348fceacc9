"""What a form itself says on every letter, whatever is asked: in the language spoken here. Knows no form's look."""

from __future__ import annotations

from comity.kernel.words import noted, say

FORM_WORDS = {
    "date": noted("Date"),
    "reference": noted("Reference / case number"),
    "status": noted("Request status"),
    "page": noted("Page {number} of {total}"),
    "place_and_date": noted("Place and date"),
    "signature": noted("Electronic signature"),
    "signature_text": noted(
        "The signature is inside this file, not on the page: open the signature panel of a PDF reader. "
        "A printout is a copy without a signature."
    ),
    "copy": noted("One file for person and machine"),
    "copy_text": noted(
        "This document carries a machine-readable copy of itself ({name}) and an electronic signature (PAdES) that "
        "covers both."
    ),
    "check": noted("Anybody can check who signed it, and that nothing was changed: {address}"),
    "check_anywhere": noted(
        "the page “Verify a document” of any Comity node, the command “comity document verify”, or a PDF reader "
        "that knows the signatory’s certificate."
    ),
    "attached": noted("Machine-readable copy of {reference}"),
    "draft": noted("DRAFT"),
    "standing_draft": noted("DRAFT: nobody has signed this letter."),
    "standing_copy": noted("A copy of a signed letter, without its signature. What counts is the signed PDF."),
    "field": noted("Field"),
    "content": noted("What the letter says"),
}
"""By the names under which a form, or whatever else shows a letter, looks for them. {number}, {total}, {name},
{address} and {reference} are filled where they are shown, since only the set page knows them."""


def form_words() -> dict[str, str]:
    """FORM_WORDS, said."""
    return {name: say(english) for name, english in FORM_WORDS.items()}
