"""The commands that make and run the node itself; those that work with cases, facts and paper are in the cli."""

from __future__ import annotations

import sys

import typer

from comity.cli.words import words
from comity.config.api_command import api
from comity.config.env import ROOT, read
from comity.config.words_command import pages


def register(app: typer.Typer) -> None:
    """Add the node's own commands to the command line."""
    app.command()(run)
    app.command()(prepare)
    app.command(hidden=True)(web)
    app.command(hidden=True)(worker)
    app.command()(frontend)
    app.add_typer(api, name="api")
    words.command()(pages)


def run() -> None:
    """Open the node: database, web server and worker, until Ctrl-C."""
    from comity.config.node.run import run as run_node

    raise typer.Exit(run_node())


def prepare() -> None:
    """Bring database, static files, packs and demonstration up to date, and end. Part of “run”."""
    from comity.config.node.prepare import prepare as prepare_node
    from comity.config.problem import NodeProblem
    from comity.packkit.problem import PackProblems

    try:
        sys.stdout.write(prepare_node())
    except (NodeProblem, PackProblems) as problem:
        sys.stdout.write(f"{problem}\n")
        raise typer.Exit(2) from None


def web() -> None:
    """Serve pages; started by “run”."""
    from comity.config.node.web import serve

    serve(read())


def worker() -> None:
    """Carry out jobs; started by “run”."""
    from comity.config.node.worker import work

    work()


def frontend() -> None:
    """Lay out styles, scripts, fonts and icons from the npm packages, and catalogues, for pages and letters."""
    from comity.config.catalogues import CatalogueProblem
    from comity.config.frontend import FrontendProblem, lay_out

    source = ROOT / "src" / "comity"
    try:
        target = lay_out(ROOT / "node_modules", source / "web" / "icons.txt", source / "locale", read().frontend)
    except (FrontendProblem, CatalogueProblem) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from None
    typer.echo(f"Styles, scripts, fonts, icons and catalogues are in {target}.")
