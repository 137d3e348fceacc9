"""One file out of a posted form, in memory and bounded. Looks into nothing."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from comity.casework.rules.bundle.bounds import too_large
from comity.web.uploads import TooLarge, uploaded


@dataclass(frozen=True, slots=True)
class Taken:
    """The file, with the name that its sender gives it. `problem` says why it was not read to its end."""

    content: bytes
    name: str
    problem: str = ""


def taken(request: HttpRequest, largest: int) -> Taken:
    """The part “file”; empty where there is none. To be called before anything else reads the form."""
    try:
        content = uploaded(request, "file", limit=largest)
    except TooLarge:
        return Taken(b"", "", too_large(largest))
    file = request.FILES.get("file")
    return Taken(content, (file.name or "") if file else "")
