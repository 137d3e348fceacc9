"""What an office file says of itself: its title, its day, and this software as whoever made it. Never a person.

The libraries' own empty files name the people who made those, and carry the settings of a printer and a picture of
themselves.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from comity.stateofplay.adapters.signs import writable

MAKER = "Comity"
_NOT_OURS = ("/printerSettings", "/thumbnail")
"""How the kinds of relationship end that lead to leftovers of the library's own file."""


def imprint(made: Any, title: str, day: date) -> None:
    """Into the properties of a document of python-docx or a presentation of python-pptx."""
    own = made.core_properties
    own.title, own.author, own.last_modified_by = writable(title), MAKER, MAKER
    own.language, own.comments, own.keywords, own.subject = "en", "", "", ""
    own.created = own.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    package = made.part.package
    for leads in (made.part.rels, package._rels if hasattr(package, "_rels") else package.rels):
        for key in [key for key, to in leads.items() if to.reltype.endswith(_NOT_OURS)]:
            leads.pop(key)
