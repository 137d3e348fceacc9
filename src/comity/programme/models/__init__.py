"""What the programme office keeps: projects, their results with indicators, their activities, their money."""

from comity.programme.models.activity import Activity
from comity.programme.models.budget_line import BudgetLine
from comity.programme.models.commitment import Commitment
from comity.programme.models.exchange_rate import ExchangeRate
from comity.programme.models.indicator import Indicator
from comity.programme.models.indicator_period import IndicatorPeriod
from comity.programme.models.payment import Payment
from comity.programme.models.project import Project
from comity.programme.models.result import Result

__all__ = [
    "Activity",
    "BudgetLine",
    "Commitment",
    "ExchangeRate",
    "Indicator",
    "IndicatorPeriod",
    "Payment",
    "Project",
    "Result",
]
