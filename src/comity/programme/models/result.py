"""A line of a project's results framework: an expected result, or an output that serves one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.programme.models.project import Project
from comity.programme.rules.project import Level


class Result(models.Model):
    """`number` as the project counts: “2”, “2.1”. `parent` is the result that an output serves."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="results")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="outputs")
    level = models.CharField(max_length=10, choices=[(level.value, level.label) for level in Level])
    number = models.CharField(max_length=20)
    says = models.TextField()
    assumption = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("project_id", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "number"], name="result_number_once_a_project")
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.number}"
