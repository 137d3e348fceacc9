"""A report of many projects that somebody asked for, from the wish to the file."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.programme.rules.report_run import ReportState


class ReportRun(models.Model):
    """`key` stands in its address: nobody guesses it. `projects` are the codes that were named, empty for all of the
    period; `doing` says what is done at the moment. The row is erased after a day, and its file with it."""

    key = models.CharField(max_length=43, unique=True)
    form = models.CharField(max_length=4)
    starts = models.DateField()
    ends = models.DateField()
    projects = models.JSONField(default=list)
    many = models.PositiveIntegerField()
    money = models.BooleanField()
    state = models.CharField(max_length=20, choices=[(state.value, state.name.lower()) for state in ReportState])
    doing = models.CharField(max_length=100, blank=True)
    problem = models.TextField(blank=True)
    content = models.BinaryField(null=True)
    asked_at = models.DateTimeField(editable=False)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["asked_by", "asked_at"], name="report_run_asked")]

    def __str__(self) -> str:
        return f"{self.starts} to {self.ends}, {self.form}"
