"""An upload that was checked, and waits to be imported; afterwards, that it was."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.people.models.user import User
from comity.programme.models.project import Project
from comity.programme.rules.importing.run import Doing, ImportState


class ImportRun(models.Model):
    """`content` and `found` (problems and the first rows) are erased once it no longer waits. `basis` is the digest of
    the file and of what the node had when it was checked. `rows` is not known before a check. `doing` says what the
    worker does, `problem` why it could not go on."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="import_runs")
    what = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    content = models.BinaryField(null=True)
    digest = models.CharField(max_length=64)
    basis = models.CharField(max_length=64, blank=True)
    rows = models.PositiveIntegerField(null=True)
    wrong = models.PositiveIntegerField(default=0)
    found = models.JSONField(null=True)
    state = models.CharField(max_length=20, choices=[(state.value, state.label) for state in ImportState])
    doing = models.CharField(max_length=20, blank=True, choices=[(each.value, each.name.lower()) for each in Doing])
    problem = models.TextField(blank=True)
    made_at = models.DateTimeField(editable=False)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["state", "made_at"], name="import_run_waiting")]

    def __str__(self) -> str:
        return f"{self.what} of {self.project_id}: {self.name}"
