"""Fields that only a request for stored traffic or content data has."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape, required_when

DISCLOSURE = "disclosure"
SEARCH = "search"
SEIZURE = "seizure"


def assistance_sought(article: str) -> tuple[FieldSpec, ...]:
    """What the requested authority shall do, in the words of Article 31(1)."""
    return (
        FieldSpec(
            name="assistance_sought",
            label="Assistance sought",
            help="Disclosure by the provider is often enough; search and seizure need more in most laws.",
            article=article,
            shape=Shape.CHOICES,
            choices=(
                Choice(SEARCH, "Search or similar access"),
                Choice(SEIZURE, "Seizure or similar securing"),
                Choice(DISCLOSURE, "Disclosure"),
            ),
            requirement=REQUIRED,
            missing="Nothing says what shall be done. Tick search, seizure or disclosure.",
        ),
        FieldSpec(
            name="place_to_search",
            label="System or place to be searched",
            help="Where it stands and who has it, as exactly as known.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=2000,
            requirement=required_when("assistance_sought", SEARCH),
            missing="A search is asked for, but not of what. Name the system or the place.",
        ),
    )
