"""What a request can lack, so that the other side asks back."""

from __future__ import annotations

from comity.casework.rules.fields import Choice

MISSING_ITEMS = (
    Choice("identifiers", "Identifiers that lead to the data"),
    Choice("time-zone", "Time zone of the time given"),
    Choice("port", "Source port of a shared address"),
    Choice("period", "Period that the data cover"),
    Choice("facts", "Facts, or their link to the data"),
    Choice("offence", "Offence, its qualification or penalties"),
    Choice("legal-basis", "Legal basis or court order"),
    Choice("data-description", "Which data are asked for"),
    Choice("necessity", "Necessity or urgency"),
    Choice("authority", "Who asks, or how to reach them"),
    Choice("intention", "Intention to request mutual assistance"),
    Choice("translation", "Translation"),
    Choice("signature", "Signature or proof of authenticity"),
    Choice("other", "Something else"),
)
"""A closed list, so that the yearly figures can rank what requests lack."""
