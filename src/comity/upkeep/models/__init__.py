"""What is kept: proposals to change facts, reports of errors, who looks after a country, and who was reminded of it."""

from comity.upkeep.models.country_owner import CountryOwner
from comity.upkeep.models.error_report import ErrorReport, ReportState
from comity.upkeep.models.proposal import Proposal, ProposalState
from comity.upkeep.models.upkeep_reminder import UpkeepReminder

__all__ = ["CountryOwner", "ErrorReport", "Proposal", "ProposalState", "ReportState", "UpkeepReminder"]
