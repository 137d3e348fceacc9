"""What the programme office keeps: projects, results, activities, people at them, teams, papers and money."""

from comity.programme.models.activity import Activity
from comity.programme.models.activity_document import ActivityDocument
from comity.programme.models.budget_line import BudgetLine
from comity.programme.models.commitment import Commitment
from comity.programme.models.decision import Decision
from comity.programme.models.exchange_rate import ExchangeRate
from comity.programme.models.import_run import ImportRun
from comity.programme.models.indicator import Indicator
from comity.programme.models.indicator_period import IndicatorPeriod
from comity.programme.models.membership import Membership
from comity.programme.models.participant import Participant
from comity.programme.models.payment import Payment
from comity.programme.models.project import Project
from comity.programme.models.registration import Registration
from comity.programme.models.registration_attempt import RegistrationAttempt
from comity.programme.models.report_run import ReportRun
from comity.programme.models.result import Result
from comity.programme.models.study import Study
from comity.programme.models.study_version import StudyVersion
from comity.programme.models.team import Team

__all__ = [
    "Activity",
    "ActivityDocument",
    "BudgetLine",
    "Commitment",
    "Decision",
    "ExchangeRate",
    "ImportRun",
    "Indicator",
    "IndicatorPeriod",
    "Membership",
    "Participant",
    "Payment",
    "Project",
    "Registration",
    "RegistrationAttempt",
    "ReportRun",
    "Result",
    "Study",
    "StudyVersion",
    "Team",
]
