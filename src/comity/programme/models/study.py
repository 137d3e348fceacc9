"""A paper of a project: an analysis, a mapping study, a draft amendment, a template."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.programme.models.project import Project
from comity.programme.models.result import Result
from comity.programme.rules.study import StudyKind, StudyState


class Study(models.Model):
    """`version` counts changes of this row; the files are versions of their own."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="studies")
    result = models.ForeignKey(Result, on_delete=models.PROTECT, null=True, related_name="studies")
    kind = models.CharField(max_length=15, choices=[(kind.value, kind.label) for kind in StudyKind])
    title = models.CharField(max_length=300)
    countries = models.JSONField(default=list)
    due = models.DateField(null=True)
    state = models.CharField(
        max_length=10, choices=[(state.value, state.label) for state in StudyState], default=StudyState.PLANNED.value
    )
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(editable=False)
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("due", "title")
        indexes: ClassVar = [models.Index(fields=["state", "published_at"], name="study_by_state")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "title"], name="study_title_once_a_project")
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.title}"
