"""Cases and requests that a user may see and that hold what is looked for: a few of each, the best first."""

from __future__ import annotations

from dataclasses import dataclass

from comity.casework.queries.by_words import by_words
from comity.casework.queries.case_name import CaseName
from comity.casework.queries.exact import exact_cases, exact_requests
from comity.casework.queries.request_line import RequestLine, request_line, with_line
from comity.casework.queries.visible import visible_cases, visible_requests
from comity.casework.rules.search_words import sought
from comity.people.models.user import User

MOST = 20


@dataclass(frozen=True, slots=True)
class Found:
    """`exact`: the text is a reference or an identifier, and nothing was looked for by words. `more_…`: not all are
    shown."""

    text: str
    exact: bool
    requests: tuple[RequestLine, ...]
    cases: tuple[CaseName, ...]
    more_requests: bool
    more_cases: bool


def search(user: User, text: str) -> Found:
    """What `user` may see of what `text` names or says; newest changes first."""
    words = sought(text)
    if words is None:
        return Found("", False, (), (), False, False)
    requests, cases = visible_requests(user), visible_cases(user)
    by_name, case_keys = exact_requests(requests, words.text), exact_cases(cases, words.text)
    exact = bool(by_name or case_keys)
    rows = requests.filter(pk__in=by_name) if exact else requests.filter(by_words(requests, words))
    named = cases.filter(pk__in=case_keys) if exact else cases.filter(by_words(cases, words))
    lines = [request_line(row) for row in with_line(rows).order_by("-changed_at", "-id")[: MOST + 1]]
    names = [
        CaseName(row.reference, row.title)
        for row in named.order_by("-opened_at", "-id").only("reference", "title")[: MOST + 1]
    ]
    return Found(words.text, exact, tuple(lines[:MOST]), tuple(names[:MOST]), len(lines) > MOST, len(names) > MOST)
