"""Loading the demonstration world's cases, by the same actions as people use, each on the day of its story.

Goes back in time by holding the clock, never by writing rows: what it makes, the gate, the table of steps and the
ledger have all seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from comity.atlas.rules.packs.channels import Channel
from comity.casework.actions.answer_intake import answer_intake
from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.draft_request import draft_request
from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.load_duty_stories import load_duty_stories
from comity.casework.actions.load_incoming_stories import load_incoming_stories, record_steps
from comity.casework.actions.load_papers import load_papers
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.open_case import open_case
from comity.casework.actions.release_request import release_request
from comity.casework.actions.return_for_changes import return_for_changes
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.start_intake import start_intake
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.models.case import Case
from comity.casework.models.request import Request
from comity.casework.queries.intake_page import intake_page
from comity.casework.queries.requester import requester_for
from comity.casework.queries.zone import country_zone
from comity.casework.rules.demonstration.drafting import stories
from comity.casework.rules.demonstration.story import MAILBOX, Following, Story
from comity.casework.rules.transitions import State
from comity.documents.adapters.keys.node_key import NodeKeyProblem
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.actions.grant_role import grant_role
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.routes.rules.route import Status

APPROVER = "approver"
OLDEST_INCOMING = timedelta(days=30)
"""Nothing that others ask of the demonstration's node arrived before."""
TOLD_FROM = CountryCode("GE")


def load_demonstration(users: Mapping[str, User]) -> None:
    """Load every story that is not there yet. `users` are the cast by username: duty, drafter, approver among them.

    The packs must be loaded. Stories begin up to 49 days ago: whoever has a role today gets it for that time too.
    """
    now = clock.now()
    for told in stories(now.date()):
        story = _abroad(told)
        drafter = users[story.drafter]
        if not Case.objects.filter(title=story.title, opened_by=drafter).exists():
            _load_then_or_now(story, users, now)
    for name in ("duty", APPROVER):
        _have_roles_since((now - OLDEST_INCOMING).date(), users[name])
    load_incoming_stories(users, now)
    load_duty_stories(users["duty"], now)


def _abroad(story: Story) -> Story:
    """The stories are told from Georgia: a node of a country that one of them asks sends it there instead."""
    return replace(story, country=TOLD_FROM) if story.country == settings.ENV.country else story


def _load_then_or_now(story: Story, users: Mapping[str, User], now: datetime) -> None:
    """On the story's day; today, where the node's key is younger than that and could not have signed then."""
    try:
        _load(story, users, now)
    except NodeKeyProblem:
        _load(replace(story, days_ago=0), users, now)


@transaction.atomic
def _load(story: Story, users: Mapping[str, User], now: datetime) -> None:
    drafter, approver = users[story.drafter], users[APPROVER]
    for user in (drafter, approver, users["duty"]):
        _have_roles_since((now - timedelta(days=story.days_ago + 1)).date(), user)
    with clock.frozen(now - timedelta(days=story.days_ago)):
        reference = _draft(story, drafter, approver)
        if story.returned:
            submit_for_review(reference, version=_version(reference), by=drafter)
            return_for_changes(reference, story.returned, by=approver)
            edit_request(reference, story.mended, version=_version(reference), by=drafter)
        else:
            _go_on(reference, story.until, story.country, story.channel, drafter, approver)
    since = now - timedelta(days=story.days_ago)
    record_steps(reference, story.then, users, since=since, now=now)
    for following in story.following:
        _follow(reference, following, story, users, min(now, since + timedelta(days=following.after)), now)


def _follow(
    reference: str, following: Following, story: Story, users: Mapping[str, User], at: datetime, now: datetime
) -> None:
    drafter, approver = users[story.drafter], users[APPROVER]
    with clock.frozen(at):
        drafted = draft_follow_up(reference, following.kind, by=drafter)
        edit_request(drafted, {"requesting_email": MAILBOX, **following.content}, version=1, by=drafter)
        _go_on(drafted, following.until, story.country, following.channel, drafter, approver)
    record_steps(drafted, following.then, users, since=at, now=now)


def _have_roles_since(day: date, user: User) -> None:
    """Mandates for the days before today's mandates begin, as if the cast had been at work already."""
    for mandate in Mandate.objects.filter(user=user, valid_to=None, valid_from__gt=day):
        earlier = Mandate.objects.filter(user=user, role=mandate.role, valid_from__lte=day)
        if not earlier.exists():
            end = min(Mandate.objects.filter(user=user, role=mandate.role).values_list("valid_from", flat=True))
            grant_role(user, Role(mandate.role), valid_from=day, valid_to=end, by=None)


def _draft(story: Story, drafter: User, approver: User) -> str:
    case = open_case(
        story.title,
        summary=story.summary,
        offence_summary=story.offence,
        restricted=story.restricted,
        members=[approver.username] if story.restricted else [],
        by=drafter,
    )
    intake = start_intake(case_reference=case, by=drafter)
    answer_intake(intake, "hold", {"text": story.pasted}, by=drafter)
    need = {"measure": "preserve", "data": list(story.data), "requested_country": story.country, "urgent": story.urgent}
    answer_intake(intake, "need", need, by=drafter)
    answer_intake(intake, "way", {"route_key": _way(intake, drafter)}, by=drafter)
    reference = draft_request(intake, requester=requester_for(drafter), by=drafter)
    edit_request(reference, _content(reference, story, drafter), version=1, by=drafter)
    load_papers(reference, story.papers, by=drafter)
    return reference


def _way(intake: UUID, user: User) -> str:
    """The first route to an authority that the plan does not close, as a user in a hurry would choose."""
    plan = intake_page(user, intake).plan
    ways = [route for route in (plan.routes if plan else ()) if route.status != Status.CLOSED]
    return next(route.key for route in ways if route.channel != Channel.PROVIDER)


def _content(reference: str, story: Story, drafter: User) -> dict[str, object]:
    known = Request.objects.values_list("content", flat=True).get(reference=reference)
    authority = {} if known.get("requested_authority") else {"requested_authority": "24/7 point of contact"}
    return {**story.filled(clock.today(drafter.zone)), **authority}


def _go_on(reference: str, until: State, country: str, channel: str, drafter: User, approver: User) -> None:
    """Step by step as far as the story goes."""
    if until is State.DRAFT:
        return
    submit_for_review(reference, version=_version(reference), by=drafter)
    if until is State.IN_REVIEW:
        return
    approve_request(reference, version=_version(reference), by=approver)
    if until is State.APPROVED:
        return
    sign_request(reference, version=_version(reference), by=approver)
    release_request(reference)
    if until is State.SENT:
        day = clock.today(ZoneInfo(country_zone(CountryCode(country))))
        mark_request_sent(reference, sent_on=day, channel=channel, by=drafter)


def _version(reference: str) -> int:
    return Request.objects.values_list("version", flat=True).get(reference=reference)
