"""Teams, a decision and papers of the demonstration world: made up, by office. Adds only what is missing."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from comity.kernel.country import CountryCode
from comity.people.models.user import User
from comity.programme.actions.add_study_version import add_study_version
from comity.programme.actions.admit_member import Seat, admit_member
from comity.programme.actions.follow_up_decision import follow_up_decision
from comity.programme.actions.form_team import form_team
from comity.programme.actions.note_decision import note_decision
from comity.programme.actions.plan_study import plan_study
from comity.programme.models import Project, Team
from comity.programme.rules.decision import DecisionKind
from comity.programme.rules.decision_follow_up import FollowUp
from comity.programme.rules.study import StudyKind, StudyWords
from comity.programme.rules.team import MemberRole, TeamKind

II, III = "cybercrime-eap-ii", "cybercrime-eap-iii"
ALL = ("AM", "AZ", "BY", "GE", "MD", "UA")
PAPER = b"%PDF-1.4\n% A paper of the demonstration world: made up.\n%%EOF\n"


@transaction.atomic
def load_demonstration_teams(officer: User) -> None:
    """Once: where a team is there, nothing is added."""
    if Team.objects.exists() or not Project.objects.filter(code=II).exists():
        return
    begun = date(2015, 6, 1)
    for title in ("Working group on mutual legal assistance", "Working group on 24/7 points of contact"):
        group = form_team(II, TeamKind.WORKING_GROUP, title, None, by=officer)
        post = "prosecutor" if "legal" in title else "duty officer"
        for code in ALL:
            admit_member(group, Seat(post, "", CountryCode(code), MemberRole.MEMBER, begun), by=officer)
    team = form_team(III, TeamKind.COUNTRY, "Country team, Georgia", CountryCode("GE"), by=officer)
    admit_member(team, Seat("head of unit", "Ministry", None, MemberRole.CHAIR, date(2016, 1, 1)), by=officer)
    seat = Seat("liaison to providers", "Regulator", None, MemberRole.MEMBER, date(2016, 1, 1), date(2017, 1, 31))
    admit_member(team, seat, by=officer)
    said = "Test the 24/7 line of every country each month (made up for the demonstration)."
    note_decision(II, "advisory-24-7", DecisionKind.RECOMMENDATION, said, by=officer)
    said = "Agree on one sheet for handing over the 24/7 desk (made up for the demonstration)."
    agreed = note_decision(II, "advisory-24-7", DecisionKind.DECISION, said, by=officer)
    stands = FollowUp(answers="Working group on 24/7 points of contact", due=date(2017, 12, 31))
    follow_up_decision(II, "advisory-24-7", agreed, stands, version=1, by=officer)
    title = "Analysis of the rules and procedures for mutual legal assistance"
    paper = plan_study(II, StudyWords(StudyKind.ANALYSIS, title, date(2017, 12, 31), "3", ALL), by=officer)
    add_study_version(paper, "analysis-made-up.pdf", PAPER, "Made up for the demonstration.", by=officer)
    title = "Mapping study of public/private cooperation"
    plan_study(III, StudyWords(StudyKind.MAPPING_STUDY, title, date(2017, 12, 31), "1", ALL), by=officer)
