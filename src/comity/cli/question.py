"""Reads what the planner is asked from the command line, with a sentence for whatever cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar

import typer

from comity.atlas.queries.folder import folder_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.cli.ending import unreadable
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.packkit.problem import PackProblems

C = TypeVar("C", bound=StrEnum)


def country(text: str) -> CountryCode:
    """A country code as an argument."""
    return _or_explain(lambda: CountryCode(text))


def day(text: str | None) -> date:
    """A day as YYYY-MM-DD; today where none is given."""
    if text is None:
        return clock.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        unreadable(f"“{text}” is not a day. Write it as 2017-06-16.")


def choice(kind: type[C], text: str) -> C:
    """One of the values of `kind`."""
    if text not in set(kind):
        unreadable(f"“{text}” is not one of: {', '.join(kind)}.")
    return kind(text)


def snapshot() -> Snapshot:
    """The snapshot of the packs in this node's folder. Ends the command, with every problem, where they are wrong."""
    from django.conf import settings

    try:
        return folder_snapshot(settings.ENV.packs)
    except PackProblems as problems:
        typer.echo(str(problems), err=True)
        raise typer.Exit(2) from None


T = TypeVar("T")


def _or_explain(make: Callable[[], T]) -> T:
    try:
        return make()
    except ValueError as error:
        unreadable(str(error))
