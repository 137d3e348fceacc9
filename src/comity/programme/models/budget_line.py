"""A line of a project's budget: what money is for, and how much."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.programme.models.activity import Activity
from comity.programme.models.project import Project
from comity.programme.models.result import Result


class BudgetLine(models.Model):
    """`day` is the day whose rate converts an amount in another currency than the project's. `source` says where the
    line stands. Never deleted: a line that is given up has an amount of zero."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="budget_lines")
    result = models.ForeignKey(Result, on_delete=models.PROTECT, null=True, related_name="budget_lines")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, null=True, related_name="budget_lines")
    heading = models.CharField(max_length=200)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    currency = models.CharField(max_length=3)
    day = models.DateField()
    source = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(editable=False)
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("project_id", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "heading"], name="budget_heading_once_a_project"),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="budget_line_not_negative"),
        ]

    def __str__(self) -> str:
        return self.heading
