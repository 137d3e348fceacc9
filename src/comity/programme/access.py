"""The door from a user to a project or an activity: all read what a project is for, programme officers change it."""

from __future__ import annotations

from comity.casework.rules.refusal import NotFound
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.programme.models import (
    Activity,
    BudgetLine,
    Commitment,
    Indicator,
    IndicatorPeriod,
    Participant,
    Payment,
    Project,
    Result,
    Study,
)
from comity.stateofplay.rules.refusal import ChangedMeanwhile

READS_ALL = (Role.PROGRAMME_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR)
"""Who sees money and people; what a project is for, and what it does, is public."""


def project_for(user: User, code: str, *, version: int | None = None) -> Project:
    """The project for a programme officer to change, locked; at `version`, where the user read one.

    Raises NotEntitled, NotFound, ChangedMeanwhile.
    """
    require(user, Role.PROGRAMME_OFFICER)
    found = Project.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise NotFound("project")
    if version is not None and found.version != version:
        raise ChangedMeanwhile
    return found


def activity_for(user: User, project: str, code: str, *, version: int | None = None) -> Activity:
    """The activity for a programme officer to change, locked; at `version`, where the user read one.

    Raises NotEntitled, NotFound, ChangedMeanwhile.
    """
    require(user, Role.PROGRAMME_OFFICER)
    found = Activity.objects.select_for_update().filter(project__code=project, code=code).first()
    if found is None:
        raise NotFound("activity")
    if version is not None and found.version != version:
        raise ChangedMeanwhile
    return found


def line_for(user: User, project: str, number: int, *, version: int | None = None) -> BudgetLine:
    """The budget line for a programme officer to change, locked; at `version`, where the user read one.

    Raises NotEntitled, NotFound, ChangedMeanwhile.
    """
    require(user, Role.PROGRAMME_OFFICER)
    rows = BudgetLine.objects.select_for_update(of=("self",)).select_related("project")
    found = rows.filter(project__code=project, pk=number).first()
    if found is None:
        raise NotFound("budget line")
    if version is not None and found.version != version:
        raise ChangedMeanwhile
    return found


def commitment_for(user: User, project: str, number: int) -> Commitment:
    """The commitment for a programme officer to pay on, correct or reverse, locked. Raises NotEntitled, NotFound."""
    require(user, Role.PROGRAMME_OFFICER)
    rows = Commitment.objects.select_for_update(of=("self",)).select_related("line__project")
    found = rows.filter(line__project__code=project, pk=number).first()
    if found is None:
        raise NotFound("commitment")
    return found


def payment_for(user: User, project: str, number: int) -> Payment:
    """The payment for a programme officer to correct or reverse, locked with its commitment.

    Raises NotEntitled, NotFound.
    """
    require(user, Role.PROGRAMME_OFFICER)
    rows = Payment.objects.select_for_update(of=("self", "commitment")).select_related("commitment__line__project")
    found = rows.filter(commitment__line__project__code=project, pk=number).first()
    if found is None:
        raise NotFound("payment")
    return found


def expect_reader(user: User) -> None:
    """Raises NotEntitled for whoever may not see a project's money and people."""
    require(user, *READS_ALL)


def study_for(user: User, number: int, *, version: int | None = None) -> Study:
    """The paper for a programme officer to change, locked; at `version`, where the user read one.

    Raises NotEntitled, NotFound, ChangedMeanwhile.
    """
    require(user, Role.PROGRAMME_OFFICER)
    found = Study.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise NotFound("paper")
    if version is not None and found.version != version:
        raise ChangedMeanwhile
    return found


def result_for(user: User, project: str, number: int, *, version: int | None = None) -> Result:
    """The line of the results framework with this row number, its project locked; at `version`, if given.

    Raises NotEntitled, NotFound, ChangedMeanwhile.
    """
    owner = project_for(user, project)
    found = Result.objects.select_related("project").filter(project=owner, pk=number).first()
    if found is None:
        raise NotFound("line of the results framework")
    if version is not None and found.version != version:
        raise ChangedMeanwhile
    return found


def indicator_for(user: User, project: str, number: int, *, version: int | None = None) -> Indicator:
    """The indicator with this row number, its project locked; at `version`, if given.

    Raises NotEntitled, NotFound, ChangedMeanwhile.
    """
    owner = project_for(user, project)
    found = Indicator.objects.select_related("result__project").filter(result__project=owner, pk=number).first()
    if found is None:
        raise NotFound("indicator")
    if version is not None and found.version != version:
        raise ChangedMeanwhile
    return found


def period_for(user: User, project: str, number: int, *, version: int | None = None) -> IndicatorPeriod:
    """The period with this row number, its project locked; at `version`, if given.

    Raises NotEntitled, NotFound, ChangedMeanwhile.
    """
    owner = project_for(user, project)
    rows = IndicatorPeriod.objects.select_related("indicator__result__project")
    found = rows.filter(indicator__result__project=owner, pk=number).first()
    if found is None:
        raise NotFound("period")
    if version is not None and found.version != version:
        raise ChangedMeanwhile
    return found


def participant_for(user: User, number: int) -> Participant:
    """The participant for a programme officer to change, locked. Raises NotEntitled; NotFound for an erased one too."""
    require(user, Role.PROGRAMME_OFFICER)
    found = (
        Participant.objects.select_for_update(of=("self",))
        .select_related("activity__project")
        .filter(pk=number, erased_at=None)
        .first()
    )
    if found is None:
        raise NotFound("participant")
    return found


def self_for(number: int | None) -> Participant:
    """The participant for the person that it is, locked; `number` is the one that their link was sealed for.

    Raises NotFound; for an erased one too.
    """
    found = Participant.objects.select_for_update(of=("self",)).select_related("activity__project")
    row = found.filter(pk=number, erased_at=None).first() if number else None
    if row is None:
        raise NotFound("participant")
    return row
