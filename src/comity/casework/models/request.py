"""A request between two authorities, or to a provider. Its kind's declaration says what `content` holds; the tables of
transitions and handling, what may happen to it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Upper

from comity.casework.models.case import Case
from comity.casework.rules.blocks.urgency import URGENT
from comity.casework.rules.content import country_named
from comity.casework.rules.direction import Direction
from comity.casework.rules.handling.open_states import OPEN_STATES
from comity.casework.rules.refusal import ChangedMeanwhile
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import Standing, State
from comity.casework.rules.translations import only_in
from comity.documents.models.document import Document
from comity.kernel.languages import ENGLISH
from comity.people.models.user import User

_AFTER_DISPATCH = (
    "sent",
    "acknowledged",
    "more-needed",
    "in-consultation",
    "postponed",
    "forwarded",
    "executed",
    "partly-executed",
    "refused",
)


class Request(models.Model):
    """`version` counts edits, so that nobody overwrites or approves what they have not seen.

    `plan` is the route as it was chosen, with its reasoning and the digest of the packs it stood on. `editors` are all
    who ever had a hand in the content: none of them may approve it. `hold_reason` says why a signed request was not
    released. `sent_on` is a day in `requested_zone`; `received_at` the moment at which an incoming one arrived.

    `counterpart` is the other side's country, `their_reference` its ticket. `follows` is the request before it in the
    chain. `urgent` and the countries follow the content and the kind: lists and figures read them. `languages` are
    those of the letter, one or two; an empty list stands for English. `content` holds translations too, also those into
    languages that were chosen before: `said_content` has what counts.

    `listed` are the attachments as the signed letter lists them (`rules.bundle.listed`), set when it is signed; None
    before that, for what arrived, and for letters of before there was such a list.
    """

    reference = models.CharField(max_length=30, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="requests")
    kind = models.CharField(max_length=40)
    direction = models.CharField(
        max_length=8,
        choices=[(way.value, way.label) for way in Direction],
        default=Direction.OUTGOING.value,
    )
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="followers")
    state = models.CharField(
        max_length=15, choices=[(state.value, state.label) for state in State], default=State.DRAFT.value
    )
    content = models.JSONField(default=dict)
    languages = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    requesting_country = models.CharField(max_length=2)
    requested_country = models.CharField(max_length=2)
    requested_zone = models.CharField(max_length=60)
    counterpart = models.CharField(max_length=2)
    their_reference = models.CharField(max_length=200, blank=True)
    urgent = models.BooleanField(default=False)
    requested_authority_id = models.CharField(max_length=80, blank=True)
    plan = models.JSONField(default=dict)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="+")
    listed = models.JSONField(null=True)

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

    received_at = models.DateTimeField(null=True)
    sent_on = models.DateField(null=True)
    sent_channel = models.CharField(max_length=200, blank=True)
    sent_reference = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-changed_at", "-id")
        indexes: ClassVar = [
            models.Index(fields=["state", "-changed_at", "-id"], name="request_by_state"),
            models.Index(fields=["case", "-changed_at"], name="request_of_case"),
            models.Index(fields=["direction", "state", "-changed_at", "-id"], name="request_by_direction"),
            models.Index(fields=["counterpart", "-changed_at", "-id"], name="request_by_counterpart"),
            models.Index(fields=["sent_on"], name="request_clock", condition=models.Q(sent_on__isnull=False)),
            models.Index(fields=["-changed_at", "-id"], name="request_last_changed"),
            models.Index(fields=["kind", "-changed_at", "-id"], name="request_by_kind"),
            models.Index(fields=["drafted_by", "-changed_at", "-id"], name="request_by_drafter"),
            models.Index(
                fields=["-changed_at", "-id"], name="request_open", condition=models.Q(state__in=[*OPEN_STATES])
            ),
            models.Index(
                fields=["-changed_at", "-id"],
                name="request_returned",
                condition=models.Q(state="draft") & ~models.Q(return_reason=""),
            ),
            models.Index(fields=["-changed_at", "-id"], name="request_urgent", condition=models.Q(urgent=True)),
            models.Index(
                Upper("their_reference"), name="request_their_reference", condition=~models.Q(their_reference="")
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(direction="incoming")
                | ~models.Q(state__in=["signed", "ready", *_AFTER_DISPATCH])
                | (
                    models.Q(document__isnull=False, approved_by__isnull=False, signed_by__isnull=False)
                    & ~models.Q(approved_by=models.F("drafted_by"))
                ),
                name="signed_only_with_four_eyes",
            ),
            models.CheckConstraint(
                condition=models.Q(direction="incoming")
                | ~models.Q(state__in=[*_AFTER_DISPATCH])
                | models.Q(sent_on__isnull=False),
                name="sent_has_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(direction="outgoing", received_at__isnull=True)
                | models.Q(direction="incoming", received_at__isnull=False, sent_on__isnull=True),
                name="incoming_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.kind} {self.state}"

    @property
    def letter_languages(self) -> tuple[str, ...]:
        return tuple(self.languages) or (ENGLISH.code,)

    @property
    def said_content(self) -> dict[str, Any]:
        """The content as its letter says it: of translations, those into the letter's second language. What others
        wrote stands as it came."""
        if self.direction == Direction.INCOMING:
            return dict(self.content)
        return only_in("".join(self.letter_languages[1:]), self.content)

    def standing(self) -> Standing:
        """What the table of transitions needs to know; reads the editors."""
        return Standing(
            State(self.state),
            frozenset(editor.actor.reference for editor in self.editors.all()),
            self.approved_by.actor.reference if self.approved_by else "",
        )

    def follow_content(self) -> None:
        """Set the columns that lists read from what the content says; a country it does not name stays as it was."""
        self.requesting_country = country_named(self.content, "requesting_country") or self.requesting_country
        self.requested_country = country_named(self.content, "requested_country") or self.requested_country
        outgoing = self.direction == Direction.OUTGOING
        self.counterpart = self.requested_country if outgoing else self.requesting_country
        self.urgent = self.content.get("urgency") == URGENT or kind(self.kind).emergency

    def expect(self, version: int) -> None:
        """Raises ChangedMeanwhile unless `version` is the stored one: nobody decides on what they have not seen."""
        if version != self.version:
            raise ChangedMeanwhile(self.changed_by.display_name, self.version, ())
