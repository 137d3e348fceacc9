"""A paper's words as the columns that keep them, with the row that they name; and back. Changes nothing."""

from __future__ import annotations

from typing import Any

from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.models import Project, Result, Study
from comity.programme.rules.study import StudyKind, StudyWords


def study_fields(owner: Project, words: StudyWords) -> dict[str, Any]:
    """Raises Refused for a result that the project does not have."""
    result = Result.objects.filter(project=owner, number=words.result).first() if words.result else None
    if words.result and result is None:
        raise Refused(
            "result",
            say("{owner} has no result {result}. Choose one of its own.", owner=owner.name, result=words.result[:20]),
        )
    return {
        "result": result,
        "kind": words.kind.value,
        "title": words.title,
        "countries": list(words.countries),
        "due": words.due,
    }


def study_words(row: Study) -> StudyWords:
    """What is kept of it, as words."""
    return StudyWords(
        kind=StudyKind(row.kind),
        title=row.title,
        due=row.due,
        result=row.result.number if row.result else "",
        countries=tuple(sorted(row.countries)),
    )
