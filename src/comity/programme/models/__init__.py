"""What the programme office keeps: projects, their results with indicators, and their activities."""

from comity.programme.models.activity import Activity
from comity.programme.models.activity_document import ActivityDocument
from comity.programme.models.indicator import Indicator
from comity.programme.models.indicator_period import IndicatorPeriod
from comity.programme.models.project import Project
from comity.programme.models.result import Result

__all__ = ["Activity", "ActivityDocument", "Indicator", "IndicatorPeriod", "Project", "Result"]
