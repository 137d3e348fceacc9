"""A matrix of countries as a page and the command line show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.routes.rules.matrix import matrix


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell: the best route's status and title, and how many routes there are."""

    requester: str
    requested: str
    status: str
    status_label: str
    best: str
    channel: str
    routes: int


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Rows by requester, columns by requested State, in the order of `countries` (pairs of code and name)."""

    measure: str
    measure_label: str
    data: str
    urgent: bool
    day: date
    countries: tuple[tuple[str, str], ...]
    rows: tuple[tuple[CellView, ...], ...]
    digest: str

    def as_json(self) -> dict[str, Any]:
        return {
            "measure": str(self.measure),
            "data": str(self.data),
            "urgent": self.urgent,
            "at": self.day.isoformat(),
            "packs": str(self.digest),
            "countries": [code for code, _ in self.countries],
            "cells": [
                {"from": cell.requester, "to": cell.requested, "status": cell.status, "best": cell.best}
                for row in self.rows
                for cell in row
            ],
        }


def matrix_view(
    snapshot: Snapshot,
    countries: Sequence[CountryCode],
    measure: Measure,
    day: date,
    *,
    data: DataType | None = None,
    urgent: bool = False,
) -> MatrixView:
    rows = matrix(snapshot.on(day), countries, measure, data=data, urgent=urgent)
    return MatrixView(
        measure,
        measure.label,
        data or "",
        urgent,
        day,
        tuple((str(country), country.english_name) for country in countries),
        tuple(
            tuple(
                CellView(
                    str(cell.requester),
                    str(cell.requested),
                    cell.status.value,
                    cell.status.label,
                    cell.best.title if cell.best else "",
                    cell.best.channel.value if cell.best else "",
                    cell.routes,
                )
                for cell in row
            )
            for row in rows
        ),
        snapshot.digest,
    )
