"""Rows that are read when they are asked for: a page of a long list reads no more than it shows. Knows no model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

from django.db.models import QuerySet

T = TypeVar("T")


class Paged(Sequence[T]):
    """One query for their number, and what `read` needs for a slice of `rows`, whose order must be whole."""

    def __init__(self, rows: QuerySet[Any], read: Callable[[QuerySet[Any]], tuple[T, ...]]) -> None:
        self._rows, self._read = rows, read
        self._count: int | None = None

    def __len__(self) -> int:
        if self._count is None:
            self._count = self._rows.order_by().count()
        return self._count

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return self._read(self._rows[place])
        return self._read(self._rows[place : place + 1])[0]

    def __iter__(self) -> Iterator[T]:
        return iter(self._read(self._rows))
