"""What the programme office keeps: projects, their results with indicators, activities, teams, decisions, papers."""

from comity.programme.models.activity import Activity
from comity.programme.models.decision import Decision
from comity.programme.models.indicator import Indicator
from comity.programme.models.indicator_period import IndicatorPeriod
from comity.programme.models.membership import Membership
from comity.programme.models.project import Project
from comity.programme.models.result import Result
from comity.programme.models.study import Study
from comity.programme.models.study_version import StudyVersion
from comity.programme.models.team import Team
from comity.programme.models.import_run import ImportRun

__all__ = [
    "Activity",
    "Decision",
    "Indicator",
    "IndicatorPeriod",
    "Membership",
    "Project",
    "Result",
    "Study",
    "StudyVersion",
    "Team",
    "ImportRun",
]
