"""The tables of casework, one concept a file."""

from comity.casework.models.amendment import Amendment
from comity.casework.models.arrival import Arrival
from comity.casework.models.attachment import Attachment
from comity.casework.models.case import Case
from comity.casework.models.case_note import CaseNote
from comity.casework.models.draft_version import DraftVersion
from comity.casework.models.intake import Intake
from comity.casework.models.phone_call import PhoneCall
from comity.casework.models.ping import Ping
from comity.casework.models.reference_counter import ReferenceCounter
from comity.casework.models.reminder import Reminder
from comity.casework.models.request import Request
from comity.casework.models.request_clock import RequestClock
from comity.casework.models.request_identifier import RequestIdentifier
from comity.casework.models.saved_filter import SavedFilter
from comity.casework.models.tally import Tally, TallyCursor
from comity.casework.models.translation import Translation

__all__ = [
    "Amendment",
    "Arrival",
    "Attachment",
    "Case",
    "CaseNote",
    "DraftVersion",
    "Intake",
    "PhoneCall",
    "Ping",
    "ReferenceCounter",
    "Reminder",
    "Request",
    "RequestClock",
    "RequestIdentifier",
    "SavedFilter",
    "Tally",
    "TallyCursor",
    "Translation",
]
