"""Adding a version of a paper: its file is kept as it is."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock, sayable
from comity.kernel.digest import Digest
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import study_for
from comity.programme.models import StudyVersion
from comity.programme.rules.study import StudyState, media_type
from comity.programme.rules.team_events import StudyVersionAdded, study_subject
from comity.programme.rules.texts import text


@transaction.atomic
def add_study_version(study: int, name: str, content: bytes, remark: str, *, by: User) -> int:
    """The version's number. A paper that was planned is under way from its first version on.

    Raises NotEntitled, NotFound, Refused for a file that is not what it says, or a paper whose words stand.
    """
    row = study_for(by, study)
    state = StudyState(row.state)
    if state not in {StudyState.PLANNED, StudyState.UNDER_WAY, StudyState.IN_REVIEW}:
        raise Refused(
            "file", say("This paper is {state}. Take it back to work first.", state=sayable.said(state.label))
        )
    file = name.replace("\\", "/").rpartition("/")[2].strip()[-200:]
    kind = media_type(file, content)
    number = row.versions.count() + 1
    digest = Digest.of(content)
    StudyVersion.objects.create(
        study=row,
        number=number,
        name=file,
        media_type=kind,
        content=content,
        size=len(content),
        digest=digest,
        remark=text("remark", remark, 2000),
        added_at=clock.now(),
        added_by=by,
    )
    if state is StudyState.PLANNED:
        row.state = StudyState.UNDER_WAY.value
    row.version += 1
    row.save(update_fields=["state", "version"])
    event = StudyVersionAdded(subject=study_subject(study), number=number, file=file, digest=str(digest))
    record(event, actor=by.actor)
    return number
