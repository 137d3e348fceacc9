"""A team: of a project, of a country in it, or a working group on one matter."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.programme.models.project import Project
from comity.programme.rules.team import TeamKind


class Team(models.Model):
    """`country` is empty where members come from several."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="teams")
    kind = models.CharField(max_length=15, choices=[(kind.value, kind.label) for kind in TeamKind])
    title = models.CharField(max_length=200)
    country = models.CharField(max_length=2, blank=True)
    made_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("kind", "title")
        constraints: ClassVar = [models.UniqueConstraint(fields=["project", "title"], name="team_title_once_a_project")]

    def __str__(self) -> str:
        return f"{self.project_id} {self.title}"
