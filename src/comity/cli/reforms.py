"""`comity stateofplay simulate` and `rank`: what reforms would change, and which unlock most. From the packs' files;
`--node` asks the database, and weighs by this node's statistics."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli import question as read
from comity.cli.ending import unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from comity.atlas.rules.snapshot import Snapshot
    from comity.kernel.country import CountryCode
    from comity.routes.rules.worth import Weights

FORMS = ("md", "csv", "json")
MOST = 12
At = Annotated[str | None, typer.Option(help="The day whose law applies, YYYY-MM-DD; today if not given.")]
Form = Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMS)}.")]
Node = Annotated[bool, typer.Option("--node", help="The law that this node works with, weighed by its statistics.")]
Urgent = Annotated[bool, typer.Option("--urgent", help="Urgent in the sense of Articles 25(3) and 27(9).")]


def simulate(
    reform: Annotated[
        list[str], typer.Option(help="Such as UA:16=full or BY:ets185=party; or cets224=in-force. Repeat it.")
    ],
    country: Annotated[list[str] | None, typer.Option(help="Only between these; the packs’ countries if none.")] = None,
    at: At = None,
    urgent: Urgent = False,
    form: Form = "md",
    node: Node = False,
) -> None:
    """Compare all routes before and after reforms."""
    wanted, day = _form(form), read.day(at)
    if len(reform) > MOST:
        unreadable(f"At most {MOST} reforms can be supposed at once.")

    def _made(snapshot: Snapshot, weights: Weights, weighed_by: str) -> str:
        from comity.atlas.rules.supposition import edits_of, entries_of, read_supposition, supposing
        from comity.stateofplay.queries.simulation import scope_of, simulation
        from comity.stateofplay.queries.simulation_file import TextForm, simulation_text

        try:
            supposed = tuple(read_supposition(text, snapshot, day) for text in dict.fromkeys(reform))
            supposing(snapshot, supposed)
        except ValueError as problem:
            unreadable(str(problem))
        scope = scope_of(_countries(snapshot, country), day, urgent=urgent)
        found = simulation(snapshot, edits_of(supposed), scope, weights, entries_of(supposed))
        return simulation_text(found, TextForm(wanted), weighed_by)

    _print(_made, node=node)


def rank(
    country: Annotated[list[str] | None, typer.Option(help="Whose reforms; repeat it. All if none is given.")] = None,
    size: Annotated[int, typer.Option(help="Reforms in a set, up to three.", min=1, max=3)] = 3,
    at: At = None,
    urgent: Urgent = False,
    form: Form = "md",
    node: Node = False,
) -> None:
    """Show which single reform, pair and triple of a country unlocks most, and why."""
    wanted, day = _form(form), read.day(at)

    def _made(snapshot: Snapshot, weights: Weights, weighed_by: str) -> str:
        from comity.stateofplay.queries.ranking import country_ranking
        from comity.stateofplay.queries.ranking_file import ranking_text
        from comity.stateofplay.queries.simulation import scope_of
        from comity.stateofplay.queries.simulation_file import TextForm

        scope = scope_of(sorted({*_countries(snapshot, None), *_countries(snapshot, country)}), day, urgent=urgent)
        chosen = _countries(snapshot, country)
        found = [country_ranking(snapshot, code, scope, weights, most=size) for code in chosen]
        return ranking_text(found, TextForm(wanted), weighed_by)

    _print(_made, node=node)


def _form(form: str) -> str:
    if form not in FORMS:
        unreadable(f"“{form}” is not a form of this. Choose one of: {', '.join(FORMS)}.")
    return form


def _countries(snapshot: Snapshot, asked: Sequence[str] | None) -> list[CountryCode]:
    return list(dict.fromkeys(read.country(code) for code in asked or sorted(snapshot.countries)))


def _print(made: Callable[[Snapshot, Weights, str], str], *, node: bool) -> None:
    from comity.stateofplay.rules.weighed import EQUALLY

    if not node:
        text = made(read.snapshot(), {}, EQUALLY)
    else:
        from comity.cli.database import database

        with database():
            from comity.atlas.queries.snapshot import node_snapshot
            from comity.stateofplay.queries.weights import weighting

            found = weighting(None)
            text = made(node_snapshot(), found.weights, found.says)
    sys.stdout.write(text)
