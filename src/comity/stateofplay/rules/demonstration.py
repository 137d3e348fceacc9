"""What the demonstration world says of recommendations and draft amendments: made up, and marked so in every source.

Bodies are named by their role, since nothing here speaks of a real one. Days count from the day of loading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from comity.stateofplay.rules.amendment import AmendmentState
from comity.stateofplay.rules.follow_up import FollowUpStatus

MADE_UP = "Demonstration: made up to show this page. Says nothing of the country."

_S = FollowUpStatus


@dataclass(frozen=True, slots=True)
class ToldFollowUp:
    """A follow-up as it was first said, `days_ago`; `later` is what it says since, where that is something else."""

    list_id: str
    number: str
    country: str
    status: FollowUpStatus
    responsible: str
    due_in: int | None = None
    evidence: str = ""
    next_step: str = ""
    activity: str = ""
    days_ago: int = 10
    later: FollowUpStatus | None = None


@dataclass(frozen=True, slots=True)
class ToldAmendment:
    """A draft with its words, and its steps: how many days ago, to which state. The first step is its beginning."""

    country: str
    article: str
    missing: str
    wording: str
    bill: str = ""
    checks: Mapping[str, bool] = field(default_factory=dict)
    steps: tuple[tuple[int, AmendmentState, str], ...] = ((20, AmendmentState.DRAFT, ""),)


FOLLOW_UPS = (
    ToldFollowUp(
        "tcy-mla-2014", "1", "GE", _S.NOT_STARTED, "Ministry of justice, legislation department", 120,
        next_step="Hear police, prosecutors, courts and providers on the draft on Article 16.",
        activity="Advice on draft amendments", days_ago=60, later=_S.UNDER_WAY,
    ),
    ToldFollowUp(
        "tcy-mla-2014", "2", "GE", _S.DONE, "Central authority for mutual legal assistance",
        evidence="Requests are counted by month, kind and outcome, in both directions.",
    ),
    ToldFollowUp(
        "tcy-mla-2014", "5", "GE", _S.UNDER_WAY, "24/7 point of contact", 21,
        next_step="A test call a month to every counterpart; tell the regional meeting who did not answer.",
        activity="Regional meeting of points of contact", days_ago=35,
    ),
    ToldFollowUp(
        "tcy-mla-2014", "8", "GE", _S.NOT_STARTED, "Prosecution service, international department", -12,
        next_step="Write down who decides at night, and on which form.",
    ),
    ToldFollowUp(
        "tcy-mla-2014", "9", "MD", _S.UNDER_WAY, "Central authority for mutual legal assistance", 75,
        next_step="Send a receipt with a reference within two working days.",
    ),
    ToldFollowUp(
        "tcy-mla-2014", "12", "UA", _S.UNDER_WAY, "Cyber police, international cooperation unit", 45,
        next_step="Use the templates for Articles 29, 30 and 31 in every region.", activity="Training on templates",
    ),
    ToldFollowUp(
        "tcy-cloud-2016", "3", "UA", _S.UNDER_WAY, "Ministry of justice", 150,
        next_step="A production order for subscriber information alone, without a court’s warrant for a search.",
    ),
    ToldFollowUp(
        "tcy-cloud-2016", "4", "GE", _S.UNDER_WAY, "24/7 point of contact", 28,
        next_step="Compare the entries of ten providers with their guides for law enforcement.",
    ),
    ToldFollowUp(
        "tcy-preservation-2012", "9", "MD", _S.NOT_STARTED, "24/7 point of contact", 90,
        next_step="Ask for the power to order preservation without a prosecutor’s signature at night.",
    ),
    ToldFollowUp(
        "eap-iii", "3", "UA", _S.UNDER_WAY, "Cyber police, with the association of providers", -30,
        next_step="Agree on the clause about costs, the last one that is open.",
        activity="Meetings on a memorandum with providers", days_ago=70,
    ),
    ToldFollowUp(
        "eap-2018", "7", "AM", _S.UNDER_WAY, "Academy of justice", 200,
        next_step="Pilot the introductory course with one group of judges.", activity="Judicial training",
    ),
)  # fmt: skip

_D = AmendmentState
AMENDMENTS = (
    ToldAmendment(
        "GE",
        "16",
        missing="Made up: no power to have data kept as they are. A search stands in, which takes the data away and "
        "comes too late where logs last for days.",
        wording="(1) A prosecutor may order a person in writing to keep specified computer data unchanged for up to "
        "ninety days, where there is reason to believe that they may be lost or changed.\n"
        "(2) The order can be renewed once.\n"
        "(3) Whoever receives it keeps it confidential for as long as it lasts.\n"
        "(4) The data are disclosed only by a decision under the rules on production or on search.",
        bill="Draft law on amendments to the code of criminal procedure (made up)",
        checks={
            "a16-any-data": True,
            "a16-who-orders": True,
            "a16-grounds": True,
            "a16-ninety-days": True,
            "a16-secrecy": True,
            "s-law": True,
            "s-duration": True,
            "s-oversight": False,
        },
        steps=((75, _D.DRAFT, ""), (25, _D.IN_CONSULTATION, "Sent to police, prosecutors, courts and providers.")),
    ),
    ToldAmendment(
        "UA",
        "20",
        missing="Made up: traffic data cannot be collected in real time apart from content.",
        wording="An investigating judge may allow traffic data of specified communications to be collected as they "
        "arise, for up to two months, where the offence carries imprisonment.",
        checks={"a20-collect": True, "a20-duration": True, "s-oversight": True, "s-proportionality": True},
        steps=(
            (80, _D.DRAFT, ""),
            (55, _D.IN_CONSULTATION, "Hearing with providers on costs."),
            (9, _D.BEFORE_PARLIAMENT, "First reading is on the committee’s list."),
        ),
    ),
    ToldAmendment(
        "MD",
        "18",
        missing="Made up: an order reaches providers of communications only, not everybody who holds data.",
        wording="",
        checks={"a18-provider": True, "a18-person": False},
    ),
)

ASSESSED, AS_OF = "GE", "2017-06-16"
"""An assessment begun for others to go on with: these are no inventions, they repeat slide 9."""
SLIDE = "Overview of Cybercrime@EAP, Brussels, 16 June 2017, slide 9"
ANSWERS = (
    ("strategies.adopted", "yes", "Row “Strategies/action plans”."),
    ("16.preservation", "none", "Row “Procedural law”: Art. 16 and 17."),
    ("17.preservation", "none", "Row “Procedural law”: Art. 16 and 17."),
    ("units.cybercrime", "Ministry of Internal Affairs\nMinistry of State Security", "As the slide words them."),
    ("units.police-cooperation", "Ministry of Internal Affairs", "As the slide words it."),
)
