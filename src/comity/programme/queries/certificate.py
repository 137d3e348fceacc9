"""What a certificate of attendance says, and its file."""

from __future__ import annotations

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.casework.rules.refusal import NotFound
from comity.programme.adapters.certificate import certificate_pdf
from comity.programme.models import Participant
from comity.programme.queries.activity_line import place_of
from comity.programme.rules.activity import when


def certificate_of(row: Participant, *, organisation: str) -> dict[str, str]:
    """For the form of the certificate. The participant has one issued."""
    activity = row.activity
    time = when(activity.starts, activity.ends, Precision(activity.precision))
    day = row.certified_on or activity.ends
    return {
        "title": "Certificate of attendance",
        "number": row.certificate,
        "day": day.isoformat(),
        "issued": f"Issued on {day.day} {day:%B %Y}",
        "name": row.name,
        "institution": row.institution,
        "project": activity.project.name,
        "kind": ActivityKind(activity.kind).label,
        "activity": activity.title,
        "where_when": ", ".join(filter(None, (place_of(activity.venue, activity.host), time))),
        "organisation": organisation,
    }


def printed(data: dict[str, str]) -> bytes:
    """Raises FontsMissing; ValueError for a sign that no font has."""
    return certificate_pdf(data)


def certificate_file(number: int, *, organisation: str) -> bytes:
    """The PDF of a certificate that was issued. Raises NotFound, FontsMissing, ValueError."""
    row = Participant.objects.select_related("activity__project").filter(pk=number).exclude(certificate="").first()
    if row is None:
        raise NotFound("certificate")
    return printed(certificate_of(row, organisation=organisation))
