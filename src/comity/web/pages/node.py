"""The node's own page: what it holds, whether its ledger is whole, what it could not deliver. For its keepers only."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.atlas.queries.packs import current_packs
from comity.documents.adapters.keys.node_key import NodeKeyProblem
from comity.documents.queries.certificate import own_certificate
from comity.kernel.words import say
from comity.ledger.actions.retry_delivery import NothingToRetry, retry_delivery
from comity.ledger.queries.chain import ChainReport, verify_chain
from comity.ledger.queries.deliveries import deliveries, failed_deliveries
from comity.ledger.queries.entries import latest
from comity.people.access import person, require
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role
from comity.web.versions import versions

CHECKED_UNASKED = 5_000
"""Entries up to which the page checks the ledger each time; a longer one is checked on demand."""


@require_safe
def node(request: HttpRequest) -> HttpResponse:
    """Packs, ledger, deliveries, versions. Raises NotEntitled for everybody but administrators and auditors."""
    keeper = person(request.user)
    require(keeper, Role.ADMINISTRATOR, Role.AUDITOR)
    newest = next(iter(latest(1)), None)
    content = {
        "packs": current_packs(),
        "newest": newest,
        "chain": _chain(newest.sequence if newest else 0, asked=request.GET.get("check") == "ledger"),
        **_certificate(),
        "deliveries": deliveries(),
        "failed": failed_deliveries(),
        "may_retry": Role.ADMINISTRATOR in roles_of(keeper),
        "versions": versions(),
    }
    return render(request, "web/node/page.html", content)


@require_POST
def retry(request: HttpRequest, sequence: int) -> HttpResponse:
    """Has one delivery tried again that the node had given up. Raises NotEntitled for all but administrators."""
    keeper = person(request.user)
    require(keeper, Role.ADMINISTRATOR)
    try:
        retry_delivery(sequence, request.POST.get("subscriber", ""), actor=keeper.actor)
    except NothingToRetry as problem:
        messages.warning(request, say("{problem} Perhaps a colleague was faster.", problem=problem))
    else:
        messages.success(request, say("The delivery of entry {number} will be tried again at once.", number=sequence))
    return redirect("node")


def _certificate() -> dict[str, Any]:
    """The certificate, or in its place what is wrong with it, in a sentence."""
    try:
        return {"certificate": own_certificate()}
    except NodeKeyProblem as problem:
        return {"certificate_problem": str(problem)}


def _chain(entries: int, *, asked: bool) -> ChainReport | None:
    return verify_chain() if asked or entries <= CHECKED_UNASKED else None
