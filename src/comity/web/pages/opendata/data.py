"""The atlas as files: each pack as JSON and CSV, all of them at once, and a pack's facts as a page. Public."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.atlas.queries.open_data import (
    NoSuchPack,
    every_pack,
    fact_rows,
    pack_digest,
    pack_heads,
    pack_whole,
)
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.queries.stored_fact import stored_fact_view
from comity.kernel import clock
from comity.web.atlas.fact_table import as_csv, as_json
from comity.web.atlas.kept import kept

_CSV, _JSON = "text/csv; charset=utf-8", "application/json"


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Which packs there are, and what can be taken along."""
    packs, snapshot = pack_heads(), node_snapshot()
    content = {"packs": packs, "facts": sum(pack.facts for pack in packs), "fingerprint": snapshot.digest}
    return render(request, "web/opendata/data.html", content)


@login_not_required
@require_safe
def pack(request: HttpRequest, name: str) -> HttpResponse:
    """The facts of one pack, each at an address of its own. Raises Http404."""
    try:
        whole = pack_whole(name)
    except NoSuchPack as problem:
        raise Http404(str(problem)) from None
    sources, day = node_snapshot().sources, clock.today()
    facts = [(row, stored_fact_view(row.fact, sources, day, f"{name}/{row.place}")) for row in fact_rows(name)]
    return render(request, "web/opendata/pack.html", {"pack": whole, "facts": facts})


@login_not_required
@require_safe
def pack_file(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """The pack as `json` or `csv`. Raises Http404."""
    try:
        digest = pack_digest(name)
    except NoSuchPack as problem:
        raise Http404(str(problem)) from None

    def make() -> HttpResponseBase:
        if form == "csv":
            return _file(as_csv(fact_rows(name)), _CSV, f"{name.replace('/', '-')}.csv")
        whole = json.dumps(pack_whole(name).as_json(), ensure_ascii=False, indent=1)
        return HttpResponse(f"{whole}\n", content_type=_JSON)

    return kept(request, f"{digest}-{form}", make)


@login_not_required
@require_safe
def whole_file(request: HttpRequest, form: str) -> HttpResponseBase:
    """The whole atlas as `json` or `csv`, streamed."""
    fingerprint = str(node_snapshot().digest)

    def make() -> HttpResponseBase:
        if form == "csv":
            return _file(as_csv(fact_rows()), _CSV, "atlas.csv")
        return _file(as_json(fingerprint, every_pack()), _JSON, "atlas.json")

    return kept(request, f"{fingerprint}-{form}", make)


def _file(lines: Iterable[str], kind: str, name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
