"""What is kept: proposals to change facts, reports of errors, who looks after a country and was reminded of it, packs
that countries sign and the keys for them, what was chosen from offers, and direct details of authorities."""

from comity.upkeep.models.contact_detail import ContactDetail
from comity.upkeep.models.country_owner import CountryOwner
from comity.upkeep.models.error_report import ErrorReport, ReportState
from comity.upkeep.models.offer_choice import ChoiceState, OfferChoice
from comity.upkeep.models.pack_key import PackKey
from comity.upkeep.models.proposal import Proposal, ProposalState
from comity.upkeep.models.signed_pack import SignedPack
from comity.upkeep.models.upkeep_reminder import UpkeepReminder

__all__ = [
    "ChoiceState",
    "ContactDetail",
    "CountryOwner",
    "ErrorReport",
    "OfferChoice",
    "PackKey",
    "Proposal",
    "ProposalState",
    "ReportState",
    "SignedPack",
    "UpkeepReminder",
]
