"""The door from a user to an assessment or a draft amendment. Everyone who signed in may read; editors change."""

from __future__ import annotations

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.questionnaire import Questionnaire
from comity.casework.rules.refusal import NotFound
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.stateofplay.models import Amendment, Assessment
from comity.stateofplay.rules.answers import open_items, wording
from comity.stateofplay.rules.refusal import ChangedMeanwhile, QuestionnaireChanged


def assessment_for(user: User, number: int, *, version: int | None = None) -> Assessment:
    """The assessment for an editor to change, locked; at `version`, where the user read one.

    Raises NotEntitled, NotFound, ChangedMeanwhile.
    """
    require(user, Role.EDITOR)
    found = Assessment.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NotFound("assessment")
    if version is not None and found.version != version:
        raise ChangedMeanwhile
    return found


def amendment_for(user: User, number: int, *, version: int) -> Amendment:
    """The draft amendment for an editor to change, locked, at the version that the user read.

    Raises NotEntitled, NotFound, ChangedMeanwhile.
    """
    require(user, Role.EDITOR)
    found = Amendment.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NotFound("draft amendment")
    if found.version != version:
        raise ChangedMeanwhile
    return found


def current_questionnaire(name: str) -> Questionnaire | None:
    """The questionnaire as this node has it today."""
    return node_snapshot().questionnaires.get(name)


def expect_same_questions(assessment: Assessment) -> Questionnaire:
    """The questionnaire that was answered. Raises QuestionnaireChanged where today's asks something else."""
    asked = Questionnaire.model_validate(assessment.asked)
    today = current_questionnaire(asked.id)
    if today is None or today == asked:
        return asked
    given = dict(assessment.answers.values_list("item", "wording"))
    reopened = tuple(item.id for item in open_items(today, given))
    if today.edition == asked.edition and _same_words(today, asked):
        return asked
    raise QuestionnaireChanged(today.edition, reopened)


def _same_words(one: Questionnaire, other: Questionnaire) -> bool:
    def words(which: Questionnaire) -> list[tuple[str, str]]:
        return [(item.id, wording(item)) for section in which.sections for item in section.items]

    return words(one) == words(other)
