"""The door from a user to a project or an activity: all read what a project is for, programme officers change it."""

from __future__ import annotations

from comity.casework.rules.refusal import NotFound
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.programme.models import Activity, Project, Study
from comity.programme.rules.refusal import ChangedMeanwhile

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
