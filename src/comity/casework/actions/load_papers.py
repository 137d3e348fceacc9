"""Loading the papers that go along with a request of the demonstration world, by the same actions as people use."""

from __future__ import annotations

from collections.abc import Sequence

from comity.casework.actions.add_attachment import add_attachment
from comity.casework.actions.certify_translation import certify_translation
from comity.casework.models.translation import Translation
from comity.casework.rules.demonstration.story import Paper
from comity.documents.adapters.typesetting.plain_paper import set_plainly
from comity.kernel import clock
from comity.people.models.user import User


def load_papers(reference: str, papers: Sequence[Paper], *, by: User) -> None:
    """Set each paper as a PDF and attach it to the draft; a sworn translation, to the paper before it, is certified."""
    for place, paper in enumerate(papers):
        add_attachment(
            reference,
            set_plainly(paper.title, paper.lines),
            name=paper.name,
            sort=paper.sort.value,
            title=paper.title,
            language=paper.language,
            of=place,
            by=by,
        )
        if paper.certified_by:
            number = Translation.objects.get(request__reference=reference, file__name=paper.name).number
            certify_translation(reference, number, who=paper.certified_by, on=clock.today(by.zone), by=by)
