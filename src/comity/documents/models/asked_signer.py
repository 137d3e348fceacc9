"""The table of signers who are asked for, before there is anything to sign. Without rows, the approver alone signs."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.documents.rules.signature import SignerRole


class AskedSigner(models.Model):
    """One place in the order of signatures of the letter with this `reference`; `name` says whose, in words."""

    reference = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=[(role.value, role.label) for role in SignerRole])
    name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("reference", "position")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["reference", "position"], name="asked_signer_one_a_position"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.position} {self.role}"
