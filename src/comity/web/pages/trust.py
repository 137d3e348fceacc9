"""Whom this node trusts to vouch for signers and for time, for its keepers. Changes nothing: that is the console's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.documents.queries.trusted import Trusted, trusted
from comity.documents.rules.anchor import TrustProblem
from comity.people.access import person, require
from comity.people.rules.roles import Role


@require_safe
def trust_list(request: HttpRequest) -> HttpResponse:
    """Each certificate with its days and fingerprint. Raises NotEntitled for all but administrators and auditors."""
    require(person(request.user), Role.ADMINISTRATOR, Role.AUDITOR)
    entries: tuple[Trusted, ...] = ()
    problem = ""
    try:
        entries = trusted()
    except TrustProblem as broken:
        problem = str(broken)
    return render(request, "web/node/trust.html", {"entries": entries, "problem": problem})
