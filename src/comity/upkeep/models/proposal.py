"""A change of facts that one editor proposes and another reviews. It changes nothing before it is published."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from comity.people.models.user import User


class ProposalState(models.TextChoices):
    """Where a proposal stands; `OPEN` and `RETURNED` are not decided yet."""

    OPEN = "open", "waits for review"
    RETURNED = "returned", "returned to whoever proposed it"
    PUBLISHED = "published", "published"
    DECLINED = "declined", "declined"
    WITHDRAWN = "withdrawn", "withdrawn"


DECIDED = (ProposalState.PUBLISHED, ProposalState.DECLINED, ProposalState.WITHDRAWN)


class Proposal(models.Model):
    """`changes` (path, before, after) are of the version of `pack` whose digest is `base`. `published` is the digest of
    the version that came of it; `rebased` says that the page had changed elsewhere meanwhile."""

    pack = models.CharField(max_length=120)
    base = models.CharField(max_length=64)
    changes = models.JSONField()
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=ProposalState.choices, default=ProposalState.OPEN)
    proposer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    remark = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    published = models.CharField(max_length=64, blank=True)
    rebased = models.BooleanField(default=False)

    class Meta:
        ordering = ("proposed_at", "pk")
        indexes: ClassVar = [
            models.Index(fields=["state", "proposed_at"], name="proposal_by_state"),
            models.Index(fields=["pack", "-proposed_at"], name="proposal_by_pack"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state=ProposalState.PUBLISHED) | (Q(reviewer__isnull=False) & ~Q(reviewer=F("proposer"))),
                name="proposal_published_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pack}: {self.reason[:60]}"

    @property
    def subject(self) -> str:
        """What ledger entries about this proposal name."""
        return f"proposal:{self.pk}"
