"""What people say of a project, checked before it is kept: what it is for, when it runs, what it may cost."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from comity.kernel.day_words import day_words
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.activity_time import FIRST, LAST
from comity.programme.rules.texts import countries, lines, text

SHORT, LONGEST, CODE = 200, 4000, 60
MOST_MONEY = Decimal("999999999999.99")
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
TAKEN = frozenset(
    {"activities", "budget", "charts", "deck", "iati", "import", "new", "people", "report", "reports", "results"}
    | {"decisions", "events", "papers", "rates", "registration", "studies", "teams"}
)
"""Words that stand in addresses where a project's code would."""


@dataclass(frozen=True, slots=True)
class ProjectDraft:
    """`ends` is the last day; `budget` None is not known."""

    name: str
    starts: date
    ends: date
    theme: str = ""
    objective: str = ""
    budget: Decimal | None = None
    currency: str = "EUR"
    budget_is_approximate: bool = False
    countries: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    implementers: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()


def checked_code(code: str) -> str:
    """The code for addresses. Raises Refused."""
    found = code.strip().lower()
    if not _CODE.match(found) or len(found) > CODE:
        raise Refused(
            "code",
            say("Write a code of small letters, figures and hyphens, up to {code}: cybercrime-eap-iv", code=CODE),
        )
    if found in TAKEN:
        raise Refused("code", say("“{found}” is the address of another page. Choose another code.", found=found))
    return found


def checked_draft(draft: ProjectDraft) -> ProjectDraft:
    """As it is kept. Raises Refused with the field."""
    name = text("name", " ".join(draft.name.split()), SHORT)
    if not name:
        raise Refused("name", say("Give the project a name."))
    for field, day in (("starts", draft.starts), ("ends", draft.ends)):
        if not FIRST <= day <= LAST:
            raise Refused(
                field,
                say(
                    "The year {year} is outside {first} to {last}. Look at it again.",
                    year=day.year,
                    first=FIRST.year,
                    last=LAST.year,
                ),
            )
    if draft.ends < draft.starts:
        raise Refused(
            "ends",
            say(
                "The project ends on {ends}, before it begins on {starts}.",
                ends=day_words(draft.ends),
                starts=day_words(draft.starts),
            ),
        )
    currency = draft.currency.strip().upper()
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise Refused("currency", say("Write the currency as three letters: EUR."))
    if draft.budget is not None:
        _check_money(draft.budget)
    return replace(
        draft,
        name=name,
        theme=text("theme", draft.theme, SHORT),
        objective=text("objective", draft.objective, LONGEST),
        currency=currency,
        countries=countries("countries", draft.countries),
        funders=lines("funders", draft.funders),
        implementers=lines("implementers", draft.implementers),
        partners=lines("partners", draft.partners),
    )


def _check_money(amount: Decimal) -> None:
    if not amount.is_finite() or amount < 0 or amount > MOST_MONEY:
        raise Refused("budget", say("Write the budget as an amount of money: 800000.00"))
    if amount != amount.quantize(Decimal("0.01")):
        raise Refused("budget", say("Money has two places after the point here: 800000.50"))
