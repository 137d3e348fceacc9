"""Working documents on gaps: what is missing, model elements, safeguards, examples, and how far a draft has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.consistency import CONVENTION
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.rules.refusal import NotFound
from comity.stateofplay.models import Amendment
from comity.stateofplay.queries.gaps import examples, gap_of, model_law_of
from comity.stateofplay.rules.amendment import AmendmentState, AmendmentWords
from comity.stateofplay.rules.matrix import heading
from comity.stateofplay.rules.working_document import CheckView, DraftView, Gap, StepView, WorkingDocument


@dataclass(frozen=True, slots=True)
class GapCell:
    """A power in the overview of gaps, with the state of its newest draft."""

    gap: Gap
    state: AmendmentState | None
    since: date | None


@dataclass(frozen=True, slots=True)
class GapRow:
    article: str
    title: str
    cells: tuple[GapCell, ...]


def gap_overview(day: date) -> tuple[tuple[tuple[str, str], ...], tuple[GapRow, ...]]:
    """Countries by heading, and articles of the model law with each country's gap, in three database queries."""
    snapshot = node_snapshot()
    law = model_law_of(snapshot)
    countries = tuple(sorted(((code, heading(code)) for code in snapshot.countries), key=lambda pair: pair[1]))
    drafts: dict[tuple[str, str], Amendment] = {}
    for row in Amendment.objects.order_by("id").prefetch_related("steps"):
        drafts[row.country, row.article] = row
    return countries, tuple(
        GapRow(
            article,
            article_title(snapshot, article),
            tuple(_cell(gap_of(snapshot, code, article, day), drafts.get((code, article))) for code, _ in countries),
        )
        for article in (law.articles if law else ())
    )


def _cell(gap: Gap, draft: Amendment | None) -> GapCell:
    if draft is None:
        return GapCell(gap, None, None)
    return GapCell(gap, AmendmentState(draft.state), max(step.day for step in draft.steps.all()))


def working_document(country: str, article: str, day: date) -> WorkingDocument:
    """The working document on a country's gap. Raises NotFound for what the node's packs do not know."""
    snapshot = node_snapshot()
    law = model_law_of(snapshot)
    if law is None or article not in law.articles or country not in snapshot.countries:
        raise NotFound("working document")
    model = law.articles[article]
    rows = (
        Amendment.objects.filter(country=country, article=article)
        .select_related("started_by")
        .prefetch_related("steps__noted_by")
        .order_by("-id")
    )
    drafts = [_draft(row) for row in rows]
    checks = drafts[0].words.checks if drafts else {}

    def seen(fact: FactView, id_: str, says: str, *, optional: bool = False) -> CheckView:
        return CheckView(id_, says, optional, fact, checks.get(id_))

    return WorkingDocument(
        gap_of(snapshot, country, article, day),
        article_title(snapshot, article),
        law.title,
        day,
        model.aim,
        fact_view(model, snapshot.sources, day),
        tuple(
            seen(fact_view(item, snapshot.sources, day), item.id, item.says, optional=item.optional)
            for item in model.elements
        ),
        tuple(seen(fact_view(item, snapshot.sources, day), item.id, item.asks) for item in law.safeguards),
        examples(snapshot, article, day),
        drafts[0] if drafts else None,
        tuple(drafts[1:]),
    )


def article_title(snapshot: Snapshot, article: str) -> str:
    """How the Convention calls the article."""
    convention = snapshot.instruments.get(CONVENTION)
    entry = convention.instrument.articles.get(article) if convention else None
    return entry.title if entry else ""


def _draft(row: Amendment) -> DraftView:
    return DraftView(
        row.pk,
        row.version,
        AmendmentState(row.state),
        AmendmentWords(row.missing, row.wording, row.bill, row.remarks, row.checks),
        row.started_by.display_name,
        tuple(
            StepView(
                AmendmentState(step.state),
                step.day,
                step.remark,
                step.source,
                step.noted_by.display_name,
                step.noted_at,
            )
            for step in row.steps.all()
        ),
    )
