"""A project: what it is called, whom it serves, when it runs and what it may cost."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User

CODE = 60
"""Longest code of a project."""


class Project(models.Model):
    """`ends` is the last day. `pack` is the id of the project in the packs whose words it began with; empty for one
    that began here. `version` grows with every change."""

    code = models.SlugField(max_length=CODE, unique=True)
    name = models.CharField(max_length=200)
    theme = models.CharField(max_length=200, blank=True)
    objective = models.TextField(blank=True)
    starts = models.DateField()
    ends = models.DateField()
    budget = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, default="EUR")
    budget_is_approximate = models.BooleanField(default=False)
    countries = models.JSONField(default=list)
    funders = models.JSONField(default=list)
    implementers = models.JSONField(default=list)
    partners = models.JSONField(default=list)
    pack = models.CharField(max_length=CODE, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(editable=False)
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-starts", "code")
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(ends__gte=models.F("starts")), name="project_ends_after_start"),
            models.CheckConstraint(
                condition=models.Q(budget=None) | models.Q(budget__gte=0), name="project_budget_positive"
            ),
        ]

    def __str__(self) -> str:
        return self.name
