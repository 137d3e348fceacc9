"""The condition that a row's search document holds what somebody looks for.

The column `search` is no field of the models (see the migration that makes it): it is named here, and nowhere else.
"""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Expression, F

from comity.casework.rules.search_words import Sought


class Matching(Expression):
    """To filter cases or requests by: `rows.filter(Matching(sought))`."""

    conditional = True

    def __init__(self, sought: Sought) -> None:
        super().__init__(output_field=BooleanField())
        self._sought = sought
        self._key: Any = F("pk")

    def get_source_expressions(self) -> list[Any]:
        """The row's key, by which its table is known."""
        return [self._key]

    def set_source_expressions(self, exprs: Any) -> None:
        (self._key,) = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG002 (Django's signature)
        """`table.search @@ query`, where the query holds for any of the languages."""
        parts = [f"websearch_to_tsquery('pg_catalog.{name}'::regconfig, %s)" for name in self._sought.languages]
        params = [self._sought.text] * len(parts)
        if self._sought.folded:
            parts.append("websearch_to_tsquery('pg_catalog.simple'::regconfig, %s)")
            params.append(self._sought.folded)
        for beginning in self._sought.beginnings:
            parts.append("to_tsquery('pg_catalog.simple'::regconfig, %s)")
            params.append(beginning)
        table = compiler.quote_name_unless_alias(self._key.alias)
        return f"{table}.search @@ ({' || '.join(parts)})", tuple(params)
