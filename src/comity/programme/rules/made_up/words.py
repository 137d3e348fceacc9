"""Words that made-up projects and activities are told with. No name of a person, institution or place that exists."""

from __future__ import annotations

from random import Random

from comity.atlas.rules.packs.overview import ActivityKind

COUNTRIES = ("AM", "AZ", "BY", "GE", "MD", "UA", "AL", "BA", "ME", "MK", "RS", "TR")
MATTERS = (
    "mutual legal assistance",
    "cooperation with providers",
    "electronic evidence",
    "points of contact",
    "procedural law",
    "financial investigations",
    "judicial training",
    "reporting of offences",
    "joint investigations",
    "preservation of data",
)
TOWNS = ("Northbridge", "Oldharbour", "Lakeside", "Stonevale", "Riverford", "Hillmarket")
FUNDERS = ("Example Fund", "Example Commission", "Example Foundation")
ORGANISERS = ("Example Programme Office", "Example Academy", "Example Ministry")
UNITS = ("requests", "people trained", "agreements", "days", "%")

_TITLES = {
    ActivityKind.REGIONAL_MEETING: "Regional meeting on",
    ActivityKind.WORKSHOP: "Workshop on",
    ActivityKind.ADVISORY_MISSION: "Advisory mission on",
    ActivityKind.STUDY: "Study of",
    ActivityKind.TRAINING: "Training in",
    ActivityKind.EXERCISE: "Exercise in",
    ActivityKind.CONFERENCE: "Conference on",
    ActivityKind.SUPPORT: "Support to participation in talks on",
}


def activity_title(random: Random, kind: ActivityKind, number: int) -> str:
    """What an activity is called; its number tells it from its like."""
    return f"{_TITLES[kind]} {random.choice(MATTERS)}, no. {number}"
