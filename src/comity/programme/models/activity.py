"""An activity of a project: a meeting, a mission, a study, a training, from the idea to its report."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.people.models.user import User
from comity.programme.models.project import Project
from comity.programme.models.result import Result
from comity.programme.models.team import Team
from comity.programme.rules.activity import ActivityState


class Activity(models.Model):
    """`starts` and `ends` are the first and last day that `precision` allows. `host` is the country where it takes
    place, `countries` those that take part. `says` is how the pack that it began with words it. A joint activity is led
    by `project` and `shared_with` others; `teams` are those of the leading project that are at it."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="activities")
    shared_with = models.ManyToManyField(Project, related_name="joint_activities", blank=True)
    result = models.ForeignKey(Result, on_delete=models.PROTECT, null=True, related_name="activities")
    teams = models.ManyToManyField(Team, related_name="activities", blank=True)
    code = models.SlugField(max_length=60)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.label) for kind in ActivityKind])
    title = models.CharField(max_length=300)
    says = models.TextField(blank=True)
    venue = models.CharField(max_length=200, blank=True)
    host = models.CharField(max_length=2, blank=True)
    countries = models.JSONField(default=list)
    starts = models.DateField()
    ends = models.DateField()
    precision = models.CharField(
        max_length=6, choices=[(each.value, each.label) for each in Precision], default=Precision.DAY.value
    )
    unconfirmed = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10,
        choices=[(state.value, state.label) for state in ActivityState],
        default=ActivityState.IDEA.value,
    )
    organisers = models.JSONField(default=list)
    expected = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(editable=False)
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("starts", "ends", "id")
        indexes: ClassVar = [models.Index(fields=["starts", "ends"], name="activity_by_days")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "code"], name="activity_code_once_a_project"),
            models.CheckConstraint(condition=models.Q(ends__gte=models.F("starts")), name="activity_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.code}"
