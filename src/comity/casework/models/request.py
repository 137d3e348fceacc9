"""A request to an authority abroad. Its kind's declaration says what `content` holds; the table of transitions, what
may happen to it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.models.case import Case
from comity.casework.rules.refusal import ChangedMeanwhile
from comity.casework.rules.transitions import Standing, State
from comity.documents.models.document import Document
from comity.people.models.user import User


class Request(models.Model):
    """`version` counts edits, so that nobody overwrites or approves what they have not seen.

    `plan` is the route as it was chosen, with its reasoning and the digest of the packs it stood on. `editors` are all
    who ever had a hand in the content: none of them may approve it. `hold_reason` says why a signed request was not
    released. `sent_on` is a day in `requested_zone`.
    """

    reference = models.CharField(max_length=30, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="requests")
    kind = models.CharField(max_length=40)
    state = models.CharField(
        max_length=12, choices=[(state.value, state.label) for state in State], default=State.DRAFT.value
    )
    content = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    requesting_country = models.CharField(max_length=2)
    requested_country = models.CharField(max_length=2)
    requested_zone = models.CharField(max_length=60)
    requested_authority_id = models.CharField(max_length=80, blank=True)
    plan = models.JSONField(default=dict)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="+")

    created_at = models.DateTimeField(editable=False)
    changed_at = models.DateTimeField(editable=False)
    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="drafted_requests")
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    editors = models.ManyToManyField(User, related_name="edited_requests")

    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    hold_reason = models.TextField(blank=True)

    return_reason = models.TextField(blank=True)
    returned_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    returned_at = models.DateTimeField(null=True)

    sent_on = models.DateField(null=True)
    sent_channel = models.CharField(max_length=200, blank=True)
    sent_reference = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-changed_at", "-id")
        indexes: ClassVar = [
            models.Index(fields=["state", "-changed_at", "-id"], name="request_by_state"),
            models.Index(fields=["case", "-changed_at"], name="request_of_case"),
            models.Index(fields=["sent_on"], name="request_clock", condition=models.Q(sent_on__isnull=False)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(state__in=["signed", "ready", "sent"])
                | (
                    models.Q(document__isnull=False, approved_by__isnull=False, signed_by__isnull=False)
                    & ~models.Q(approved_by=models.F("drafted_by"))
                ),
                name="signed_only_with_four_eyes",
            ),
            models.CheckConstraint(
                condition=models.Q(state="sent", sent_on__isnull=False)
                | (~models.Q(state="sent") & models.Q(sent_on__isnull=True)),
                name="sent_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.kind} {self.state}"

    def standing(self) -> Standing:
        """What the table of transitions needs to know; reads the editors."""
        return Standing(
            State(self.state),
            frozenset(editor.actor.reference for editor in self.editors.all()),
            self.approved_by.actor.reference if self.approved_by else "",
        )

    def expect(self, version: int) -> None:
        """Raises ChangedMeanwhile unless `version` is the stored one: nobody decides on what they have not seen."""
        if version != self.version:
            raise ChangedMeanwhile(self.changed_by.display_name, self.version, ())
